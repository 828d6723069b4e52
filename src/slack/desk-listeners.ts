import type {
  BlockAction,
  ButtonAction,
  DatepickerAction,
  RespondFn,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  StaticSelectAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { z } from 'zod';
import { type UserId, userIdSchema } from '../report/person.ts';
import { screenModal } from '../view/desk/desk-modal.ts';
import { layOut, type View } from '../view/lay-out.ts';
import { said, sentence } from '../view/sentence.ts';
import { decode } from '../view/values.ts';
import { inTime } from './in-time.ts';
import { withFallback } from './newer-blocks.ts';
import { type Place, placeOf } from './place.ts';
import type { Services } from './services.ts';
import { readTyped, type Typed } from './typed.ts';

/**
 * What a click leads to: something to read, in the place of what was clicked, or beside it where that stays for others or for
 * later; or a form, always in a modal.
 */
export type Shown = { kind: 'screen' | 'aside'; view: View } | { kind: 'form'; modal: ModalView };

/** What a sent form leads to: faults beside its fields, or the next thing in the same modal. */
export type Submitted =
  | { kind: 'faults'; errors: Readonly<Record<string, string>> }
  | { kind: 'next'; modal: ModalView };

type Action = ButtonAction | StaticSelectAction | DatepickerAction;
type ActionArgs = SlackActionMiddlewareArgs<BlockAction<Action>> & { client: WebClient };
type Body = ActionArgs['body'];
type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & { client: WebClient };

/** Who clicked what, and what stands in the form around it. */
export interface Clicked {
  user: UserId;
  action: Action;
  typed: Typed;
  /** What the modal around it carries. */
  metadata: string;
  client: WebClient;
}

/** The listeners of rounds, roster and ledger: decoding, redeliveries, faults and showing are the same for all. */
export function createDeskListeners({ newerBlocks, once, rim, viewContext }: Services) {
  const gone = (): View => sentence('problem.gone', { command: viewContext().command }, viewContext());

  async function showModal(modal: ModalView, place: Place, { trigger_id }: Body, client: WebClient): Promise<void> {
    if (place.kind === 'modal') await client.views.update({ view_id: place.viewId, hash: place.hash, view: modal });
    else await client.views.open({ trigger_id, view: modal });
  }

  async function show(shown: Shown, place: Place, body: Body, client: WebClient): Promise<void> {
    if (shown.kind === 'form') return showModal(shown.modal, place, body, client);
    if (place.kind !== 'message') return showModal(screenModal(shown.view, viewContext()), place, body, client);
    await withFallback(newerBlocks, (newer) =>
      place.respond({
        ...layOut(shown.view, { surface: 'message', newerBlocks: newer }),
        response_type: 'ephemeral',
        replace_original: shown.kind === 'screen' && place.own,
      }),
    );
  }

  function carriedBy(action: Action): string | undefined {
    if (action.type === 'button') return action.value;
    return action.type === 'static_select' ? JSON.stringify(action.selected_option?.value) : '{}';
  }

  return {
    /** A click: its value is read by the schema; null from the handler changes nothing that is shown. */
    onClick<T>(name: string, schema: z.ZodType<T>, handle: (value: T, clicked: Clicked) => Promise<Shown | null>) {
      return async (args: ActionArgs): Promise<void> => {
        const { ack, action, body, client } = args;
        const respond: RespondFn = args.respond;
        const place = placeOf(body, respond);
        await rim.run(
          name,
          async () => {
            await ack();
            if (!once(`action ${body.trigger_id}`)) return;
            const value = decode(schema, carriedBy(action));
            const clicked = {
              user: userIdSchema.parse(body.user.id),
              action,
              typed: readTyped(body.view?.state),
              metadata: body.view?.private_metadata ?? '',
              client,
            };
            const shown: Shown | null =
              value === null ? { kind: 'screen', view: gone() } : await handle(value, clicked);
            if (shown) await show(shown, place, body, client);
          },
          (text) => show({ kind: 'screen', view: said(text) }, place, body, client),
        );
      };
    },

    /** A sent form: its metadata is read by the schema. A fault of ours stands beside the first field, so that nothing typed is lost. */
    onSubmit<T>(
      name: string,
      schema: z.ZodType<T>,
      handle: (metadata: T, typed: Typed, user: UserId) => Promise<Submitted>,
    ) {
      return async ({ ack, body, view }: SubmitArgs): Promise<void> => {
        const next = (modal: ModalView) => ack({ response_action: 'update', view: modal });
        const first = view.blocks.find(({ type }) => type === 'input')?.block_id;
        await rim.run(
          name,
          async () => {
            if (!once(`view ${body.trigger_id}`)) return ack();
            const metadata = decode(schema, view.private_metadata);
            if (metadata === null) return next(screenModal(gone(), viewContext()));
            const submitted = await inTime(handle(metadata, readTyped(view.state), userIdSchema.parse(body.user.id)));
            if (submitted.kind === 'next') return next(submitted.modal);
            await ack({ response_action: 'errors', errors: { ...submitted.errors } });
          },
          (text) =>
            first === undefined
              ? next(screenModal(said(text), viewContext()))
              : ack({ response_action: 'errors', errors: { [first]: text } }),
        );
      };
    },
  };
}
