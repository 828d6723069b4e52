/** slack/report: what sections and coordinators press and fill in: reports, rounds, boards, roster and ledger. */
import type {
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewClosedAction,
  ViewOutput,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { ReportForm } from '../../report/desk/form.ts';
import type { TypedLine } from '../../report/desk/read-lines.ts';
import { type UserId, userIdSchema } from '../../report/person.ts';
import { fields } from '../../view/desk/form-fields.ts';
import { formStep, resumeStep, stepCount, stepOf } from '../../view/desk/report-form.ts';
import { formCheck } from '../../view/desk/report-form-check.ts';
import { closedText, keptText, stepErrors } from '../../view/desk/report-form-told.ts';
import { saying } from '../../view/desk/report-modal.ts';
import { type FormValue, formValue, reportValue } from '../../view/desk/report-values.ts';
import { refusalText } from '../../view/refusal-view.ts';
import { decode } from '../../view/values.ts';
import { inTime } from '../in-time.ts';
import type { Services } from '../services.ts';
import { reportPlace } from './report-place.ts';
import { typedLines } from './report-state.ts';

type Args = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & { client: WebClient };
type FieldArgs = SlackActionMiddlewareArgs<BlockAction> & { client: WebClient };
type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & { client: WebClient };
type ClosedArgs = SlackViewMiddlewareArgs<ViewClosedAction> & { client: WebClient };

/** What a sent form is answered with. */
type Answer =
  | { response_action: 'update'; view: ModalView }
  | { response_action: 'errors'; errors: Record<string, string> };

const showing = (view: ModalView): Answer => ({ response_action: 'update', view });

/** The form of a section's report, from step to step. What is typed is kept first, and looked at afterwards. */
export function createReportForm(services: Services) {
  const { desk, later, once, rim, viewContext } = services;
  const same = (one: TypedLine, other: TypedLine | undefined): boolean =>
    fields.every((field) => one[field] === other?.[field]);

  /** Keeps what a view holds, and opens the form with it. A form that nobody typed into leaves no draft. */
  async function keep(user: UserId, at: FormValue, state: unknown) {
    const typed = typedLines(state);
    const opened = await desk.openForm(user, at.round, at.section);
    const held = opened.ok ? opened.form.lines.map((line) => line.typed) : [];
    if (
      typed.every((line) =>
        same(
          line,
          held.find(({ kpi }) => kpi === line.kpi),
        ),
      )
    )
      return opened;
    await desk.keepDraft(user, at, typed);
    return desk.openForm(user, at.round, at.section);
  }

  /** A refusal; who may not fill in a form has no draft in it. */
  function refused(refusal: Parameters<typeof refusalText>[0]): ModalView {
    const context = viewContext();
    const text = refusalText(refusal, context);
    return saying('problem', 'whoCan' in refusal ? text : keptText(text, context), context);
  }

  const gone = (): ModalView =>
    saying('problem', refusalText({ ok: false, code: 'gone' }, viewContext()), viewContext());

  /** The page somebody is on, as things stand now: newer than the one they were typing into, perhaps. */
  function page(form: ReportForm, at: FormValue, step: number): ModalView {
    const context = viewContext();
    if (form.closed) return saying('closed', closedText(form, context), context);
    const changed = form.report.version !== at.version;
    if (!changed && step >= stepCount(form)) return formCheck(form, desk.today(), context);
    return formStep(form, { step, changed, checked: false }, context);
  }

  async function refreshed(user: UserId, view: ViewOutput, move: -1 | 0): Promise<ModalView> {
    const at = decode(formValue, view.private_metadata);
    if (!at) return gone();
    const opened = await keep(user, at, view.state);
    if (!opened.ok) return refused(opened);
    return page(opened.form, at, Math.max(0, Math.min(at.step, stepCount(opened.form)) + move));
  }

  /** The check page's submission: stored, or sent back to where something is to be done. */
  async function handIn(user: UserId, at: FormValue, form: ReportForm): Promise<ModalView> {
    const context = viewContext();
    const done = await desk.submitForm(
      user,
      at,
      form.lines.map((line) => line.typed),
    );
    if (done.ok) {
      const { round, report } = done;
      const text = context.wording.mrkdwn('report.done', {
        ...{ title: round.title, section: report.section, state: report.state },
      });
      return saying('done', text, context);
    }
    if (done.code === 'faults') {
      const step = stepOf(form, done.faults[0]?.kpi ?? '');
      return formStep(form, { step, changed: false, checked: true }, context);
    }
    const opened = await desk.openForm(user, at.round, at.section);
    if (!opened.ok || !['changed', 'wrong-state', 'round-not-open'].includes(done.code)) {
      return refused(done);
    }
    return page(opened.form, at, 0);
  }

  /** What the form answers to being sent. */
  async function stepOn(by: string, view: ViewOutput): Promise<Answer> {
    const user = userIdSchema.parse(by);
    const at = decode(formValue, view.private_metadata);
    if (!at) return showing(gone());
    const opened = await keep(user, at, view.state);
    if (!opened.ok) return showing(refused(opened));
    const { form } = opened;
    if (at.step >= stepCount(form)) return showing(await handIn(user, at, form));
    const errors = stepErrors(form, at.step, viewContext());
    const changed = form.report.version !== at.version;
    if (!form.closed && !changed && Object.keys(errors).length > 0) return { response_action: 'errors', errors };
    return showing(page(form, at, changed ? at.step : at.step + 1));
  }

  /** A fault of ours stands beside the first field, and the form stays open: what was typed may be nowhere else. */
  function unkept(view: ViewOutput, text: string): Answer {
    const first = view.blocks.find(({ type }) => type === 'input')?.block_id;
    if (first !== undefined) return { response_action: 'errors', errors: { [first]: text } };
    // The check page has no field; everything was kept before it was shown.
    return showing(saying('problem', keptText(text, viewContext()), viewContext()));
  }

  return {
    /** «報告する», «続きから», «直して再提出». */
    onFill: async (args: Args): Promise<void> => {
      const { ack, action, body } = args;
      const place = reportPlace(args, viewContext());
      await rim.run(
        'report-fill',
        async () => {
          await ack();
          if (!once(`action ${body.trigger_id}`)) return;
          const context = viewContext();
          const value = decode(reportValue, action.value);
          if (!value) return void (await place.tell(refusalText({ ok: false, code: 'gone' }, context)));
          // What was closed a moment ago comes first: the form is to hold it.
          await later.retry();
          const opened = await desk.openForm(userIdSchema.parse(body.user.id), value.round, value.section);
          if (!opened.ok) return void (await place.tell(refusalText(opened, context)));
          const { form } = opened;
          const at = { ...value, version: form.report.version, step: 0 };
          await place.open(page(form, at, resumeStep(form)));
        },
        place.tell,
      );
    },

    /** «次へ», and on the check page «提出する» or «直すところへ戻る». */
    onSubmit: async ({ ack, body, view }: SubmitArgs): Promise<void> => {
      const work = stepOn(body.user.id, view);
      await rim.run(
        'report-form',
        async () => ack(await inTime(work)),
        (text) => ack(unkept(view, text)),
      );
      // What is stored too late to be told is stored all the same; its news goes out as ever.
      await work.catch(() => null);
    },

    /** «前へ戻る», and a field that says at once what was read: the page is drawn anew with what was typed. */
    onTyped:
      (move: -1 | 0) =>
      async (args: FieldArgs): Promise<void> => {
        const { ack, body, client } = args;
        const { view } = body;
        await rim.run(
          'report-typed',
          async () => {
            await ack();
            if (!view || !once(`action ${body.trigger_id}`)) return;
            const next = await refreshed(userIdSchema.parse(body.user.id), view, move);
            try {
              await client.views.update({ view_id: view.id, hash: view.hash, view: next });
            } catch (error) {
              // The person was faster, and a newer page is on its way or shown; what was typed is kept.
              if (!(error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict')) throw error;
            }
          },
          (text) => client.chat.postMessage({ channel: body.user.id, text }),
        );
      },

    /** Closed without sending: what was typed is there when the form is opened again. */
    onClosed: async ({ ack, body, client, view }: ClosedArgs): Promise<void> => {
      const tell = (text: string) => client.chat.postMessage({ channel: body.user.id, text });
      await rim.run(
        'report-closed',
        async () => {
          await ack();
          const at = decode(formValue, view.private_metadata);
          if (!at) return;
          const user = userIdSchema.parse(body.user.id);
          const isKept = await later.run(`${user} ${at.round} ${at.section}`, () => keep(user, at, view.state));
          const { wording, command } = viewContext();
          if (!isKept) await tell(wording.mrkdwn('report.closed_unkept', { command }));
        },
        tell,
      );
    },
  };
}
