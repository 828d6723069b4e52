import type {
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { ReportSheet } from '../../report/desk/report-desk.ts';
import type { ReportDone } from '../../report/desk/submit.ts';
import { type UserId, userIdSchema } from '../../report/person.ts';
import type { ReportAction } from '../../report/transitions.ts';
import { decisionForm } from '../../view/desk/report-decision-form.ts';
import { currentText, currentView, type Outdated } from '../../view/desk/report-message-view.ts';
import { sheetModal } from '../../view/desk/report-sheet-view.ts';
import { type DecisionValue, decisionValue, type ReportValue, reportValue } from '../../view/desk/report-values.ts';
import { refusalText } from '../../view/refusal-view.ts';
import { decode } from '../../view/values.ts';
import type { Services } from '../services.ts';
import { createPost } from './post.ts';
import { readDecision } from './report-decision-state.ts';
import { type ReportPlace, reportPlace } from './report-place.ts';

type Args = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & { client: WebClient };
type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & { client: WebClient };

const leadsTo: Readonly<Partial<Record<ReportAction, ReportSheet['report']['state']>>> = {
  confirm: 'confirmed',
  accept: 'accepted',
  return: 'returned',
  'reopen-report': 'returned',
};

/** How the reader's message came to be out of date; the second half of a double click is told what the first one did. */
function howOutdated(user: UserId, action: ReportAction, { report, actions }: ReportSheet): Outdated {
  const by = report.state === 'open' ? null : report[report.state];
  if (report.state === leadsTo[action] && by?.by.user === user) return 'done';
  return actions.includes(action) ? 'newer' : 'meanwhile';
}

/** «内容を見る», and what heads and coordinators decide. */
export function createReportDecisions(services: Services) {
  const { desk, once, rim, viewContext } = services;
  const post = createPost(services);

  const refusal = (refused: Parameters<typeof refusalText>[0]): string => refusalText(refused, viewContext());

  /** Acknowledges, drops redeliveries, reads the button's value, keeps faults at the rim. */
  function listener(
    name: string,
    handle: (user: UserId, value: ReportValue, place: ReportPlace, args: Args) => Promise<unknown>,
  ) {
    return async (args: Args): Promise<void> => {
      const { ack, action, body } = args;
      const place = reportPlace(args, viewContext());
      await rim.run(
        name,
        async () => {
          await ack();
          if (!once(`action ${body.trigger_id}`)) return;
          const value = decode(reportValue, action.value);
          if (value) await handle(userIdSchema.parse(body.user.id), value, place, args);
          else await place.tell(refusal({ ok: false, code: 'gone' }));
        },
        place.tell,
      );
    };
  }

  const escaped = (text: string): string => viewContext().wording.mrkdwn('report.escaped', { text });

  function show(how: Outdated, sheet: ReportSheet, place: ReportPlace): Promise<unknown> {
    const context = viewContext();
    const notice = how === 'done' ? '' : escaped(currentText(how, sheet, context));
    return place.replace(currentView(how, sheet, context), sheetModal(sheet, notice, context));
  }

  /** What somebody is told whose decision was not taken. */
  async function outdated(
    user: UserId,
    action: ReportAction,
    value: ReportValue,
    done: Extract<ReportDone, { ok: false }>,
  ) {
    if (done.code !== 'changed' && done.code !== 'wrong-state') return null;
    const opened = await desk.openReport(user, value.round, value.section);
    return opened.ok ? { how: howOutdated(user, action, opened.sheet), sheet: opened.sheet } : null;
  }

  const decideAtOnce = (action: 'confirm' | 'accept') =>
    listener(`report-${action}`, async (user, value, place) => {
      const done = await desk.decide(user, value, { action });
      if (!done.ok) {
        const now = await outdated(user, action, value, done);
        return now ? show(now.how, now.sheet, place) : place.tell(refusal(done));
      }
      const opened = await desk.openReport(user, value.round, value.section);
      return opened.ok ? post.refresh(action, () => show('done', opened.sheet, place)) : undefined;
    });

  const askFirst = (action: DecisionValue['action']) =>
    listener(`report-${action}`, async (user, value, place) => {
      const opened = await desk.openReport(user, value.round, value.section);
      if (!opened.ok) return place.tell(refusal(opened));
      const { sheet } = opened;
      if (!sheet.actions.includes(action) || sheet.report.version !== value.version)
        return show(howOutdated(user, action, sheet), sheet, place);
      return place.open(decisionForm({ ...value, action }, sheet.round, viewContext()));
    });

  /** Brings the sheet that a decision was made from up to date; a message follows its report by itself. */
  async function refresh(user: UserId, value: DecisionValue, below: string, client: WebClient): Promise<void> {
    const opened = await desk.openReport(user, value.round, value.section);
    if (!opened.ok) return;
    const view = sheetModal(opened.sheet, '', viewContext());
    await client.views.update({ view_id: below, view });
  }

  return {
    onLook: listener('report-look', async (user, value, place) => {
      const opened = await desk.openReport(user, value.round, value.section);
      return opened.ok ? place.open(sheetModal(opened.sheet, '', viewContext())) : place.tell(refusal(opened));
    }),
    onConfirm: decideAtOnce('confirm'),
    onAccept: decideAtOnce('accept'),
    onReturn: askFirst('return'),
    onReopen: askFirst('reopen-report'),
    onApprove: askFirst('record-approval'),

    /** The small form is sent: a reason, or the formal approval. What is refused stands beside its field, and stays typed. */
    onDecided: async ({ ack, body, view, client }: SubmitArgs): Promise<void> => {
      const beside = (field: string, text: string) => ack({ response_action: 'errors', errors: { [field]: text } });
      const value = decode(decisionValue, view.private_metadata);
      const first = value?.action === 'record-approval' ? 'on' : 'reason';
      await rim.run(
        'report-decided',
        async () => {
          if (!once(`view ${body.trigger_id}`)) return ack();
          if (!value) return beside(first, refusal({ ok: false, code: 'gone' }));
          const read = readDecision(value.action, view.state, viewContext());
          if (!read.ok) return ack({ response_action: 'errors', errors: read.errors });
          const user = userIdSchema.parse(body.user.id);
          const done = await desk.decide(user, value, read.change);
          if (!done.ok) {
            const now = await outdated(user, value.action, value, done);
            // A double click: the first half has done it.
            if (now?.how === 'done') return ack();
            return beside(first, now ? currentText(now.how, now.sheet, viewContext()) : refusal(done));
          }
          await ack();
          const below = view.previous_view_id;
          if (below !== null) await post.refresh(value.action, () => refresh(user, value, below, client));
        },
        (text) => beside(first, text),
      );
    },
  };
}
