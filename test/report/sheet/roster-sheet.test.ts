import { describe, expect, test } from 'vitest';
import { day } from '../../../src/report/day.ts';
import type { UserId } from '../../../src/report/person.ts';
import type { RosterEntry } from '../../../src/report/roster.ts';
import {
  type ReadRosterRow,
  readRosterSheet,
  rosterColumns,
  writeRosterSheet,
} from '../../../src/report/sheet/roster-sheet.ts';
import { usualLimits } from '../../../src/report/sheet/workbook/workbook.ts';
import { rosterLabels } from '../../../src/view/sheet-labels.ts';
import { rosterEntry, user } from '../../support/rounds.ts';
import { inlineText, sheetOf, sheetPart, withParts } from '../../support/sheets.ts';
import { realWording } from '../../support/view-context.ts';

const names: ReadonlyMap<UserId, string> = new Map([
  [user('U0HEAD'), '課長'],
  [user('U0DEPUTY'), '=補佐'],
]);
const entry = rosterEntry({ deputies: [user('U0DEPUTY'), user('U0SECOND')], to: day('2027-03-31'), version: 3 });
const sheet = (roster: readonly RosterEntry[] = [entry]): Uint8Array =>
  writeRosterSheet(roster, names, rosterLabels(realWording));

async function rowsOf(bytes: Uint8Array): Promise<readonly ReadRosterRow[]> {
  const read = await readRosterSheet(bytes, usualLimits);
  if (!read.ok) throw new Error('not read');
  return read.rows;
}

type Column = (typeof rosterColumns)[number];

/** A row of the sheet with these texts in place of what stood there; row 3 is the first entry's. */
function typed(texts: Partial<Record<Column | 'id', string>>, row = 3): Uint8Array {
  const cells = (['id', ...rosterColumns] as const).flatMap((column, index) => {
    const text = texts[column];
    const { attributes, content } = inlineText(text ?? '');
    return text === undefined ? [] : [`<c r="${String.fromCharCode(65 + index)}${row}"${attributes}>${content}</c>`];
  });
  return withParts(sheet(), {
    [sheetPart]: (xml) =>
      row > 3
        ? xml.replace('</sheetData>', () => `<row r="${row}">${cells.join('')}</row></sheetData>`)
        : cells.reduce((rest, cell) => {
            const [, address = ''] = /r="(.+?)"/u.exec(cell) ?? [];
            return rest.replace(new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`, 'su'), () => cell);
          }, xml),
  });
}

describe('a roster', () => {
  test('comes back as it went out, with the version it had', async () => {
    const { id, version, confirmedOn: _, ...values } = entry;
    expect(await rowsOf(sheet())).toEqual([{ row: 3, entry: id, version, ok: true, values }]);
  });

  test('comes back with a vacant post and no end', async () => {
    const [row] = await rowsOf(sheet([rosterEntry({ head: null })]));
    expect(row).toMatchObject({ ok: true, values: { head: null, deputies: [], channel: null, to: null } });
  });

  test('takes a new row, which has no id yet', async () => {
    const added = typed({ section: '情報政策課', post: '情報政策課長', head: 'U0NEW 課長', from: 'R8.4.1' }, 9);
    expect((await rowsOf(added))[1]).toEqual({
      row: 9,
      entry: null,
      version: 0,
      ok: true,
      values: {
        section: '情報政策課',
        post: '情報政策課長',
        head: 'U0NEW',
        deputies: [],
        staff: [],
        channel: null,
        from: '2026-04-01',
        to: null,
      },
    });
  });

  test.each(['U0ONE 一\nU0TWO', 'U0ONE、U0TWO', 'Ｕ０ＯＮＥ, U0TWO 二'])(
    'reads several people from %j',
    async (staff) => {
      const [row] = await rowsOf(typed({ staff }));
      expect(row).toMatchObject({ ok: true, values: { staff: ['U0ONE', 'U0TWO'] } });
    },
  );

  test('lists everything in a row that cannot be read', async () => {
    const [row] = await rowsOf(
      typed({ section: '二つ の課', post: '', head: 'U0ONE\nU0TWO', staff: '担当', channel: '一般', from: '春' }),
    );
    expect(row).toMatchObject({
      ok: false,
      faults: ['section', 'post', 'head', 'staff', 'channel', 'from'].map((column) => ({ code: 'unreadable', column })),
    });
  });

  test('does not end before it begins', async () => {
    const [row] = await rowsOf(typed({ to: '2026/3/31' }));
    expect(row).toMatchObject({ ok: false, faults: [{ code: 'order', column: 'to' }] });
  });

  test('notices an id that was changed, and one that stands twice', async () => {
    const [row] = await rowsOf(typed({ id: '1' }));
    expect(row).toMatchObject({ ok: false, faults: [{ code: 'unknown-id', column: 'id' }] });
    const twice = await rowsOf(
      typed({ id: `${entry.id} 2`, section: '情報政策課', post: '課長', from: '2026/4/1' }, 9),
    );
    expect(twice.map((each) => each.ok)).toEqual([false, false]);
  });

  test('is not a report sheet', async () => {
    expect(await readRosterSheet(sheetOf(), usualLimits)).toEqual({ ok: false, faults: [{ code: 'foreign' }] });
  });
});
