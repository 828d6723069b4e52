import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day, type Moment, moment } from '../../../src/report/day.ts';
import type { Desk } from '../../../src/report/desk/desk.ts';
import type { RosterPlan } from '../../../src/report/desk/roster-desk.ts';
import type { UserId } from '../../../src/report/person.ts';
import type { RosterEntry } from '../../../src/report/roster.ts';
import type { ReportStore } from '../../../src/report/store.ts';
import { realCatalog } from '../../support/catalog.ts';
import { openDesk } from '../../support/desk.ts';
import { deed, digital, head, rosterEntry, round, section, user } from '../../support/rounds.ts';

const catalog = realCatalog();
const coordinator = user('U0COORD');
const guest = user('U0GUEST');
const left = user('U0LEFT');
/** Whom Slack was asked for. */
const looked = new Set<UserId>();
let desk: Desk;
let store: ReportStore;
let close: () => Promise<void>;
let now: Moment;

beforeEach(async () => {
  now = moment('2026-05-20T01:00:00Z');
  ({ desk, store, close } = await openDesk({
    catalog,
    coordinators: [coordinator],
    now: () => now,
    look: async (who) => {
      looked.add(who);
      const standing = who === guest ? 'guest' : who === left ? 'deactivated' : 'member';
      return { name: who, post: '', standing };
    },
  }));
});
afterEach(() => close());

function planned(changes: Partial<RosterEntry> = {}): RosterPlan {
  const { id: _, confirmedOn: __, version: ___, ...plan } = rosterEntry(changes);
  return plan;
}

async function written(changes: Partial<RosterEntry> = {}): Promise<RosterEntry> {
  const done = await desk.saveRosterEntry(coordinator, null, planned(changes));
  if (!done.ok) throw new Error(done.code);
  return done.entry;
}

async function rowOf(words: string) {
  const opened = await desk.openRosterPage(coordinator, { words, from: 0 });
  if (!opened.ok) throw new Error(opened.code);
  return opened.page.rows.at(0);
}

describe('an entry of the roster', () => {
  test('names members only', async () => {
    const faults = [{ field: 'head', code: 'not-a-member', users: [guest] }];
    expect(await desk.saveRosterEntry(coordinator, null, planned({ head: guest }))).toMatchObject({ faults });
  });

  test('does not end before it begins', async () => {
    const faults = [{ field: 'to', code: 'before-from' }];
    expect(await desk.saveRosterEntry(coordinator, null, planned({ to: day('2026-03-31') }))).toMatchObject({ faults });
  });

  test('does not stand beside another of the same section and time', async () => {
    await written({ to: day('2026-09-30') });
    const at = (from: string) => desk.saveRosterEntry(coordinator, null, planned({ from: day(from) }));
    expect(await at('2026-09-30')).toMatchObject({ faults: [{ field: 'from', code: 'overlaps' }] });
    expect(await at('2026-10-01')).toMatchObject({ ok: true });
  });

  test('is not written over by who saw an older version', async () => {
    const { id } = await written();
    expect(await desk.saveRosterEntry(coordinator, { id, version: 0 }, planned())).toEqual({
      ok: false,
      code: 'changed',
    });
  });

  test('is to be confirmed anew when its head is another', async () => {
    const { id, version } = await written();
    await desk.confirmRoster(head.user, digital, { id, version });
    const done = await desk.saveRosterEntry(coordinator, { id, version: 2 }, planned({ head: coordinator }));
    expect(done).toMatchObject({ entry: { confirmedOn: null } });
  });

  test('is confirmed only as it was seen', async () => {
    const { id } = await written();
    expect(await desk.confirmRoster(head.user, digital, { id, version: 7 })).toEqual({ ok: false, code: 'changed' });
  });
});

describe('a transfer', () => {
  test('ends one entry the day before the next begins', async () => {
    const { id, version } = await written();
    const next = planned({ head: coordinator, from: day('2027-04-01') });
    await desk.transferRosterEntry(coordinator, { id, version }, next);
    expect((await store.roster()).map(({ head: who, from, to }) => [who, from, to])).toEqual([
      [head.user, '2026-04-01', '2027-03-31'],
      [coordinator, '2027-04-01', null],
    ]);
  });

  test('begins after the entry it ends', async () => {
    const { id, version } = await written();
    const done = await desk.transferRosterEntry(coordinator, { id, version }, planned());
    expect(done).toMatchObject({ faults: [{ field: 'from', code: 'not-after' }] });
  });

  test('leaves everything as it was where yet another follows already', async () => {
    const { id, version } = await written({ to: day('2027-03-31') });
    await written({ from: day('2027-04-01') });
    const next = planned({ head: coordinator, from: day('2026-10-01') });
    expect(await desk.transferRosterEntry(coordinator, { id, version }, next)).toMatchObject({ code: 'faults' });
    expect(await store.roster()).toMatchObject([{ to: '2027-03-31' }, { to: null }]);
  });

  test('leaves everything as it was where the next head is no member', async () => {
    const { id, version } = await written();
    const next = planned({ head: guest, from: day('2027-04-01') });
    await desk.transferRosterEntry(coordinator, { id, version }, next);
    expect(await store.roster()).toMatchObject([{ to: null }]);
  });
});

