import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RoundChange } from '../../../src/report/change-round.ts';
import { day, type Moment, moment } from '../../../src/report/day.ts';
import type { Desk } from '../../../src/report/desk/desk.ts';
import type { RoundPlan } from '../../../src/report/desk/rounds.ts';
import type { Round } from '../../../src/report/round.ts';
import type { ReportStore } from '../../../src/report/store.ts';
import { realCatalog } from '../../support/catalog.ts';
import { openDesk } from '../../support/desk.ts';
import { kpi, openData, round, roundId, section, user } from '../../support/rounds.ts';

const catalog = realCatalog();
const coordinator = user('U0COORD');
let desk: Desk;
let store: ReportStore;
let close: () => Promise<void>;
let now: Moment;

beforeEach(async () => {
  now = moment('2026-05-11T00:00:00Z');
  ({ desk, store, close } = await openDesk({ catalog, coordinators: [coordinator], now: () => now }));
});
afterEach(() => close());

function planned(changes: Partial<RoundPlan> = {}): RoundPlan {
  const { id: _, state: __, paused: ___, version: ____, ...plan } = round();
  return { ...plan, ...changes };
}

async function created(changes: Partial<RoundPlan> = {}): Promise<Round> {
  const done = await desk.createRound(coordinator, planned(changes));
  if (!done.ok) throw new Error(done.code);
  return done.round;
}

async function opened(): Promise<Round> {
  const { id, version } = await created();
  const done = await desk.changeRound(coordinator, { id, version }, { action: 'open-round' });
  if (!done.ok) throw new Error(done.code);
  return done.round;
}

describe('a round that is planned', () => {
  test.each([
    ['before it opens', { due: day('2026-05-08') }, 'before-opens'],
    ['in the past', { opens: day('2026-05-01'), due: day('2026-05-08') }, 'past'],
    [
      'on a day that the rule moves to before it opens',
      { opens: day('2026-05-16'), due: day('2026-05-17'), closedDays: 'previous' as const },
      'before-opens',
    ],
  ])('may not be due %s', async (_, changes, code) => {
    const faults = [{ field: 'due', code }];
    expect(await desk.previewRound(coordinator, planned(changes))).toMatchObject({ code: 'faults', faults });
    expect(await desk.createRound(coordinator, planned(changes))).toMatchObject({ code: 'faults', faults });
  });

  test('must ask somebody something', async () => {
    const asksNobody = planned({ sections: [section('秘書課')] });
    expect(await desk.previewRound(coordinator, asksNobody)).toMatchObject({
      faults: [{ field: 'kpis', code: 'nobody' }],
    });
  });

  test('may be due today until 17:00, and not after', async () => {
    const today = planned({ due: day('2026-05-11') });
    expect(await desk.previewRound(coordinator, today)).toMatchObject({ ok: true });
    now = moment('2026-05-11T08:00:00Z');
    expect(await desk.previewRound(coordinator, today)).toMatchObject({ ok: false });
  });

  test('is shown with every closed day that its due date passes', async () => {
    const looked = await desk.previewRound(coordinator, planned({ due: day('2027-05-01') }));
    expect(looked).toMatchObject({ preview: { due: { day: '2027-05-06', passed: { length: 5 } } } });
  });

  test('is shown with its reminders counted in open days, and those before it opens marked', async () => {
    const looked = await desk.previewRound(coordinator, planned({ due: day('2026-05-18') }));
    if (!looked.ok) throw new Error(looked.code);
    expect(looked.preview.reminders.map(({ day: on, tooEarly }) => [on, tooEarly])).toEqual([
      ['2026-04-28', true],
      ['2026-05-11', false],
      ['2026-05-15', false],
      ['2026-05-18', false],
      ['2026-05-19', false],
      ['2026-05-21', false],
    ]);
  });

  test('shows the sections without a head, whose place the coordinators take', async () => {
    const looked = await desk.previewRound(coordinator, planned());
    if (!looked.ok) throw new Error(looked.code);
    expect(looked.preview.scope.sections.every(({ askCoordinators }) => askCoordinators)).toBe(true);
  });

  test('is stored once, however often its preview is sent', async () => {
    const id = roundId('planned');
    await desk.createRound(coordinator, planned(), id);
    expect(await desk.createRound(coordinator, planned(), id)).toEqual({ ok: false, code: 'changed' });
    expect(await store.rounds()).toHaveLength(1);
  });
});

