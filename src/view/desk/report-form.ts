import type { ModalView } from '@slack/types';
import { longEraYear, monthName } from '../../plan/fiscal-year.ts';
import type { FormLine, ReportForm } from '../../report/desk/form.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { actions, button, context as contextBlock, divider, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { valueText } from '../describe.ts';
import { fieldInput, fields } from './form-fields.ts';
import { remarks } from './form-remarks.ts';
import { modal } from './report-modal.ts';
import { dayText, figureText, momentText, nameText, personText, quoteText, saidText } from './report-text.ts';
import { reportValueOf } from './report-values.ts';

/** KPIs of one step: ten blocks each, and Slack takes a hundred. */
const stepLength = 5;

/** How many steps a form has before its check page. */
export function stepCount({ lines }: Pick<ReportForm, 'lines'>): number {
  return Math.max(1, Math.ceil(lines.length / stepLength));
}

/** The lines of one step. */
export function linesOf({ lines }: Pick<ReportForm, 'lines'>, step: number): readonly FormLine[] {
  return lines.slice(step * stepLength, (step + 1) * stepLength);
}

/** Where somebody goes on: the first step with something still to answer. */
export function resumeStep(form: Pick<ReportForm, 'lines' | 'draftOf'>): number {
  const open =
    form.draftOf === null ? undefined : form.lines.find(({ typed }) => `${typed.value}${typed.reason}` === '');
  return open ? stepOf(form, open.asked.kpi.id) : 0;
}

/** The step on which a KPI stands. */
export function stepOf({ lines }: Pick<ReportForm, 'lines'>, kpi: string): number {
  const index = lines.findIndex(({ asked }) => asked.kpi.id === kpi);
  return Math.floor(Math.max(0, index) / stepLength);
}

/** Whether something was typed that is not what is registered. */
function differs({ prefill, typed }: FormLine): boolean {
  if (prefill.from !== 'this-report') return false;
  const { reported, measuredOn, mark, note } = prefill.line;
  const registered = [
    reported.kind === 'value' ? String(reported.value) : '',
    reported.kind === 'not-measured' ? reported.reason : '',
    measuredOn ?? '',
    mark ?? '',
    note ?? '',
  ];
  return registered.join('\n') !== [typed.value, typed.reason, typed.measuredOn, typed.mark, typed.note].join('\n');
}

function lastText({ asked: { kpi }, prefill, before }: FormLine, context: ViewContext): string {
  const { wording } = context;
  const said = { from: prefill.from, figure: '', when: null, preliminary: false };
  switch (prefill.from) {
    case 'this-report':
      return before === null
        ? wording.mrkdwn('report.form_last', { ...said, from: 'nothing' })
        : wording.mrkdwn('report.form_last', { ...said, figure: figureText(before, kpi.unit, context) });
    case 'earlier-report': {
      const { line, year, preliminary } = prefill.accepted;
      const figure = saidText(line, kpi.unit, context);
      return wording.mrkdwn('report.form_last', { ...said, figure, when: longEraYear(year), preliminary });
    }
    case 'plan': {
      const figure = nameText(valueText({ value: prefill.value, text: prefill.text, asOf: null }, kpi.unit, context));
      const when = prefill.measuredOn === null ? null : monthName(prefill.measuredOn.slice(0, 7));
      return wording.mrkdwn('report.form_last', { ...said, figure, when });
    }
    case 'nothing':
      return wording.mrkdwn('report.form_last', said);
  }
}

/** What is registered by now, where it is not what this person typed. */
function theirs(form: ReportForm, line: FormLine, context: ViewContext): string {
  const { submitted } = form.report;
  if (!submitted || !differs(line) || line.prefill.from !== 'this-report') return '';
  const registered = line.prefill.line;
  return context.wording.mrkdwn('report.form_theirs', {
    who: personText(submitted.by, context),
    when: momentText(submitted.at, context),
    line: [saidText(registered, line.asked.kpi.unit, context), quoteText(registered.note ?? '')].join('　').trim(),
  });
}

