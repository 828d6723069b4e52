import type { BlockAction, RespondFn } from '@slack/bolt';

/** Where the button stood: a message that can be answered through its response_url, a modal, or the App Home. */
export type Place =
  | { kind: 'message'; respond: RespondFn; own: boolean }
  | { kind: 'modal'; viewId: string; hash: string }
  | { kind: 'home' };

/** A message is the reader's own when nobody else sees it: only then may a click change it. */
export function placeOf({ view, container, channel }: BlockAction, respond: RespondFn): Place {
  if (view?.type === 'modal') return { kind: 'modal', viewId: view.id, hash: view.hash };
  if (view) return { kind: 'home' };
  return { kind: 'message', respond, own: container.is_ephemeral === true || channel?.id.startsWith('D') === true };
}
