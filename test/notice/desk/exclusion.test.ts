import { describe, expect, test } from 'vitest';
import { at, colleague, coordinator, guest, noticeDeskOfEachTest, staff } from '../../support/notice-desk.ts';
import { deed, digital, head, report, round, section, signed } from '../../support/rounds.ts';

const it = noticeDeskOfEachTest();
const reason = '事業が前年度で終了したため';
const ask = (user = head.user) => it.noticeDesk.requestExclusion(user, { ...at, reason });
const decide = { ...at, version: 1 };

describe('asking to be left out', () => {
  test('is stored with who and why, and changes nothing yet', async () => {
    await it.given();
    expect(await ask()).toMatchObject({ ok: true, request: { by: { user: head.user }, reason, declined: null } });
    expect(await it.deeds('request-exclusion')).toMatchObject([{ reason, section: digital }]);
    expect((await it.store.round(at.round))?.exclusions).toEqual([]);
    expect(it.changes()).toBeGreaterThan(0);
  });

  test('a second time tells of the first', async () => {
    await it.given();
    await ask();
    expect(await ask(staff)).toMatchObject({ ok: false, code: 'already', request: { by: { user: head.user } } });
  });

  test('is for the section only', async () => {
    await it.given();
    expect(await ask(colleague)).toMatchObject({ code: 'other-role' });
    expect(await ask(coordinator)).toMatchObject({ code: 'other-role' });
    expect(await ask(guest)).toMatchObject({ code: 'outsider' });
    expect(
      await it.noticeDesk.requestExclusion(head.user, { ...at, section: section('契約課'), reason }),
    ).toMatchObject({
      code: 'other-section',
    });
    expect(await it.store.exclusionRequests()).toEqual([]);
  });

  test('has no use once the section has answered', async () => {
    await it.given();
    await it.store.saveReport(report({ state: 'submitted', submitted: signed() }), deed('submit'));
    expect(await ask()).toMatchObject({ code: 'not-owed' });
  });
});

describe('a coordinator', () => {
  test('grants it: the round leaves the section out, with the reason it gave', async () => {
    await it.given();
    await ask();
    expect(await it.noticeDesk.grantExclusion(coordinator, decide)).toMatchObject({ ok: true });
    expect((await it.store.round(at.round))?.exclusions).toEqual([{ kpi: null, section: digital, reason }]);
  });

  test('may grant it although the round has changed otherwise', async () => {
    await it.given();
    await ask();
    await it.store.saveRound(round({ title: '新しい名前', version: 1 }), deed('change-round'));
    expect(await it.noticeDesk.grantExclusion(coordinator, decide)).toMatchObject({ ok: true });
  });

  test('declines it with a reason, and the section still owes its answer', async () => {
    await it.given();
    await ask();
    const declined = await it.noticeDesk.declineExclusion(coordinator, { ...decide, reason: '今年度も続いている' });
    expect(declined).toMatchObject({ ok: true, request: { declined: { reason: '今年度も続いている' } } });
    expect(await it.deeds('decline-exclusion')).toMatchObject([{ by: { user: coordinator } }]);
    expect(await ask()).toMatchObject({ ok: true, request: { version: 3, declined: null } });
  });

  test.each(['granted', 'declined'])('is told that it is %s already', async (how) => {
    await it.given();
    await ask();
    if (how === 'granted') await it.noticeDesk.grantExclusion(coordinator, decide);
    else await it.noticeDesk.declineExclusion(coordinator, { ...decide, reason: '続いている' });
    expect(await it.noticeDesk.grantExclusion(coordinator, decide)).toMatchObject({ code: 'decided' });
    expect(await it.noticeDesk.openDecision(coordinator, decide)).toMatchObject({ code: 'decided' });
    expect(await it.noticeDesk.declineExclusion(coordinator, { ...decide, reason: '続いている' })).toMatchObject({
      code: 'decided',
    });
  });

  test('takes a granted one back: the section owes its answer, and reads why', async () => {
    await it.given();
    await ask();
    await it.noticeDesk.grantExclusion(coordinator, decide);
    const version = (await it.store.round(at.round))?.version ?? 0;
    const back = { id: at.round, version, position: 0 };
    expect(await it.noticeDesk.takeBackExclusion(coordinator, back, '今年度も続いていた')).toMatchObject({ ok: true });
    expect((await it.store.round(at.round))?.exclusions).toEqual([]);
    expect(await it.store.exclusionRequests()).toMatchObject([{ declined: { reason: '今年度も続いていた' } }]);
  });

  test('does not decide on another request than the one they read', async () => {
    await it.given();
    await ask();
    expect(await it.noticeDesk.grantExclusion(coordinator, { ...at, version: 7 })).toEqual({
      ok: false,
      code: 'changed',
    });
  });

  test('nobody else decides', async () => {
    await it.given();
    await ask();
    for (const user of [head.user, staff, colleague, guest]) {
      expect(await it.noticeDesk.grantExclusion(user, decide)).toMatchObject({ ok: false, whoCan: ['coordinator'] });
      expect(await it.noticeDesk.declineExclusion(user, { ...decide, reason })).toMatchObject({
        whoCan: ['coordinator'],
      });
      const back = { id: at.round, version: 1, position: 0 };
      expect(await it.noticeDesk.takeBackExclusion(user, back, reason)).toMatchObject({ whoCan: ['coordinator'] });
    }
    expect((await it.store.round(at.round))?.exclusions).toEqual([]);
  });
});