describe('a round that is open', () => {
  test('calls nobody late within its grace', async () => {
    const { id, version } = await created({ due: day('2026-05-29'), grace: 2 });
    await desk.changeRound(coordinator, { id, version }, { action: 'open-round' });
    const late = async (at: string): Promise<boolean> => {
      now = moment(at);
      const opened = await desk.openBoard(coordinator, id);
      return opened.ok && opened.board.progress.late > 0;
    };
    expect(await late('2026-06-02T16:59:59+09:00')).toBe(false);
    expect(await late('2026-06-02T17:00:00+09:00')).toBe(true);
  });

  test('can only be put off', async () => {
    const { id, version } = await opened();
    const to = (due: string) =>
      desk.changeRound(coordinator, { id, version }, { action: 'change-round', to: { due: day(due) }, reason: '遅れ' });
    expect(await to('2026-05-28')).toMatchObject({ faults: [{ code: 'not-later' }] });
    expect(await to('2026-06-30')).toMatchObject({ ok: true });
  });

  test('keeps its past due date when something else is changed', async () => {
    const { id, version } = await opened();
    now = moment('2026-06-20T00:00:00Z');
    const change = { action: 'change-round' as const, to: { title: '照会' }, reason: null };
    expect(await desk.changeRound(coordinator, { id, version }, change)).toMatchObject({ ok: true });
  });

  test('is changed by coordinators only', async () => {
    const { id, version } = await opened();
    const close = await desk.changeRound(user('U0HEAD'), { id, version }, { action: 'close-round' });
    expect(close).toMatchObject({ ok: false, code: 'other-role' });
  });

  test('is no longer paused when it is closed and reopened', async () => {
    const { id } = await opened();
    const pause: RoundChange = { action: 'pause-round', paused: true };
    for (const change of [pause, { action: 'close-round' }, { action: 'reopen-round' }] satisfies RoundChange[]) {
      const version = (await store.round(id))?.version ?? 0;
      expect(await desk.changeRound(coordinator, { id, version }, change)).toMatchObject({ ok: true });
    }
    expect(await store.round(id)).toMatchObject({ state: 'open', paused: false });
  });

  test('refuses who looked at an older version', async () => {
    const { id } = await opened();
    expect(await desk.changeRound(coordinator, { id, version: 1 }, { action: 'close-round' })).toEqual({
      ok: false,
      code: 'changed',
    });
  });

  test('asks a section no more for what was excluded, and the ledger keeps the reason', async () => {
    const { id, version } = await opened();
    const exclusion = { kpi: openData, section: null, reason: '事業終了' };
    expect(await desk.excludeFromRound(coordinator, { id, version }, exclusion)).toMatchObject({ ok: true });
    const looked = await desk.openBoard(coordinator, id);
    if (!looked.ok) throw new Error(looked.code);
    const asked = looked.board.scope.sections.flatMap(({ kpis }) => kpis.map((one) => one.kpi.id));
    expect(asked).not.toContain(openData);
    const ledger = await store.ledger({ round: id, section: null, rosterEntry: null, after: 0, limit: 10 });
    expect(ledger.at(-1)).toMatchObject({ action: 'change-round', reason: '事業終了' });
  });

  test('excludes nothing that it does not ask for', async () => {
    const { id, version } = await opened();
    const strange = { kpi: kpi('policy2021/なし#1'), section: null, reason: '事業終了' };
    expect(await desk.excludeFromRound(coordinator, { id, version }, strange)).toEqual({ ok: false, code: 'no-match' });
  });
});

test('a draft whose due date has passed is not opened', async () => {
  const { id, version } = await created();
  now = moment('2026-06-20T00:00:00Z');
  expect(await desk.changeRound(coordinator, { id, version }, { action: 'open-round' })).toMatchObject({
    faults: [{ field: 'due', code: 'past' }],
  });
});

describe('a round that lies far ahead', () => {
  test.each([
    ['2026-05-29', null],
    ['2028-03-31', 'equinox-calculated'],
    ['2051-05-31', 'beyond-holidays'],
  ] as const)('and is due on %s is previewed with what is not certain about its days: %s', async (due, warning) => {
    const { id: _, state: __, paused: ___, version: ____, ...plan } = round({ due: day(due) });
    expect(await desk.previewRound(coordinator, plan)).toMatchObject({ ok: true, preview: { warning } });
  });
});
