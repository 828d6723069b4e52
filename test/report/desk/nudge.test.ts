import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Moment, moment } from '../../../src/report/day.ts';
import type { Desk } from '../../../src/report/desk/desk.ts';
import type { RosterEntry } from '../../../src/report/roster.ts';
import type { Round } from '../../../src/report/round.ts';
import type { ReportStore } from '../../../src/report/store.ts';
import { realCatalog } from '../../support/catalog.ts';
import { openDesk } from '../../support/desk.ts';
import { deed, digital, head, report, rosterEntry, round, signed, user } from '../../support/rounds.ts';

const catalog = realCatalog();
const coordinator = user('U0COORD');
let desk: Desk;
let store: ReportStore;
let close: () => Promise<void>;
let now: Moment;

beforeEach(async () => {
  now = moment('2026-05-20T01:00:00Z');
  ({ desk, store, close } = await openDesk({ catalog, coordinators: [coordinator], now: () => now }));
});
afterEach(() => close());

async function given({ of = {}, entry = {} }: { of?: Partial<Round>; entry?: Partial<RosterEntry> } = {}) {
  await store.saveRound(round(of), deed('create-round'));
  await store.saveRosterEntry(rosterEntry(entry), deed('edit-roster'));
}
const at = { round: round().id, section: digital };
const reached = async () => true;
async function nudges(): Promise<number> {
  const rows = await store.ledger({ round: null, section: null, rosterEntry: null, after: 0, limit: 100 });
  return rows.filter(({ action }) => action === 'nudge').length;
}

describe('a nudge', () => {
  test('goes to the head and those who stand in, each once', async () => {
    await given({ entry: { deputies: [user('U0DEP'), head.user] } });
    expect(await desk.nudge(coordinator, at, reached)).toMatchObject({
      nudge: { to: [head.user, 'U0DEP'], channel: null },
    });
  });

  test('is sent once a day, and says who sent it and when', async () => {
    await given();
    await desk.nudge(coordinator, at, reached);
    expect(await desk.nudge(coordinator, at, reached)).toMatchObject({
      code: 'already',
      by: { user: coordinator },
      at: now,
    });
    expect(await nudges()).toBe(1);
  });

  test('may be sent again once midnight has passed in Japan', async () => {
    await given();
    now = moment('2026-05-20T14:59:00Z');
    await desk.nudge(coordinator, at, reached);
    now = moment('2026-05-20T15:00:00Z');
    expect(await desk.nudge(coordinator, at, reached)).toMatchObject({ ok: true });
  });

  test('that reached nobody is not recorded, and may be tried again', async () => {
    await given();
    expect(await desk.nudge(coordinator, at, async () => false)).toEqual({ ok: false, code: 'undelivered' });
    expect(await nudges()).toBe(0);
    expect(await desk.nudge(coordinator, at, reached)).toMatchObject({ ok: true });
  });

  test('is not sent where nobody is named', async () => {
    await given({ entry: { head: null } });
    expect(await desk.nudge(coordinator, at, reached)).toEqual({ ok: false, code: 'nobody' });
  });

  test('is not sent to a section that has answered', async () => {
    await given();
    await store.saveReport(report({ state: 'submitted', submitted: signed() }), deed('submit'));
    expect(await desk.nudge(coordinator, at, reached)).toEqual({ ok: false, code: 'not-owed' });
  });

  test.each(['draft', 'closed'] as const)('is not sent while the round is %s', async (state) => {
    await given({ of: { state } });
    expect(await desk.nudge(coordinator, at, reached)).toMatchObject({ code: 'round-not-open' });
  });

  test('is not sent by anybody but a coordinator', async () => {
    await given();
    expect(await desk.nudge(head.user, at, reached)).toMatchObject({ code: 'other-role', whoCan: ['coordinator'] });
    expect(await nudges()).toBe(0);
  });
});