function kpiParts(form: ReportForm, line: FormLine, number: number, checked: boolean, context: ViewContext): Part[] {
  const { wording } = context;
  const { kpi, item, sections } = line.asked;
  const text = wording.mrkdwn('report.form_kpi', {
    number,
    name: nameText(kpi.name),
    item: nameText(item.title),
    sections: nameText(sections.filter((section) => section !== form.section).join('、')),
    unit: kpi.unit === null ? null : nameText(kpi.unit),
    baseline: nameText(valueText(kpi.baseline, kpi.unit, context)),
    target: nameText(valueText(kpi.target, kpi.unit, context)),
    rule: wording.plain('words.rule', { rule: kpi.rule }),
  });
  const [value, ...others] = fields.map((field) => fieldInput(field, kpi, line.typed, context));
  const said = remarks(line.asked, line.typed, checked, context).map((remark) =>
    wording.mrkdwn('report.named', { name: nameText(kpi.name), text: remark }),
  );
  return [
    divider(),
    ...section(text),
    ...contextBlock(lastText(line, context), theirs(form, line, context)),
    ...(value ? [value] : []),
    ...contextBlock(said.join('\n')),
    ...others,
  ];
}

/** What the person should know before they type. */
function notice(form: ReportForm, changed: boolean, context: ViewContext): string {
  const { report, draftOf, draftIsStale } = form;
  const say = (kind: 'draft' | 'stale' | 'changed' | 'returned') => {
    const by = report.state === 'open' ? null : report[report.state];
    const when = kind === 'draft' ? draftOf : (by?.at ?? null);
    return context.wording.mrkdwn('report.form_notice', {
      notice: kind,
      when: when === null ? null : momentText(when, context),
      who: by ? personText(by.by, context) : null,
      reason: report.returned?.reason ?? null,
    });
  };
  const about = changed ? say('changed') : draftIsStale ? say('stale') : draftOf === null ? '' : say('draft');
  return [report.returned ? say('returned') : '', about].filter((text) => text !== '').join('\n');
}

interface StepOptions {
  step: number;
  /** The report was changed by somebody else while this person was typing. */
  changed: boolean;
  /** They come back from the check page: what is missing is said, too. */
  checked: boolean;
}

/** One step of the form: some KPIs with their fields; the version it carries is the one it shows. */
export function formStep(
  form: ReportForm,
  { step: asked, changed, checked }: StepOptions,
  context: ViewContext,
): ModalView {
  const { wording } = context;
  const steps = stepCount(form);
  const step = Math.min(asked, steps - 1);
  const shown = linesOf(form, step);
  const from = step * stepLength + 1;
  const intro = wording.mrkdwn('report.form_intro', {
    title: nameText(form.round.title),
    section: form.section,
    due: dayText(form.due, context),
    year: longEraYear(form.round.year),
  });
  const progress = wording.mrkdwn('report.form_progress', {
    ...{ step: step + 1, steps, from, to: from + shown.length - 1, count: form.lines.length },
  });
  const back = button({
    id: actionIds.reportBack,
    text: wording.plain('report.button', { button: 'back' }),
    value: String(step),
  });
  const label = (name: 'next' | 'check' | 'close') => wording.plain('report.form_button', { button: name });
  return modal({
    callback: callbackIds.reportForm,
    title: wording.plain('report.form_title', {}),
    close: label('close'),
    submit: label(step < steps - 1 ? 'next' : 'check'),
    metadata: { ...reportValueOf({ ...form.report }), step },
    notifyOnClose: true,
    parts: [
      ...section(intro),
      ...section(notice(form, changed, context)),
      ...contextBlock(progress),
      ...shown.flatMap((line, index) => kpiParts(form, line, from + index, checked, context)),
      ...(step > 0 ? actions([back]) : []),
    ],
  });
}
