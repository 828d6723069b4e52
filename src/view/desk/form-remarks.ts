import { longEraYear } from '../../plan/fiscal-year.ts';
import type { ReportForm } from '../../report/desk/form.ts';
import { type FieldFault, readLines, type TypedLine } from '../../report/desk/read-lines.ts';
import { parseValue } from '../../report/parse-value.ts';
import type { Question } from '../../report/plausibility.ts';
import type { ReportLine } from '../../report/report.ts';
import type { AskedKpi } from '../../report/scope.ts';
import type { ViewContext } from '../context.ts';
import { figureText, lineStateText, nameText, saidText } from './report-text.ts';

/** What is said beside a KPI's fields; plain text. */

export function faultText({ fault }: FieldFault, unit: string | null, { wording }: ViewContext): string {
  return wording.plain('report.fault', {
    code: fault.code,
    typed: 'typed' in fault ? nameText(fault.typed) : '',
    expected: unit === null ? null : nameText(unit),
  });
}

/** Faults that no further typing elsewhere mends: they stop a step, beside their field. What is only missing may wait. */
export function stopsStep(fault: FieldFault): boolean {
  return fault.field !== 'whole' && fault.fault.code !== 'neither';
}

/** The figure as it was read: «65.9 万人 と読みました». */
export function readText(line: ReportLine, typed: TypedLine, unit: string | null, context: ViewContext): string {
  if (line.reported.kind !== 'value') return saidText(line, unit, context);
  const parsed = parseValue(typed.value, unit);
  return context.wording.plain('report.read', {
    figure: figureText(line.reported.value, unit, context),
    approximate: parsed.ok && parsed.approximate,
  });
}

/** What can be said at once of what was typed for a KPI; where nothing is, that it is missing only once the form was `checked`. */
export function remarks(asked: AskedKpi, typed: TypedLine, checked: boolean, context: ViewContext): string[] {
  if (!checked && typed.value.trim() === '' && typed.reason.trim() === '') return [];
  const { kpi } = asked;
  const { lines, faults } = readLines([asked], [typed]);
  const read = lines.flatMap((line) => [
    readText(line, typed, kpi.unit, context),
    lineStateText(kpi, line, context) ?? '',
  ]);
  return [...read, ...faults.map((fault) => faultText(fault, kpi.unit, context))].filter((text) => text !== '');
}

export function questionText(
  question: Question,
  line: ReportLine,
  unit: string | null,
  form: Pick<ReportForm, 'round'>,
  context: ViewContext,
): string {
  const figure = (value: number) => figureText(value, unit, context);
  return context.wording.plain('report.question', {
    code: question.code,
    before: 'before' in question ? figure(question.before) : '',
    now: line.reported.kind === 'value' ? figure(line.reported.value) : '',
    perhaps: 'perhaps' in question ? figureText(question.perhaps, null, context) : '',
    year: longEraYear(form.round.year),
  });
}
