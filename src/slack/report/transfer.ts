import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { SentFile } from '../../report/desk/sheets.ts';
import { type UserId, userIdSchema } from '../../report/person.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import { rosterPreviewView } from '../../view/desk/roster-preview-view.ts';
import { importedView, sheetPreviewView, sheetRefusal } from '../../view/desk/sheet-preview-view.ts';
import { fileValue, getValue } from '../../view/desk/transfer-values.ts';
import { layOut, type View } from '../../view/lay-out.ts';
import { refusalText } from '../../view/refusal-view.ts';
import { said, sentence } from '../../view/sentence.ts';
import { textLabels } from '../../view/sheet-labels.ts';
import { decode } from '../../view/values.ts';
import type { Services } from '../services.ts';
import { writeFile } from './write-file.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & { client: WebClient };

const sharedSchema = z.looseObject({
  user: userIdSchema,
  channel: z.string(),
  ts: z.string(),
  files: z.array(z.looseObject({ id: z.string(), filetype: z.string().default(''), name: z.string().default('') })),
});

/** The sheet that goes out, and comes back filled in: previewed first, applied when somebody says so. */
export function createTransfer({ desk, files, once, rim, viewContext }: Services) {
  /** In the place of the message; above it, where the button stands in a modal or on the App Home. */
  async function show({ body, client, respond }: ButtonArgs, view: View): Promise<void> {
    if (!body.view)
      await respond({ ...layOut(view, { surface: 'message', newerBlocks: false }), replace_original: true });
    else await openAbove(body, client, view);
  }
  function openAbove({ trigger_id, view }: BlockAction, client: WebClient, shown: View) {
    const modal = screenModal(shown, viewContext());
    return view?.type === 'modal'
      ? client.views.push({ trigger_id, view: modal })
      : client.views.open({ trigger_id, view: modal });
  }

  /** Acknowledges, drops redeliveries, keeps faults at the rim. */
  function button(name: string, handle: (args: ButtonArgs) => Promise<View>) {
    return async (args: ButtonArgs): Promise<void> => {
      const { ack, body, client, respond } = args;
      await rim.run(
        name,
        async () => {
          await ack();
          if (once(`action ${body.trigger_id}`)) await show(args, await handle(args));
        },
        (text) =>
          body.view
            ? openAbove(body, client, said(text))
            : respond({ text, response_type: 'ephemeral', replace_original: false }),
      );
    };
  }

  /** A file that somebody sent, with the words by which a text is read; null where it is none of ours. */
  async function sent(id: string, user: string): Promise<SentFile | null> {
    const file = await files.fetch(id, user);
    return file && { ...file, labels: textLabels(viewContext().wording, { round: '', due: '' }) };
  }
  const notASheet = (): View => sentence('transfer.not_a_sheet', { command: viewContext().command }, viewContext());

  async function apply({ action, body }: ButtonArgs, withoutRejected: boolean): Promise<View> {
    const context = viewContext();
    const value = decode(fileValue, action.value);
    const file = value ? await sent(value.file, body.user.id) : null;
    if (!file) return notASheet();
    const done = await desk.importSheet(userIdSchema.parse(body.user.id), file, withoutRejected);
    return done.ok ? importedView(done.imported, context) : sheetRefusal(done, context);
  }

  /** What a file that came back would change: a round's answers, or else the roster. */
  async function previewed(user: UserId, id: string): Promise<View> {
    const context = viewContext();
    const file = await sent(id, user);
    if (!file) return notASheet();
    const sheet = await desk.previewSheet(user, file);
    if (sheet.ok) return sheetPreviewView(sheet, id, context);
    const foreign = sheet.code === 'file' && sheet.faults.every(({ code }) => code === 'foreign');
    const roster = foreign ? await desk.previewRoster(user, file.bytes) : null;
    return roster?.ok ? rosterPreviewView(roster, id, context) : sheetRefusal(sheet, context);
  }

  return {
    /** «様式を受け取る»: a file goes to the direct messages of the one who asks. */
    onGet: button('transfer-get', async ({ action, body }) => {
      const context = viewContext();
      const { wording } = context;
      const value = decode(getValue, action.value);
      if (!value) return sentence('problem.gone', { command: context.command }, context);
      const written = await writeFile(desk, userIdSchema.parse(body.user.id), value, context);
      if (!written.ok) return said(refusalText(written, context));
      const { form } = value;
      const { title, due, bytes } = written;
      await files.send(
        {
          channel: body.user.id,
          name: wording.plain('transfer.file_name', { title, form }),
          comment: wording.mrkdwn('transfer.comment', { title, due, form }),
        },
        bytes,
      );
      return sentence('transfer.sent', { title, form }, context);
    }),
    onApplyRoster: button('transfer-apply-roster', async ({ action, body }) => {
      const context = viewContext();
      const value = decode(fileValue, action.value);
      const file = value ? await sent(value.file, body.user.id) : null;
      if (!file) return notASheet();
      const imported = await desk.importRoster(userIdSchema.parse(body.user.id), file.bytes);
      if (!imported.ok) return sheetRefusal(imported, context);
      const count = imported.done.filter(({ ok }) => ok).length;
      return sentence('transfer.roster_applied', { count, refused: imported.done.length - count }, context);
    }),
    onApply: button('transfer-apply', (args) => apply(args, false)),
    onApplyRest: button('transfer-apply-rest', (args) => apply(args, true)),
    onCancel: button('transfer-cancel', async () => sentence('transfer.cancelled', {}, viewContext())),

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
          for (const { id } of shared.files) await post(await previewed(user, id));
        },
        (text) => client.chat.postMessage({ channel, text }),
      );
    },
  };
}
