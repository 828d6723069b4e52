import { expect, test } from 'vitest';
import { noDigestSettings } from '../../src/notice/digest/digest.ts';
import { day, moment } from '../../src/report/day.ts';
import { digestFacts } from '../support/digests.ts';
import { absence, channel, digest, exclusionRequest, handover, nine } from '../support/notices.ts';
import { deed, digital, head, round, roundId, section, user } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';
import { everything } from './keeps-records.ts';

/** Absences, snoozes, hand-overs, requests to be left out and digests: read back as they went, and recorded. */
export function keepsNotices(engine: Engine): void {
  const store = everyTestOpens(engine);
  const ledger = () => store.reports.ledger(everything);

  test('absences stand until they have ended', async () => {
    const ended = absence({ user: user('U0BACK'), to: day('2026-05-19') });
    const standIn = absence({ standIn: user('U0DEPUTY'), to: day('2026-05-20') });
    const open = absence({ user: user('U0LONG'), to: null });
    for (const each of [ended, standIn, open]) await store.notices.saveAbsence(each, deed('set-absence'));
    expect(await store.notices.absences(day('2026-05-20'))).toEqual([
      { ...standIn, version: 1 },
      { ...open, version: 1 },
    ]);
  });

  test('the next absence of somebody is written over the last, and both are on record', async () => {
    await store.notices.saveAbsence(absence(), deed('set-absence'));
    const next = absence({ from: day('2026-06-01'), to: null, version: 1 });
    expect(await store.notices.saveAbsence(next, deed('set-absence'))).toEqual({
      ok: true,
      value: { ...next, version: 2 },
    });
    expect(await store.notices.absences(day('2026-05-18'))).toHaveLength(1);
    expect((await ledger()).at(-1)).toMatchObject({
      action: 'set-absence',
      round: null,
      before: { from: '2026-05-18' },
      after: { from: '2026-06-01' },
    });
  });

  test('a snooze stands until it ends, the newest of each recipient, and all are on record', async () => {
    const first = { to: head.user, until: moment('2026-05-15T02:00:00Z') };
    const newest = { to: head.user, until: moment('2026-05-16T00:00:00Z') };
    const other = { to: channel('C0SECTION'), until: moment('2026-05-15T03:00:00Z') };
    for (const each of [first, newest, other]) await store.notices.saveSnooze(each, deed('snooze'));
    expect(await store.notices.snoozes(moment('2026-05-15T02:59:59.999Z'))).toEqual([other, newest]);
    expect(await store.notices.snoozes(other.until)).toEqual([newest]);
    expect((await ledger()).map(({ before, after }) => [before, after])).toEqual([
      [null, first],
      [first, newest],
      [null, other],
    ]);
  });

  test('hand-overs are those of open rounds, one for each section and who was told', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveRound(round({ id: roundId('over'), state: 'closed' }), deed('create-round'));
    await store.reports.saveHandover(handover({ round: roundId('over') }), deed('hand-over'));
    await store.reports.saveHandover(handover(), deed('hand-over', { reason: '担当の班が変わったため' }));
    const onwards = handover({ from: user('U0STAFF'), to: user('U0OTHER') });
    await store.reports.saveHandover(onwards, deed('hand-over'));
    expect(await store.reports.handovers()).toEqual([
      { ...handover(), version: 1 },
      { ...onwards, version: 1 },
    ]);
    const [, , , first] = await ledger();
    expect(first).toMatchObject({ round: round().id, section: digital, reason: '担当の班が変わったため' });
  });

  test('what was handed over is taken back', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveHandover(handover(), deed('hand-over'));
    const back = handover({ to: head.user, version: 1 });
    expect(await store.reports.saveHandover(back, deed('hand-over'))).toMatchObject({ ok: true });
    expect(await store.reports.handovers()).toEqual([{ ...back, version: 2 }]);
  });

  test('requests to be left out are those of open rounds, with what became of them', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveRound(round({ id: roundId('over'), state: 'closed' }), deed('create-round'));
    await store.reports.saveExclusionRequest(exclusionRequest({ round: roundId('over') }), deed('request-exclusion'));
    await store.reports.saveExclusionRequest(exclusionRequest(), deed('request-exclusion'));
    const declined = exclusionRequest({
      declined: { by: head, at: moment('2026-05-15T05:00:00Z'), reason: '所管は変わっていないため' },
      version: 1,
    });
    await store.reports.saveExclusionRequest(declined, deed('decline-exclusion'));
    expect(await store.reports.exclusionRequests()).toEqual([{ ...declined, version: 2 }]);
    const other = exclusionRequest({ section: section('契約課') });
    await store.reports.saveExclusionRequest(other, deed('request-exclusion'));
    expect(await store.reports.exclusionRequests()).toHaveLength(2);
    expect((await ledger()).at(-2)).toMatchObject({ action: 'decline-exclusion', round: round().id, section: digital });
  });

  test('the digests of the last weeks, newest first, with what they told', async () => {
    const issued = digest({
      state: 'issued',
      note: '今週の一言',
      facts: digestFacts(),
      issuedAt: moment('2026-05-18T00:00:00Z'),
    });
    await store.notices.saveDigest(digest({ week: day('2026-05-11'), state: 'skipped' }), deed('skip-digest'));
    await store.notices.saveDigest(issued, deed('issue-digest'));
    expect(await store.notices.digest(issued.week)).toEqual({ ...issued, version: 1 });
    expect((await store.notices.digests(10)).map(({ week }) => week)).toEqual(['2026-05-18', '2026-05-11']);
    expect((await store.notices.digests(1)).map(({ week }) => week)).toEqual(['2026-05-18']);
    expect(await store.notices.digest(day('2026-05-25'))).toBeNull();
  });

  test('the digest is set up once for all, and as usual before anybody does', async () => {
    expect(await store.notices.digestSettings()).toEqual(noDigestSettings);
    const settings = { channels: [channel('C0PLAN'), channel('C0ALL')], automatic: false, since: nine, version: 0 };
    await store.notices.saveDigestSettings(settings, deed('set-digest'));
    expect(await store.notices.digestSettings()).toEqual({ ...settings, version: 1 });
  });

  test.each([
    ['an absence', () => store.notices.saveAbsence(absence(), deed('set-absence'))],
    ['a hand-over', () => store.reports.saveHandover(handover(), deed('hand-over'))],
    ['a request', () => store.reports.saveExclusionRequest(exclusionRequest(), deed('request-exclusion'))],
    ['a digest', () => store.notices.saveDigest(digest(), deed('edit-digest'))],
    ['the settings', () => store.notices.saveDigestSettings(noDigestSettings, deed('set-digest'))],
  ])('of two who write %s at once one is told what stands there now', async (_, write) => {
    await store.reports.saveRound(round(), deed('create-round'));
    const results = await Promise.all([write(), write()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'changed', current: { version: 1 } });
    expect(await ledger()).toHaveLength(2);
  });

  test('a deed that cannot be recorded is not done', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    const faulty = deed('hand-over', { reason: '' });
    const snooze = { to: head.user, until: moment('2026-05-15T02:00:00Z') };
    await expect(store.reports.saveHandover(handover(), faulty)).rejects.toThrow();
    await expect(store.notices.saveAbsence(absence(), faulty)).rejects.toThrow();
    await expect(store.notices.saveSnooze(snooze, faulty)).rejects.toThrow();
    expect(await store.reports.handovers()).toEqual([]);
    expect(await store.notices.absences(day('2026-05-18'))).toEqual([]);
    expect(await store.notices.snoozes(moment('2026-05-15T00:00:00Z'))).toEqual([]);
  });

  test('days of grace of a round', async () => {
    await store.reports.saveRound(round({ grace: 3 }), deed('create-round'));
    expect(await store.reports.round(round().id)).toEqual(round({ grace: 3, version: 1 }));
  });

  test.each(['handovers', 'exclusion_requests', 'digests'])('the database refuses to delete %s', async (table) => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveHandover(handover(), deed('hand-over'));
    await store.reports.saveExclusionRequest(exclusionRequest(), deed('request-exclusion'));
    await store.notices.saveDigest(digest(), deed('edit-digest'));
    await expect(store.execute(`delete from ${table}`)).rejects.toThrow(`${table}_no_delete`);
  });
}
