import { describe, expect, test } from 'vitest';
import { day } from '../../../src/report/day.ts';
import { at, colleague, deputy, guest, noticeDeskOfEachTest, staff } from '../../support/notice-desk.ts';
import { absence } from '../../support/notices.ts';
import { deed, digital, head } from '../../support/rounds.ts';

const it = noticeDeskOfEachTest();
const plan = { from: day('2026-05-20'), to: day('2026-05-22'), standIn: colleague };
const set = (user = head.user, changes: Partial<typeof plan> = {}, version = 0) =>
  it.noticeDesk.setAbsence(user, version, { ...plan, ...changes });

describe('being away', () => {
  test('is said by everybody for themself, and written down', async () => {
    await it.given();
    expect(await set()).toMatchObject({ ok: true, absence: { ...plan, user: head.user, version: 1 } });
    expect(await it.deeds('set-absence')).toMatchObject([{ by: { user: head.user } }]);
    expect(it.changes()).toBeGreaterThan(0);
  });

  test.each([
    ['an end before the beginning', { to: day('2026-05-19') }, { field: 'to', code: 'before-from' }],
    ['an end that is past', { from: day('2026-05-11'), to: day('2026-05-19') }, { field: 'to', code: 'past' }],
    ['oneself', { standIn: head.user }, { field: 'standIn', code: 'self' }],
    ['a guest', { standIn: guest }, { field: 'standIn', code: 'not-a-member' }],
  ])('is not taken with %s', async (_, changes, fault) => {
    await it.given();
    expect(await set(head.user, changes)).toEqual({ ok: false, code: 'faults', faults: [fault] });
  });

  test('cannot be covered by who is away as well', async () => {
    await it.given();
    await it.notices.saveAbsence(absence({ user: colleague }), deed('set-absence'));
    expect(await set()).toMatchObject({ faults: [{ field: 'standIn', code: 'away' }] });
  });

  test('is not taken from a form that is older than what is stored', async () => {
    await it.given();
    await set();
    expect(await set()).toEqual({ ok: false, code: 'changed' });
    expect(await set(head.user, {}, 1)).toMatchObject({ ok: true });
  });

  test('is nothing for guests', async () => {
    expect(await set(guest)).toMatchObject({ code: 'outsider' });
    expect(await it.noticeDesk.openAbsence(guest)).toMatchObject({ code: 'outsider' });
  });

  test('makes the stand-in of a head a deputy, from the first day to the last', async () => {
    await it.given();
    await set(head.user, { from: day('2026-05-21') });
    const mayConfirm = async (now: string) => {
      it.setNow(now);
      return (await it.desk.actorFor(colleague))?.offices.get(digital) ?? null;
    };
    expect([
      await mayConfirm('2026-05-20 23:59'),
      await mayConfirm('2026-05-21 00:00'),
      await mayConfirm('2026-05-22 23:59'),
      await mayConfirm('2026-05-23 00:00'),
    ]).toEqual([null, 'deputy', 'deputy', null]);
  });

  test('lets the stand-in fill in', async () => {
    await it.given();
    expect(await it.desk.openForm(colleague, at.round, at.section)).toMatchObject({ ok: false });
    await set();
    expect(await it.desk.openForm(colleague, at.round, at.section)).toMatchObject({ ok: true });
  });
});

describe('«戻りました»', () => {
  test('ends the absence yesterday', async () => {
    await it.given();
    await set(head.user, { from: day('2026-05-18') });
    expect(await it.noticeDesk.endAbsence(head.user)).toMatchObject({
      absence: { from: '2026-05-18', to: '2026-05-19' },
    });
    expect(await it.noticeDesk.openAbsence(head.user)).toMatchObject({ absence: null, version: 2 });
  });

  test('calls off one that begins today or later', async () => {
    await it.given();
    for (const [index, from] of ['2026-05-20', '2026-06-01'].entries()) {
      await set(staff, { from: day(from), to: day('2026-06-05') }, index * 2);
      expect(await it.noticeDesk.endAbsence(staff)).toMatchObject({ ok: true });
      expect(await it.notices.absences(day('2026-05-20'))).toEqual([]);
    }
  });

  test('says so where there is none, the second half of a double click included', async () => {
    await it.given();
    expect(await it.noticeDesk.endAbsence(deputy)).toEqual({ ok: false, code: 'present' });
    await set();
    await it.noticeDesk.endAbsence(head.user);
    expect(await it.noticeDesk.endAbsence(head.user)).toEqual({ ok: false, code: 'present' });
  });

  test('leaves room for the next absence', async () => {
    await it.given();
    await set();
    await it.noticeDesk.endAbsence(head.user);
    const opened = await it.noticeDesk.openAbsence(head.user);
    expect(
      await set(head.user, { from: day('2026-05-25'), to: day('2026-05-26') }, opened.ok ? opened.version : 0),
    ).toMatchObject({
      ok: true,
    });
  });
});
