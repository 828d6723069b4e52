import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs, StaticSelectAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { layOut, type View } from '../../view/lay-out.ts';
import { modalView } from '../../view/modal-view.ts';
import { said, sentence } from '../../view/sentence.ts';
import { sharedView } from '../../view/share-view.ts';
import { askValue, decode, itemValue, pageValue, type ShareValue, shareValue } from '../../view/values.ts';
import { withFallback } from '../newer-blocks.ts';
import { type Place, placeOf } from '../place.ts';
import type { Services } from '../services.ts';
import type { Asker } from './answering.ts';

type Action = ButtonAction | StaticSelectAction;
type ActionArgs<A extends Action> = SlackActionMiddlewareArgs<BlockAction<A>> & { client: WebClient };
/** What showing something takes from an action. */
type Gesture = { body: BlockAction; client: WebClient };

/** Handles one kind of action; what it returns is shown to the reader, null where there is nothing to show. */
type Handle<A extends Action> = (
  args: ActionArgs<A>,
  place: Place,
) => Promise<{ view: View; share: ShareValue } | null>;

export function createActions({ answering, newerBlocks, once, rim, viewContext }: Services) {
  async function openModal(view: View, share: ShareValue, { body, client }: Gesture, place: Place): Promise<void> {
    await withFallback(newerBlocks, async (newer) => {
      const modal = modalView(view, share, newer, viewContext());
      if (place.kind === 'modal') await client.views.update({ view_id: place.viewId, hash: place.hash, view: modal });
      else await client.views.open({ trigger_id: body.trigger_id, view: modal });
    });
  }

  /** An answer takes the place of the one the reader was looking at; for others' eyes it comes beside it, privately. */
  async function show(view: View, share: ShareValue, gesture: Gesture, place: Place): Promise<void> {
    if (place.kind !== 'message') return openModal(view, share, gesture, place);
    await withFallback(newerBlocks, (newer) =>
      place.respond({
        ...layOut(view, { surface: 'message', newerBlocks: newer }),
        response_type: 'ephemeral',
        replace_original: place.own,
      }),
    );
  }

  /** A button in a channel is answered beside it; what is the reader's alone stays out of there. */
  function asker({ user }: BlockAction, place: Place): Asker {
    return { user: user.id, alone: place.kind !== 'message' || place.own };
  }

  const gone = (): View => sentence('problem.gone', { command: viewContext().command }, viewContext());

  /** Acknowledges, drops redeliveries, shows what the handler returns, keeps faults at the rim. */
  function listener<A extends Action>(name: string, handle: Handle<A>, display = show) {
    return async (args: ActionArgs<A>): Promise<void> => {
      const { ack, body, respond, client } = args;
      const gesture = { body, client };
      const place = placeOf(body, respond);
      await rim.run(
        name,
        async () => {
          await ack();
          if (!once(`action ${body.trigger_id}`)) return;
          const shown = await handle(args, place);
          if (shown) await display(shown.view, shown.share, gesture, place);
        },
        (text) =>
          place.kind === 'message'
            ? respond({ text, response_type: 'ephemeral', replace_original: false })
            : openModal(said(text), { q: '' }, gesture, place),
      );
    };
  }

  return {
    /** A question on a button. */
    onAsk: listener<ButtonAction>('ask', async ({ action, body }, place) => {
      const value = decode(askValue, action.value);
      return value
        ? { view: await answering.view('action', value.q, asker(body, place)), share: value }
        : { view: gone(), share: { q: '' } };
    }),

    /** The next or previous page of an answer. */
    onPage: listener<ButtonAction>('page', async ({ action, body }, place) => {
      const value = decode(pageValue, action.value);
      if (!value) return { view: gone(), share: { q: '' } };
      return { view: await answering.view('action', value.q, asker(body, place), value.from), share: { q: value.q } };
    }),

    /** Details always open in a modal, so that the list stays. */
    onShowItem: listener<ButtonAction>(
      'show-item',
      async ({ action, body }, place) => {
        const value = decode(itemValue, action.value);
        const named = value ? await answering.named('action', value, asker(body, place)) : null;
        return value && named ? { view: named.view, share: value } : { view: gone(), share: { q: '' } };
      },
      openModal,
    ),

    onChooseSection: listener<StaticSelectAction>('choose-section', async ({ action, body }, place) => {
      // A forged choice may hold none, whatever its type says.
      const chosen: { value: string } | null | undefined = action.selected_option;
      if (!chosen) return { view: gone(), share: { q: '' } };
      const question = `担当 ${chosen.value}`;
      return { view: await answering.view('action', question, asker(body, place)), share: { q: question } };
    }),

    /** Posts the answer to the conversation it was asked in; works where the bot is no member. */
    onShare: listener<ButtonAction>('share', async ({ action, body }, place) => {
      const value = decode(shareValue, action.value);
      const named = value ? await answering.named('action', value, asker(body, place)) : null;
      if (place.kind !== 'message' || !named) return { view: gone(), share: { q: '' } };
      const shared = sharedView(named.view, body.user.id, named.name, viewContext());
      await withFallback(newerBlocks, (newer) =>
        place.respond({
          ...layOut(shared, { surface: 'message', newerBlocks: newer }),
          response_type: 'in_channel',
          replace_original: false,
        }),
      );
      return null;
    }),
  };
}
