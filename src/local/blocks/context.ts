import type { Wording } from '../../wording/wording.ts';

/** Who and what can be mentioned and chosen. */
export interface Directory {
  users: readonly { id: string; name: string }[];
  conversations: readonly { id: string; name: string; kind: 'public' | 'private' | 'im' | 'mpim' }[];
}

/** What blocks are drawn for. */
export interface BlocksContext {
  /** In a modal, input blocks are fields of the form around them; anything else sends at once. */
  mode: 'message' | 'home' | 'modal';
  /** Begins the id of every element, so that two messages on a page do not share ids: the message's ts, the view's id. */
  idPrefix: string;
  /** Where gestures are posted: block_id, action_id and, of a chooser, its value. */
  actionUrl: string;
  directory: Directory;
  /** The conversation the reader is looking at: what `default_to_current_conversation` means. */
  currentConversation: string | null;
  wording: Wording;
  /** What is wrong with an input block, by block_id. */
  errors: Readonly<Record<string, string>>;
  /** What was typed, by field name: wins over initial values, so that nothing typed is lost. */
  values: ReadonlyMap<string, readonly string[]>;
}

/** An id on the page, without white space, as `aria-describedby` needs. */
export function domId({ idPrefix }: BlocksContext, ...parts: readonly string[]): string {
  return [idPrefix, ...parts].map((part) => encodeURIComponent(part.toWellFormed())).join('.');
}