describe('the page of the roster', () => {
  test('shows the sections asked that nobody answers for yet', async () => {
    expect(await rowOf('教育企画室')).toMatchObject({ section: '教育企画室', entry: null, noHead: true });
  });

  test('finds a section by its department or the post of its head', async () => {
    await written();
    expect(await rowOf('推進課長')).toMatchObject({ section: digital });
    expect(await rowOf('どこにもない課')).toBeUndefined();
  });

  test('points out who left Slack', async () => {
    await store.saveRosterEntry(rosterEntry({ head: left, deputies: [guest] }), deed('edit-roster'));
    expect(await rowOf(digital)).toMatchObject({
      absent: [
        { user: left, why: 'deactivated' },
        { user: guest, why: 'guest' },
      ],
    });
  });

  test('names and looks up a few of very many, and says how many more there are', async () => {
    const staff = Array.from({ length: 3_000 }, (_, index) => user(`UMANY${index}`));
    await store.saveRosterEntry(rosterEntry({ deputies: [guest], staff }), deed('edit-roster'));
    looked.clear();
    expect(await rowOf(digital)).toMatchObject({
      named: { deputies: [guest], staff: staff.slice(0, 7), more: 2_993 },
      absent: [{ user: guest, why: 'guest' }],
    });
    expect(looked.size).toBeLessThan(12);
  });

  test('asks for the confirmation once in a fiscal year', async () => {
    const { id, version } = await written();
    await desk.confirmRoster(head.user, digital, { id, version });
    expect(await rowOf(digital)).toMatchObject({ needsConfirmation: false });
    now = moment('2027-04-01T00:00:00Z');
    expect(await rowOf(digital)).toMatchObject({ needsConfirmation: true });
  });
});

describe('the ledger', () => {
  test('opens on the last rows, and goes back from there', async () => {
    for (let version = 0; version < 25; version += 1) {
      await store.saveRound(round({ version, title: `照会${version}` }), deed('change-round'));
    }
    const newest = await desk.findLedger(coordinator, '');
    if (!newest.ok) throw new Error(newest.code);
    expect(newest.page.entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, at) => at + 6));
    expect(newest.page.more).toBe(true);
    const earlier = await desk.openLedger(coordinator, newest.page.subject, newest.page.entries.at(0)?.sequence);
    expect(earlier).toMatchObject({ page: { entries: { length: 5 }, more: false } });
  });

  test('is found by a section or by a round’s title; where both fit, the reader chooses', async () => {
    await store.saveRound(round({ title: '教育企画室への照会' }), deed('create-round'));
    expect(await desk.findLedger(coordinator, digital)).toMatchObject({ page: { subject: { section: digital } } });
    expect(await desk.findLedger(coordinator, 'への照会')).toMatchObject({ page: { subject: { round: round().id } } });
    expect(await desk.findLedger(coordinator, '教育企画')).toMatchObject({ code: 'several' });
    expect(await desk.findLedger(coordinator, 'どこにもない')).toEqual({ ok: false, code: 'not-found' });
  });

  test('shows somebody their own section, and no title of a round to find others by', async () => {
    await written();
    await store.saveRound(round(), deed('create-round'));
    expect(await desk.findLedger(head.user, '')).toMatchObject({ page: { subject: { section: digital } } });
    expect(await desk.findLedger(head.user, '照会')).toEqual({ ok: false, code: 'not-found' });
    expect(await desk.findLedger(head.user, '教育企画室')).toMatchObject({ code: 'other-section' });
    expect(await desk.findLedger(guest, digital)).toMatchObject({ code: 'outsider' });
    expect(
      await desk.openLedger(head.user, { round: round().id, section: section('教育企画室'), rosterEntry: null }),
    ).toMatchObject({ ok: false });
  });
});
