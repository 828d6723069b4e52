import type { Kpi } from '../../plan/kpi.ts';
import type { SectionId } from '../../plan/section.ts';
import type { Actor } from '../actor.ts';
import { lineFaults } from '../line-status.ts';
import { may } from '../permissions.ts';
import type { Report, ReportLine } from '../report.ts';
import type { Round } from '../round.ts';
import type { RoundScope } from '../scope.ts';
import { nextReportState } from '../transitions.ts';
import { blankTexts } from './columns.ts';
import type { PreviewRow, RejectedRow, RowFault, SectionPreview, SheetPreview } from './preview.ts';
import { checksumOf, type RowId } from './row-id.ts';
import { lineOf, type ReadRow, textsOf } from './sheet.ts';
import { readCells, type TypedFault, typedTexts } from './typed.ts';

/** What a sheet is held against. */
export interface CurrentState {
  round: Pick<Round, 'id' | 'state'>;
  scope: Pick<RoundScope, 'sections'>;
  reports: readonly Report[];
  actor: Actor | null;
}

/** What a section's sender may do with its report; null where nothing. */
function actionFor(actor: Actor | null, section: SectionId): SectionPreview['action'] | null {
  return (['submit', 'submit-on-behalf'] as const).find((action) => may(actor, action, section).ok) ?? null;
}

function sameLine(one: ReportLine | null, other: ReportLine): boolean {
  return one !== null && JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other));
}

interface Target {
  kpi: Kpi;
  section: SectionId;
  report: Report | undefined;
  blocked: readonly RowFault[];
}

/** The columns beside the id by which people know the row; another text there means that the two were torn apart. */
function tornFrom(row: ReadRow, { kpi, section }: Target): RowFault[] {
  const expected = { section, kpi: kpi.name, unit: kpi.unit ?? '' };
  return (['section', 'kpi', 'unit'] as const)
    .filter((column) => row.printed[column].replace(/\s+/gu, ' ') !== expected[column].trim().replace(/\s+/gu, ' '))
    .map((column) => ({ code: 'id-changed', column }));
}

/** Whether the id still fits the line it names; null where it does. */
function outdated(id: RowId, { report }: Target, before: ReportLine | null): RowFault | null {
  if (checksumOf(id, before ? textsOf(before) : blankTexts) === id.checksum) return null;
  return (report?.version ?? 0) > id.version ? { code: 'stale' } : { code: 'id-changed', column: 'id' };
}

/** What is not understood, but for cells that were not even read; a value and the reason for having none are read together. */
function typedFaults(row: ReadRow, faults: readonly TypedFault[]): RowFault[] {
  const unread = new Set<string>(row.faults.map(({ column }) => column));
  const together = unread.has('value') || unread.has('reason') ? ['value', 'reason'] : [];
  return faults
    .filter(({ field }) => !unread.has(field) && !together.includes(field))
    .map((fault) => ({ code: 'typed', ...fault }));
}

function compareRow(row: ReadRow, id: RowId, target: Target): PreviewRow {
  const { report, blocked } = target;
  const kpi = target.kpi.id;
  const before = lineOf(report?.lines ?? [], kpi);
  const torn = [...row.faults, ...tornFrom(row, target)];
  const untouched = checksumOf(id, typedTexts(row.typed)) === id.checksum;
  if (torn.length === 0 && untouched) return { kind: 'same', row: row.row, kpi, line: before };

  const read = readCells(row.typed, target.kpi);
  const after = read.ok ? read.line : null;
  if (torn.length === 0 && after && sameLine(before, after)) return { kind: 'same', row: row.row, kpi, line: before };
  const late = outdated(id, target, before);
  const faults: RowFault[] = [
    ...torn,
    ...blocked,
    ...(late ? [late] : []),
    ...(read.ok ? [] : typedFaults(row, read.faults)),
    ...(read.ok && !after && row.faults.length === 0 ? [{ code: 'emptied' } as const] : []),
    ...(after && row.faults.length === 0
      ? lineFaults([target.kpi], [after]).map((fault) => ({ code: 'line', fault }) as const)
      : []),
  ];
  if (faults.length > 0 || !read.ok || !after) return { kind: 'rejected', row: row.row, kpi, faults };
  const found = { row: row.row, kpi, after, approximate: read.approximate };
  return before ? { kind: 'changed', before, ...found } : { kind: 'new', ...found };
}

function placeOf({ section, kpi }: Pick<RowId, 'section' | 'kpi'>): string {
  return JSON.stringify([section, kpi]);
}

/** Why a row belongs to no section the sender may answer for; null where it belongs to one. */
function strayFaults({ id, faults }: ReadRow, { round, actor, scope }: CurrentState): RowFault[] | null {
  if (!id) return [{ code: 'unknown-id' }, ...faults];
  if (id.round !== round.id) return [{ code: 'other-round', round: id.round }];
  if (!actionFor(actor, id.section)) return [{ code: 'not-yours' }];
  return scope.sections.some(({ section }) => section === id.section) ? null : [{ code: 'not-asked' }];
}

function blockedBy(report: Report | undefined, round: Pick<Round, 'state'>): RowFault[] {
  if (round.state !== 'open') return [{ code: 'closed' }];
  const state = report?.state ?? 'open';
  // Whoever sends it, a report takes an answer in the same states.
  const next = nextReportState('submit', { state, round: round.state, byHead: false });
  return next.ok ? [] : [{ code: 'wrong-state', state }];
}

/** Holds a sheet's rows against the round as it is now. Nothing is changed by it; every row of the sheet is in the preview once. */
export function compareSheet({ rows }: { rows: readonly ReadRow[] }, current: CurrentState): SheetPreview {
  const { round, scope, reports, actor } = current;
  const sorted = rows.map((row) => ({ row, faults: strayFaults(row, current) }));
  const strays = sorted.flatMap(({ row, faults }): RejectedRow[] =>
    faults ? [{ kind: 'rejected', row: row.row, kpi: row.id?.kpi ?? null, faults }] : [],
  );
  const placed = sorted.flatMap(({ row, faults }) => (faults === null && row.id ? [{ row, id: row.id }] : []));
  const places = placed.map(({ id }) => placeOf(id));
  const isTwice = (id: RowId): boolean => places.indexOf(placeOf(id)) !== places.lastIndexOf(placeOf(id));

  const sections = scope.sections.flatMap(({ section, kpis }): SectionPreview[] => {
    const action = actionFor(actor, section);
    const own = placed.filter(({ id }) => id.section === section);
    if (!action || own.length === 0) return [];
    const report = reports.find((candidate) => candidate.round === round.id && candidate.section === section);
    const blocked = blockedBy(report, round);
    const compared = own.map(({ row, id }): PreviewRow => {
      const asked = kpis.find(({ kpi }) => kpi.id === id.kpi)?.kpi;
      const reject = (fault: RowFault): RejectedRow => ({
        kind: 'rejected',
        row: row.row,
        kpi: id.kpi,
        faults: [fault],
      });
      if (isTwice(id)) return reject({ code: 'id-twice' });
      return asked ? compareRow(row, id, { kpi: asked, section, report, blocked }) : reject({ code: 'not-asked' });
    });
    return [
      {
        section,
        action,
        version: report?.version ?? 0,
        rows: compared,
        absent: kpis.flatMap(({ kpi }) => (own.some(({ id }) => id.kpi === kpi.id) ? [] : [kpi.id])),
        asked: kpis.map(({ kpi }) => kpi),
        standing: report?.lines ?? [],
      },
    ];
  });
  return { sections, strays };
}
