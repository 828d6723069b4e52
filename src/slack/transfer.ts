import type {
  BlockAction,
  ButtonAction,
  RespondFn,
  SlackActionMiddlewareArgs,
  SlackEventMiddlewareArgs,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { userIdSchema } from '../report/person.ts';
import { writeReportSheet } from '../report/sheet/report-sheet.ts';
import { section } from '../view/blocks.ts';
import { importedView, sheetPreviewView, sheetRefusal } from '../view/desk/sheet-preview-view.ts';
import { fileValue, getValue } from '../view/desk/transfer-ids.ts';
import { layOut, type View } from '../view/lay-out.ts';
import { refusalText } from '../view/refusal-view.ts';
import { reportLabels } from '../view/sheet-labels.ts';
import { decode } from '../view/values.ts';
import type { Services } from './services.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & { client: WebClient };

const sharedSchema = z.looseObject({
  user: userIdSchema,
  channel: z.string(),
  ts: z.string(),
  files: z.array(z.looseObject({ id: z.string(), filetype: z.string().default(''), name: z.string().default('') })),
});

/** The sheet that goes out, and comes back filled in: previewed first, applied when somebody says so. */
export function createTransfer({ desk, files, once, rim, viewContext }: Services) {
  const saying = (text: string): View => ({ text, parts: section(text) });
  const show = (respond: RespondFn, view: View) =>
    respond({ ...layOut(view, { surface: 'message', newerBlocks: false }), replace_original: true });

  /** Acknowledges, drops redeliveries, keeps faults at the rim. */
  function button(name: string, handle: (args: ButtonArgs) => Promise<View>) {
    return async (args: ButtonArgs): Promise<void> => {
      const { ack, body, respond } = args;
      await rim.run(
        name,
        async () => {
          await ack();
          if (once(`action ${body.trigger_id}`)) await show(respond, await handle(args));
        },
        (text) => respond({ text, response_type: 'ephemeral', replace_original: false }),
      );
    };
  }

  async function apply({ action, body }: ButtonArgs, withoutRejected: boolean): Promise<View> {
    const context = viewContext();
    const value = decode(fileValue, action.value);
    const bytes = value ? await files.fetch(value.file, body.user.id) : null;
    if (!bytes) return saying(context.wording.plain('transfer.not_a_sheet', { command: context.command }));
    const done = await desk.importSheet(userIdSchema.parse(body.user.id), bytes, withoutRejected);
    return done.ok ? importedView(done.imported, context) : sheetRefusal(done, context);
  }

  return {
    /** «様式を受け取る»: the sheet goes to the direct messages of the one who asks. */
    onGet: button('transfer-get', async ({ action, body }) => {
      const context = viewContext();
      const { wording } = context;
      const value = decode(getValue, action.value);
      if (!value) return saying(wording.plain('problem.gone', { command: context.command }));
      const exported = await desk.exportSheet(userIdSchema.parse(body.user.id), value.round);
      if (!exported.ok) return saying(refusalText(exported, context));
      const { round, due } = exported.exported;
      const bytes = writeReportSheet(exported.source, reportLabels(wording, { round: round.title, due }));
      await files.send(
        {
          channel: body.user.id,
          name: `${wording.plain('transfer.file_name', { title: round.title })}.xlsx`,
          comment: wording.plain('transfer.comment', { title: round.title, due }),
        },
        bytes,
      );
      return saying(wording.plain('transfer.sent', { title: round.title }));
    }),
    onApply: button('transfer-apply', (args) => apply(args, false)),
    onApplyRest: button('transfer-apply-rest', (args) => apply(args, true)),
    onCancel: button('transfer-cancel', async () => saying(viewContext().wording.plain('transfer.cancelled', {}))),

    /** A file sent to the bot: its rows are shown as they would change the reports. Nothing is changed yet. */
    onFile: async ({ event, body, client }: SlackEventMiddlewareArgs<'message'> & { client: WebClient }) => {
      if (event.channel_type !== 'im' || event.subtype !== 'file_share') return;
      const shared = sharedSchema.safeParse(event).data;
      if (!shared) return;
      const { user, channel, ts } = shared;
      const post = (view: View) =>
        client.chat.postMessage({
          channel,
          ...layOut(view, { surface: 'message', newerBlocks: false }),
          unfurl_links: false,
          unfurl_media: false,
        });
      await rim.run(
        'file',
        async () => {
          if (!once(`file ${ts} ${body.event_id}`)) return;
          const context = viewContext();
          for (const file of shared.files) {
            const bytes = await files.fetch(file.id, user);
            if (!bytes) {
              await post(saying(context.wording.plain('transfer.not_a_sheet', { command: context.command })));
              continue;
            }
            const previewed = await desk.previewSheet(user, bytes);
            await post(previewed.ok ? sheetPreviewView(previewed, file.id, context) : sheetRefusal(previewed, context));
          }
        },
        (text) => client.chat.postMessage({ channel, text }),
      );
    },
  };
}
