import { describe, expect, test } from 'vitest';
import { day } from '../../../src/report/day.ts';
import { at, colleague, coordinator, guest, noticeDeskOfEachTest, staff } from '../../support/notice-desk.ts';
import { absence, channel } from '../../support/notices.ts';
import { deed, digital, head, round, roundId } from '../../support/rounds.ts';

const it = noticeDeskOfEachTest();
const on = day('2026-05-22');
const toldAs = async (
  user: Parameters<typeof it.noticeDesk.why>[0],
  to = user as Parameters<typeof it.noticeDesk.why>[1],
) => {
  const found = await it.noticeDesk.why(user, to, on);
  return found.ok ? (found.why.explained[0]?.as ?? null) : found.code;
};

describe('somebody is told', () => {
  test('as the head or the staff of their section, by the entry in force', async () => {
    await it.given();
    expect(await toldAs(head.user)).toMatchObject({ kind: 'office', office: 'head', since: '2026-04-01' });
    expect(await toldAs(staff)).toMatchObject({ kind: 'office', office: 'staff' });
  });

  test('because they stand in', async () => {
    await it.given();
    await it.notices.saveAbsence(absence({ standIn: colleague }), deed('set-absence'));
    expect(await toldAs(colleague)).toEqual({ kind: 'stands-in', for: head.user });
  });

  test('because they took over', async () => {
    await it.given();
    await it.noticeDesk.handOver(head.user, { ...at, to: colleague, reason: '担当替え' });
    expect(await toldAs(colleague)).toEqual({ kind: 'took-over', from: head.user });
    expect(await toldAs(head.user)).toBeNull();
  });

  test('because the section has nobody who could be told', async () => {
    await it.given({ entry: { head: null, deputies: [], staff: [] } });
    expect(await toldAs(coordinator)).toEqual({ kind: 'coordinator' });
  });

  test('in the channel of their section', async () => {
    await it.given({ entry: { channel: channel('C0DIGITAL') } });
    expect(await toldAs(staff, channel('C0DIGITAL'))).toMatchObject({ kind: 'channel' });
    expect(await toldAs(colleague, channel('C0DIGITAL'))).toBe('not-yours');
  });

  test('nothing of what comes to others', async () => {
    await it.given();
    expect(await toldAs(staff, head.user)).toBe('not-yours');
    expect(await toldAs(guest)).toBe('outsider');
  });
});

describe('the days', () => {
  test('are the step behind the message and the next one, each with its closed days', async () => {
    await it.given();
    it.setNow('2026-05-22 10:00');
    const found = await it.noticeDesk.why(head.user, head.user, on);
    expect(found.ok && found.why.explained[0]).toMatchObject({
      step: { step: -5, day: '2026-05-22', passed: [{ day: '2026-05-24' }, { day: '2026-05-23' }] },
      next: { step: -1, day: '2026-05-28' },
    });
  });

  test('go on weekly after the ladder', async () => {
    await it.given();
    it.setNow('2026-06-04 10:00');
    const found = await it.noticeDesk.why(head.user, head.user, day('2026-06-03'));
    expect(found.ok && found.why.explained[0]).toMatchObject({
      step: { step: 3, weekly: false },
      next: { weekly: true, day: '2026-06-10' },
    });
  });
});

describe('the deadlines', () => {
  test('of a section are its own; coordinators see all', async () => {
    await it.given();
    const own = await it.noticeDesk.openDeadlines(staff);
    expect(own.ok && own.deadlines).toMatchObject({ all: false, today: '2026-05-20' });
    expect(own.ok && own.deadlines.deadlines.flatMap(({ rows }) => rows.map(({ ask }) => ask.asked.section))).toEqual([
      digital,
    ]);
    const all = await it.noticeDesk.openDeadlines(coordinator);
    expect(all.ok && (all.deadlines.deadlines[0]?.rows.length ?? 0)).toBeGreaterThan(1);
  });

  test('are none for who belongs to no section, and closed to guests', async () => {
    await it.given();
    expect(await it.noticeDesk.openDeadlines(colleague)).toMatchObject({ deadlines: { deadlines: [] } });
    expect(await it.noticeDesk.openDeadlines(guest)).toMatchObject({ code: 'outsider' });
  });

  test('name the reminders still to come, the first weekly one last', async () => {
    await it.given();
    const opened = await it.noticeDesk.openDeadlines(staff);
    const coming = opened.ok ? (opened.deadlines.deadlines[0]?.coming ?? []) : [];
    expect(coming.map(({ day: one }) => one)).toEqual([
      '2026-05-22',
      '2026-05-28',
      '2026-05-29',
      '2026-06-01',
      '2026-06-03',
      '2026-06-10',
    ]);
  });

  test('come in the order of their urgency', async () => {
    await it.given();
    await it.store.saveRound(round({ id: roundId('later'), due: day('2026-06-30') }), deed('open-round'));
    const opened = await it.noticeDesk.openDeadlines(staff);
    expect(opened.ok && opened.deadlines.deadlines.map(({ board }) => board.due)).toEqual(['2026-05-29', '2026-06-30']);
  });
});

describe('the home', () => {
  test('knows the sections, the absence, for whom one stands in and what was handed over', async () => {
    await it.given({ entry: { channel: channel('C0DIGITAL') } });
    await it.noticeDesk.handOver(head.user, { ...at, to: colleague, reason: '担当替え' });
    await it.notices.saveAbsence(absence({ from: day('2026-05-18'), standIn: colleague }), deed('set-absence'));
    const own = await it.noticeDesk.openHome(head.user);
    expect(own.ok && own.home).toMatchObject({
      sections: [{ section: digital, office: 'head', channel: 'C0DIGITAL' }],
      absence: { to: '2026-05-22' },
      handovers: [{ handover: { to: colleague } }],
      coordination: null,
    });
    const other = await it.noticeDesk.openHome(colleague);
    expect(other.ok && other.home).toMatchObject({
      sections: [{ section: digital, office: 'deputy' }],
      standsInFor: [head.user],
      duties: [{ section: digital }],
    });
  });

  test('of a coordinator has the open rounds, and counts what reached nobody', async () => {
    await it.given();
    const opened = await it.noticeDesk.openHome(coordinator);
    expect(opened.ok && opened.home.coordination).toMatchObject({ boards: [{ round: { id: at.round } }], failures: 0 });
  });

  test('is closed to guests', async () => {
    expect(await it.noticeDesk.openHome(guest)).toMatchObject({ code: 'outsider' });
  });
});
