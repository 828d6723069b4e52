import type { SectionId } from '../../plan/section.ts';
import { type Day, dayOf } from '../day.ts';
import { may, type Permission } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { Round, RoundId } from '../round.ts';
import { type AskedSection, roundScope } from '../scope.ts';
import { applySheet, type SectionChange } from '../sheet/apply.ts';
import { compareSheet } from '../sheet/compare.ts';
import type { SheetPreview } from '../sheet/preview.ts';
import { readReportSheet, type SheetSource } from '../sheet/report-sheet.ts';
import type { ReadRow, ReadSheet } from '../sheet/sheet.ts';
import type { TableFault } from '../sheet/table.ts';
import { readTextForm, type TextLabels } from '../sheet/text-form.ts';
import { usualLimits } from '../sheet/workbook/workbook.ts';
import { type DeskParts, dueDay, type Refusal } from './parts.ts';
import { decide, type ReportDone } from './submit.ts';
import { actorFor } from './who.ts';

/** A round somebody can have as a sheet: with the sections they may answer for. */
export interface Exportable {
  round: Round;
  /** After the closed-day rule. */
  due: Day;
  sections: readonly AskedSection[];
}

async function exportable(parts: DeskParts, user: UserId, round: Round): Promise<Exportable> {
  const actor = await actorFor(parts, user);
  const { store, catalog, now, adjust } = parts;
  const scope = roundScope({ round, catalog, roster: await store.roster(), today: dayOf(now()) });
  const sections = scope.sections.filter(({ section }) => may(actor, 'export', section).ok);
  return { round, due: dueDay(round, adjust), sections };
}

/** `records`: whether the roster and the record can be had, too. Open rounds with something for somebody's sections, or for all where a coordinator asks. */
export async function exportables(
  parts: DeskParts,
  user: UserId,
): Promise<{ ok: true; rounds: readonly Exportable[]; records: boolean } | Exclude<Permission, { ok: true }>> {
  const actor = await actorFor(parts, user);
  if (!actor) return { ok: false, code: 'outsider', whoCan: ['staff', 'deputy', 'head', 'coordinator'] };
  const open = (await parts.store.rounds()).filter(({ state }) => state === 'open');
  const all = await Promise.all(open.map((round) => exportable(parts, user, round)));
  const rounds = all.filter(({ sections }) => sections.length > 0);
  return { ok: true, rounds, records: may(actor, 'edit-roster', null).ok };
}

/** What a round's sheet is written from, with a row in the ledger that it was handed out. */
export async function exportSheet(
  parts: DeskParts,
  user: UserId,
  id: RoundId,
): Promise<{ ok: true; exported: Exportable; source: SheetSource } | Refusal> {
  const actor = await actorFor(parts, user);
  const round = await parts.store.round(id);
  if (!round) return { ok: false, code: 'gone' };
  const exported = await exportable(parts, user, round);
  const [first] = exported.sections;
  if (!actor || !first) {
    const refused = may(actor, 'export', null);
    return refused.ok ? { ok: false, code: 'gone' } : refused;
  }
  const kpis = exported.sections.flatMap((one) => one.kpis.map(({ kpi }) => kpi.id));
  const [reports, earlier] = await Promise.all([parts.store.reports(id), parts.store.acceptedLines(kpis)]);
  const deed = { by: actor.person, at: parts.now(), action: 'export', via: 'excel', reason: null } as const;
  await parts.store.record(deed, { round: id, section: null, rosterEntry: null });
  const source = {
    round: id,
    sections: exported.sections,
    reports,
    earlier: earlier.filter((one) => one.round !== id),
  };
  return { ok: true, exported, source };
}

export type Previewed =
  | { ok: true; round: Round; preview: SheetPreview }
  /** The file cannot be read at all. */
  | { ok: false; code: 'file'; faults: readonly TableFault[] }
  | Refusal;

/** The round most rows are of; null where no row tells one. */
function roundOf(rows: readonly ReadRow[]): RoundId | null {
  const counts = new Map<RoundId, number>();
  for (const { id } of rows) if (id) counts.set(id.round, (counts.get(id.round) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}

/** A file that came back; `labels` are the words by which a plain text is read. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
  labels: TextLabels;
}

/** A sheet by its content, a text by its name: a text has no mark of its own. */
async function readFile({ name, bytes, labels }: SentFile): Promise<ReadSheet> {
  if (!name.toLowerCase().endsWith('.txt')) return readReportSheet(bytes, usualLimits);
  if (bytes.length > usualLimits.compressed) {
    return { ok: false, faults: [{ code: 'too-large', size: bytes.length, limit: usualLimits.compressed }] };
  }
  return readTextForm(new TextDecoder().decode(bytes), labels);
}

/** What a sheet that came back would change; nothing is changed by it. */
export async function previewSheet(parts: DeskParts, user: UserId, file: SentFile): Promise<Previewed> {
  const actor = await actorFor(parts, user);
  if (!actor) return { ok: false, code: 'outsider', whoCan: ['staff', 'deputy', 'head', 'coordinator'] };
  const read = await readFile(file);
  if (!read.ok) return { ok: false, code: 'file', faults: read.faults };
  const id = roundOf(read.rows);
  const round = id && (await parts.store.round(id));
  if (!round) return { ok: false, code: 'gone' };
  const { store, catalog, now } = parts;
  const scope = roundScope({ round, catalog, roster: await store.roster(), today: dayOf(now()) });
  return {
    ok: true,
    round,
    preview: compareSheet(read, { round, scope, reports: await store.reports(round.id), actor }),
  };
}

/** What became of each section of a sheet. */
export interface Imported {
  round: Round;
  done: readonly { section: SectionId; result: ReportDone }[];
  /** Not sent: rows were rejected and nobody said to go on without them, or lines are missing. */
  held: readonly SectionChange[];
}

/** Applies a sheet as it is read now: what changed since the preview is held back, never overwritten. */
export async function importSheet(
  parts: DeskParts,
  user: UserId,
  file: SentFile,
  withoutRejected: boolean,
): Promise<{ ok: true; imported: Imported } | Exclude<Previewed, { ok: true }>> {
  const previewed = await previewSheet(parts, user, file);
  if (!previewed.ok) return previewed;
  const { round, preview } = previewed;
  // A text came by mail, whoever sends it on.
  const via = file.name.toLowerCase().endsWith('.txt') ? 'form' : 'excel';
  const without = new Set(withoutRejected ? preview.sections.map(({ section }) => section) : []);
  const { ready, held } = applySheet(preview, { via, withoutRejected: without });
  const done: Imported['done'][number][] = [];
  for (const { section, version, change } of ready) {
    done.push({ section, result: await decide(parts, user, { round: round.id, section, version }, change) });
  }
  return { ok: true, imported: { round, done, held } };
}
