import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { RosterEntry, RosterEntryId } from '../roster.ts';
import { type ReadRosterRow, readRosterSheet } from '../sheet/roster-sheet.ts';
import type { TableFault } from '../sheet/table.ts';
import { usualLimits } from '../sheet/workbook/workbook.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { type RosterDone, saveRosterEntry } from './roster-desk.ts';
import { actorFor } from './who.ts';

type Values = Extract<ReadRosterRow, { ok: true }>['values'];
type RosterFault = Extract<ReadRosterRow, { ok: false }>['faults'][number];

/** Why a row does not count, beside what cannot be read. */
export type RosterRowFault = RosterFault | { code: 'stale' } | { code: 'no-section' };

/** What became of a row of a roster that came back. */
export type RosterRow =
  | { kind: 'new'; row: number; values: Values }
  | { kind: 'changed'; row: number; at: { id: RosterEntryId; version: number }; values: Values }
  | { kind: 'same'; row: number }
  | { kind: 'rejected'; row: number; faults: readonly RosterRowFault[] };

/** The roster with the names of its people, for those who may edit it. */
export async function exportRoster(
  parts: DeskParts,
  user: UserId,
): Promise<{ ok: true; entries: readonly RosterEntry[]; names: ReadonlyMap<UserId, string> } | Refusal> {
  const permission = may(await actorFor(parts, user), 'edit-roster', null);
  if (!permission.ok) return permission;
  const entries = await parts.store.roster();
  const users = new Set(
    entries.flatMap(({ head, deputies, staff }) => [...(head ? [head] : []), ...deputies, ...staff]),
  );
  const names = await Promise.all(
    // A name is only there to be read: where Slack cannot be asked for one, the sheet is as good without it.
    [...users].map(
      async (one): Promise<[UserId, string]> => [one, (await parts.look(one).catch(() => null))?.name ?? ''],
    ),
  );
  return { ok: true, entries, names: new Map(names) };
}

function same(entry: RosterEntry, values: Values): boolean {
  const keys = ['section', 'post', 'head', 'deputies', 'staff', 'channel', 'from', 'to'] as const;
  return keys.every((key) => JSON.stringify(entry[key]) === JSON.stringify(values[key]));
}

function compare(row: ReadRosterRow, roster: readonly RosterEntry[], { catalog }: DeskParts): RosterRow {
  const reject = (...faults: RosterRowFault[]): RosterRow => ({ kind: 'rejected', row: row.row, faults });
  if (!row.ok) return reject(...row.faults);
  if (!catalog.section(row.values.section)) return reject({ code: 'no-section' });
  if (row.entry === null) return { kind: 'new', row: row.row, values: row.values };
  const entry = roster.find(({ id }) => id === row.entry);
  if (!entry) return reject({ code: 'unknown-id', column: 'id' });
  if (same(entry, row.values)) return { kind: 'same', row: row.row };
  if (entry.version !== row.version) return reject({ code: 'stale' });
  return { kind: 'changed', row: row.row, at: { id: entry.id, version: entry.version }, values: row.values };
}

export type PreviewedRoster =
  | { ok: true; rows: readonly RosterRow[] }
  | { ok: false; code: 'file'; faults: readonly TableFault[] }
  | Refusal;

/** What a roster that came back would change; nothing is changed by it. */
export async function previewRoster(parts: DeskParts, user: UserId, bytes: Uint8Array): Promise<PreviewedRoster> {
  const permission = may(await actorFor(parts, user), 'edit-roster', null);
  if (!permission.ok) return permission;
  const read = await readRosterSheet(bytes, usualLimits);
  if (!read.ok) return { ok: false, code: 'file', faults: read.faults };
  const roster = await parts.store.roster();
  return { ok: true, rows: read.rows.map((row) => compare(row, roster, parts)) };
}

/** Applies the good rows of a roster as it is read now, one entry each. */
export async function importRoster(
  parts: DeskParts,
  user: UserId,
  bytes: Uint8Array,
): Promise<{ ok: true; done: readonly RosterDone[] } | Exclude<PreviewedRoster, { ok: true }>> {
  const previewed = await previewRoster(parts, user, bytes);
  if (!previewed.ok) return previewed;
  const done: RosterDone[] = [];
  for (const row of previewed.rows) {
    if (row.kind === 'new') done.push(await saveRosterEntry(parts, user, null, row.values));
    if (row.kind === 'changed') done.push(await saveRosterEntry(parts, user, row.at, row.values));
  }
  return { ok: true, done };
}
