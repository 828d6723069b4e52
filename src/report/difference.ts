import { diffArrays } from 'diff';
import type { KpiId } from '../plan/kpi.ts';
import type { ReportLine } from './report.ts';

/** A piece of text that stayed, came or went. */
export interface TextPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What became of one KPI's line from one version of a report to the next. */
export type LineDifference =
  | { kind: 'added' | 'removed' | 'same'; kpi: KpiId; line: ReportLine }
  | {
      kind: 'changed';
      kpi: KpiId;
      before: ReportLine;
      after: ReportLine;
      /** The fields that are not the same. */
      fields: readonly ('reported' | 'measuredOn' | 'mark' | 'note')[];
      /** The note, or the reason for not measuring, word by word; empty where it did not change. */
      text: readonly TextPart[];
    };

/** Japanese puts no blanks between words; the segmenter of the platform's own ICU finds them. */
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Beyond this many changed words the two texts have nothing in common that is worth searching for. */
const mostChanges = 2_000;

function words(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Two texts word by word: what is same and removed gives the first, what is same and added the second. */
export function wordDifference(before: string, after: string): TextPart[] {
  const changes = diffArrays(words(before), words(after), { maxEditLength: mostChanges });
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Everything said in words about a line: why it was not measured, and the note. */
function said({ reported, note }: ReportLine): string {
  return [reported.kind === 'not-measured' ? reported.reason : null, note].filter((text) => text !== null).join('\n');
}

function sameReported(one: ReportLine['reported'], other: ReportLine['reported']): boolean {
  if (one.kind === 'value') return other.kind === 'value' && one.value === other.value;
  return other.kind === 'not-measured' && one.reason === other.reason;
}

function compare(before: ReportLine, after: ReportLine): LineDifference {
  const fields = (['reported', 'measuredOn', 'mark', 'note'] as const).filter((field) =>
    field === 'reported' ? !sameReported(before.reported, after.reported) : before[field] !== after[field],
  );
  const { kpi } = after;
  if (fields.length === 0) return { kind: 'same', kpi, line: after };
  const [was, is] = [said(before), said(after)];
  return { kind: 'changed', kpi, before, after, fields, text: was === is ? [] : wordDifference(was, is) };
}

/** What changed from one version of a report to another, in the order of the newer, then what went. */
export function reportDifference(before: readonly ReportLine[], after: readonly ReportLine[]): LineDifference[] {
  const was = new Map(before.map((line) => [line.kpi, line]));
  const is = new Set(after.map(({ kpi }) => kpi));
  return [
    ...after.map((line): LineDifference => {
      const earlier = was.get(line.kpi);
      return earlier ? compare(earlier, line) : { kind: 'added', kpi: line.kpi, line };
    }),
    ...before
      .filter(({ kpi }) => !is.has(kpi))
      .map((line): LineDifference => ({ kind: 'removed', kpi: line.kpi, line })),
  ];
}
