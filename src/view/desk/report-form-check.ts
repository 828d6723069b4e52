import type { ModalView } from '@slack/types';
import type { Day } from '../../report/day.ts';
import { formQuestions, type ReportForm } from '../../report/desk/form.ts';
import { readLines } from '../../report/desk/read-lines.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { actions, button, lines as lineBlocks, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { faultText, questionText, readText } from './form-remarks.ts';
import { stepCount } from './report-form.ts';
import { modal } from './report-modal.ts';
import { kpiName, kpiOf, lineText, outcomeCounts } from './report-text.ts';
import { reportValueOf } from './report-values.ts';

/** The last page of a form: what is still missing, what is worth asking, and every line as it was read. */
export function formCheck(form: ReportForm, today: Day, context: ViewContext): ModalView {
  const { wording } = context;
  const typed = form.lines.map((line) => line.typed);
  const { lines, faults } = readLines(
    form.lines.map(({ asked }) => asked),
    typed,
  );
  const unit = (id: (typeof lines)[number]['kpi']) => kpiOf(id, context)?.unit ?? null;
  const named = (id: (typeof lines)[number]['kpi'], text: string) =>
    wording.mrkdwn('report.named', { name: kpiName(id, context), text });

  const missing = faults.map((fault) => named(fault.kpi, faultText(fault, unit(fault.kpi), context)));
  const asked = formQuestions(form, lines, today);
  const questions = lines.flatMap((line) =>
    (asked.get(line.kpi) ?? []).map((question) =>
      named(line.kpi, questionText(question, line, unit(line.kpi), form, context)),
    ),
  );
  const read = lines.map((line) => {
    const own = typed.find(({ kpi }) => kpi === line.kpi);
    return lineText(line, own ? readText(line, own, unit(line.kpi), context) : '', context);
  });
  const back = button({
    id: actionIds.reportBack,
    text: wording.plain('report.button', { button: 'back' }),
    value: 'check',
  });
  const counts = { faults: missing.length, questions: questions.length, count: form.lines.length };
  return modal({
    callback: callbackIds.reportForm,
    title: wording.plain('report.form_title', {}),
    close: wording.plain('report.form_button', { button: 'close' }),
    submit: wording.plain('report.form_button', { button: missing.length > 0 ? 'fix' : 'submit' }),
    metadata: { ...reportValueOf({ ...form.report }), step: stepCount(form) },
    notifyOnClose: true,
    parts: [
      ...section(wording.mrkdwn('report.check_headline', counts)),
      ...actions([back]),
      ...(missing.length > 0 ? section(wording.mrkdwn('report.check_faults', { count: missing.length })) : []),
      ...lineBlocks(missing),
      ...(questions.length > 0 ? section(wording.mrkdwn('report.check_questions', { count: questions.length })) : []),
      ...lineBlocks(questions),
      ...section(wording.mrkdwn('report.check_lines', outcomeCounts(lines, context))),
      ...lineBlocks(read),
    ],
  });
}
