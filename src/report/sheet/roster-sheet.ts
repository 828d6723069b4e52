import { sectionIdSchema } from '../../plan/section.ts';
import { type UserId, userIdSchema } from '../person.ts';
import { type RosterEntry, type RosterEntryId, rosterEntrySchema } from '../roster.ts';
import { readDay } from './read-day.ts';
import {
  type CellFault,
  headRows,
  readTable,
  type TableFault,
  type TableForm,
  type TableRow,
  tableRows,
} from './table.ts';
import { typedText } from './typed.ts';
import { openWorkbook } from './workbook/open.ts';
import type { WorkbookLimits } from './workbook/workbook.ts';
import { writeWorkbook } from './workbook/write.ts';

export const rosterColumns = ['section', 'post', 'head', 'deputies', 'staff', 'channel', 'from', 'to'] as const;
type RosterColumn = (typeof rosterColumns)[number];

/** The words of a roster sheet. */
export interface RosterLabels {
  name: string;
  columns: Readonly<Record<RosterColumn | 'id', string>>;
}

/** What a row says of a section's people. */
type RosterValues = Pick<RosterEntry, RosterColumn>;

type RosterFault =
  | CellFault<RosterColumn | 'id'>
  | { code: 'unknown-id' | 'id-twice'; column: 'id' }
  /** Empty, or not of the form it must have: a section, a post, Slack ids, days. */
  | { code: 'unreadable'; column: RosterColumn }
  /** It ends before it begins. */
  | { code: 'order'; column: 'to' };

/** A row of a roster that came back; `entry` is null for somebody's new row, and its version 0. */
export type ReadRosterRow = { row: number; entry: RosterEntryId | null; version: number } & (
  | { ok: true; values: RosterValues }
  | { ok: false; faults: readonly RosterFault[] }
);

export type ReadRoster = { ok: true; rows: readonly ReadRosterRow[] } | { ok: false; faults: readonly TableFault[] };

const form: TableForm<RosterColumn> = { marker: 'keikaku-navi:roster:1', columns: rosterColumns };
const widths: Readonly<Record<RosterColumn, number>> = {
  section: 24,
  post: 28,
  head: 28,
  deputies: 30,
  staff: 40,
  channel: 16,
  from: 12,
  to: 12,
};

/** The roster as a sheet; after each id stands a name, for people: only the id is read back. New rows may be added. */
export function writeRosterSheet(
  roster: readonly RosterEntry[],
  names: ReadonlyMap<UserId, string>,
  labels: RosterLabels,
): Uint8Array {
  const people = (users: readonly UserId[]): string =>
    users.map((user) => `${user} ${names.get(user) ?? ''}`.trim()).join('\n');
  const rows = roster.map((entry) => ({
    id: `${entry.id} ${entry.version}`,
    texts: {
      section: entry.section,
      post: entry.post,
      head: people(entry.head === null ? [] : [entry.head]),
      deputies: people(entry.deputies),
      staff: people(entry.staff),
      channel: entry.channel ?? '',
      from: entry.from.replaceAll('-', '/'),
      to: entry.to?.replaceAll('-', '/') ?? '',
    },
  }));
  return writeWorkbook([
    {
      name: labels.name,
      columns: [
        { width: 8, hidden: true },
        ...rosterColumns.map((column) => ({ width: widths[column], hidden: false })),
      ],
      rows: tableRows({ form, labels: labels.columns, fillIn: rosterColumns, rows }),
      frozen: headRows,
      locked: false,
      lists: [],
    },
  ]);
}

/** The ids at the beginnings of lines, or after commas; null where something else stands there. */
function readPeople(text: string): UserId[] | null {
  const parts = text.split(/[\n,、，;；]/u).map((part) => part.trim());
  const users = parts
    .filter((part) => part !== '')
    .map((part) => userIdSchema.safeParse(part.normalize('NFKC').split(/\s/u)[0]));
  return users.every(({ success }) => success) ? users.flatMap(({ data }) => data ?? []) : null;
}

function readValues({ cells }: TableRow<RosterColumn>): RosterValues | RosterFault[] {
  const { shape } = rosterEntrySchema;
  const text = (column: RosterColumn): string => typedText(cells[column]);
  const head = readPeople(text('head'));
  const [deputies, staff] = [readPeople(text('deputies')), readPeople(text('staff'))];
  const section = sectionIdSchema.safeParse(text('section')).data;
  const channel = shape.channel.safeParse(text('channel') || null).data;
  const post = shape.post.safeParse(text('post')).data;
  const from = cells.from && readDay(cells.from);
  const to = cells.to && readDay(cells.to);
  const unreadable: Record<RosterColumn, boolean> = {
    section: section === undefined,
    post: post === undefined,
    head: head === null || head.length > 1,
    deputies: deputies === null,
    staff: staff === null,
    channel: channel === undefined,
    from: from === null,
    to: cells.to !== null && to === null,
  };
  if (
    section &&
    post &&
    head &&
    head.length < 2 &&
    deputies &&
    staff &&
    channel !== undefined &&
    from &&
    !unreadable.to
  ) {
    if (to !== null && to < from) return [{ code: 'order', column: 'to' }];
    return { section, post, head: head[0] ?? null, deputies, staff, channel, from, to };
  }
  return rosterColumns.filter((column) => unreadable[column]).map((column) => ({ code: 'unreadable', column }));
}

function isTwice({ entry }: ReadRosterRow, rows: readonly ReadRosterRow[]): boolean {
  return entry !== null && rows.filter((row) => row.entry === entry).length > 1;
}

function refuseTwice({ row, entry, version, ...rest }: ReadRosterRow): ReadRosterRow {
  const faults = rest.ok ? [] : rest.faults;
  return { row, entry, version, ok: false, faults: [{ code: 'id-twice', column: 'id' }, ...faults] };
}

/** Reads a roster that came back, within the limits; whether a section exists, and who may be in it, the caller knows. */
export async function readRosterSheet(bytes: Uint8Array, limits: WorkbookLimits): Promise<ReadRoster> {
  const opened = await openWorkbook(bytes, limits);
  if (!opened.ok) return { ok: false, faults: [opened.fault] };
  const table = readTable(opened.sheets, form);
  if (!table.ok) return table;
  const rows = table.rows.map((row): ReadRosterRow => {
    const [, id, version = '0'] = /^([a-z0-9-]{1,64}) (\d{1,9})$/u.exec(typedText(row.id)) ?? [];
    const entry = rosterEntrySchema.shape.id.safeParse(id).data ?? null;
    const values = readValues(row);
    const faults: RosterFault[] = [
      ...row.faults,
      ...(row.id !== null && entry === null ? [{ code: 'unknown-id', column: 'id' } as const] : []),
      ...(Array.isArray(values) ? values : []),
    ];
    const place = { row: row.row, entry, version: Number(version) };
    return faults.length > 0 || Array.isArray(values)
      ? { ...place, ok: false, faults }
      : { ...place, ok: true, values };
  });
  return { ok: true, rows: rows.map((row) => (isTwice(row, rows) ? refuseTwice(row) : row)) };
}
