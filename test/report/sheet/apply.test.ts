import { describe, expect, test } from 'vitest';
import { changeReport } from '../../../src/report/change-report.ts';
import { moment } from '../../../src/report/day.ts';
import { emptyReport } from '../../../src/report/report.ts';
import type { AskedSection } from '../../../src/report/scope.ts';
import { applySheet } from '../../../src/report/sheet/apply.ts';
import { actor, digital, line, report, round, section } from '../../support/rounds.ts';
import { asked, cellOf, fillIn, first, preview, second, sheetOf } from '../../support/sheets.ts';

const strict = { via: 'excel', withoutRejected: new Set<typeof digital>() } as const;
const both = { [cellOf('value')]: '520', [cellOf('measuredOn')]: '2026/3/31', [cellOf('value', 'second')]: '95.8%' };
const whole = { ...both, [cellOf('measuredOn', 'second')]: 'R8.3.31', [cellOf('note', 'second')]: '理由。' };

describe('a sheet that answers everything', () => {
  test('comes to a report that its section may send', async () => {
    const { ready, held } = applySheet(await preview(fillIn(sheetOf(), whole)), strict);
    expect(held).toEqual([]);
    expect(ready.map(({ section: of, version, change }) => [of, version, change.action, change.via])).toEqual([
      [digital, 0, 'submit', 'excel'],
    ]);
    const [change] = ready;
    if (!change) throw new Error('nothing is ready');
    const sent = changeReport(emptyReport(round().id, digital), change.change, {
      actor: actor('staff'),
      round: 'open',
      now: moment('2026-05-20T01:00:00Z'),
    });
    expect(sent).toMatchObject({
      ok: true,
      report: {
        state: 'submitted',
        receivedVia: 'excel',
        lines: [
          { kpi: first.id, reported: { value: 520 } },
          { kpi: second.id, reported: { value: 95.8 } },
        ],
      },
    });
  });

  test('is sent by a coordinator for the section', async () => {
    const coordinator = actor(null, { coordinator: true });
    const { ready } = applySheet(await preview(fillIn(sheetOf(), whole), { actor: coordinator }), strict);
    expect(ready.map(({ change }) => change.action)).toEqual(['submit-on-behalf']);
  });
});

describe('a sheet that says nothing of a line', () => {
  const standing = report({ lines: [line(), line({ kpi: second.id })], version: 4 });

  test('keeps the line as it stands', async () => {
    const bytes = fillIn(sheetOf([standing]), { [cellOf('note')]: '表で直した。' });
    const { ready } = applySheet(await preview(bytes, { reports: [standing] }), strict);
    expect(ready.map(({ change, version }) => [change.lines, version])).toEqual([
      [[line({ note: '表で直した。' }), line({ kpi: second.id })], 4],
    ]);
  });

  test('is held while nobody ever said anything of it', async () => {
    const { ready, held } = applySheet(await preview(fillIn(sheetOf(), { ...whole, ...emptySecond })), strict);
    expect(ready).toEqual([]);
    expect(held.map(({ faults }) => faults)).toEqual([[{ code: 'missing', kpi: second.id }]]);
  });

  test('changes nothing where nobody filled in anything', async () => {
    expect(applySheet(await preview(sheetOf([standing]), { reports: [standing] }), strict)).toEqual({
      ready: [],
      held: [],
    });
  });
});

const blank = { attributes: '', content: '' };
const emptySecond = {
  [cellOf('value', 'second')]: blank,
  [cellOf('measuredOn', 'second')]: blank,
  [cellOf('note', 'second')]: blank,
};

describe('a sheet with a rejected row', () => {
  const standing = report({ lines: [line(), line({ kpi: second.id })], version: 4 });
  const bytes = fillIn(sheetOf([standing]), { [cellOf('note')]: '表で直した。', [cellOf('value', 'second')]: '多数' });

  test('is held, with its good rows and the rejected one', async () => {
    const { ready, held } = applySheet(await preview(bytes, { reports: [standing] }), strict);
    expect(ready).toEqual([]);
    expect(held.map(({ change, rejected }) => [change.lines[0]?.note, rejected.map(({ kpi }) => kpi)])).toEqual([
      ['表で直した。', [second.id]],
    ]);
  });

  test('goes on without it when that is said of its section, and the rejected line stays as it stands', async () => {
    const { ready } = applySheet(await preview(bytes, { reports: [standing] }), {
      via: 'excel',
      withoutRejected: new Set([digital]),
    });
    expect(ready.map(({ change }) => change.lines)).toEqual([
      [line({ note: '表で直した。' }), line({ kpi: second.id })],
    ]);
  });

  test('does not hold up another section', async () => {
    const other: AskedSection = { ...asked, section: section('他の課') };
    const all = fillIn(sheetOf([], [asked, other]), { ...whole, [cellOf('value')]: '多数', ...rowsOfOther });
    const now = { sections: [asked, other], actor: actor(null, { coordinator: true }) };
    const { ready, held } = applySheet(await preview(all, now), strict);
    expect([ready, held].map((changes) => changes.map((change) => change.section))).toEqual([['他の課'], [digital]]);
  });
});

const rowsOfOther = Object.fromEntries(
  Object.entries(whole).map(([address, text]) => [address.replace(/\d$/u, (row) => String(Number(row) + 2)), text]),
);
