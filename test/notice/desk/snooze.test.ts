import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/notice/calendar.ts';
import { until, waits } from '../../../src/notice/desk/snooze.ts';
import { inOfficeHours } from '../../../src/notice/office-hours.ts';
import { moment, timeInJapan } from '../../../src/report/day.ts';
import { colleague, coordinator, guest, noticeDeskOfEachTest, staff } from '../../support/notice-desk.ts';
import { channel } from '../../support/notices.ts';
import { deed, head, report, signed } from '../../support/rounds.ts';

const it = noticeDeskOfEachTest();
const calendar = createCalendar([]);

describe('putting off', () => {
  test.each([
    ['two-hours', '2026-05-20 10:00', '2026-05-20 12:00:00'],
    ['two-hours', '2026-05-20 15:30', '2026-05-21 09:00:00'],
    ['two-hours', '2026-05-22 16:00', '2026-05-25 09:00:00'],
    ['tomorrow', '2026-05-20 10:00', '2026-05-21 09:00:00'],
    ['tomorrow', '2026-05-22 10:00', '2026-05-25 09:00:00'],
    ['two-hours', '2026-05-20 05:00', '2026-05-20 09:00:00'],
  ] as const)('by %s at %s comes back at %s', async (wait, now, expected) => {
    await it.given();
    it.setNow(now);
    const done = await it.noticeDesk.snooze(head.user, head.user, wait);
    expect(done.ok && timeInJapan(done.until)).toBe(expected);
    expect(await it.notices.snoozes(moment('2026-05-01T00:00:00Z'))).toMatchObject([
      { to: head.user, until: done.ok && done.until },
    ]);
    expect(await it.deeds('snooze')).toHaveLength(1);
    expect(it.changes()).toBeGreaterThan(0);
  });

  test('always ends later, within office hours', () => {
    const anyTime = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => moment(date.toISOString()));
    fc.assert(
      fc.property(anyTime, fc.constantFrom(...waits), (now, wait) => {
        const later = until(wait, now, calendar);
        expect(later > now && inOfficeHours(later, calendar)).toBe(true);
      }),
    );
  });

  test('says which deadline passes in the meantime', async () => {
    await it.given();
    it.setNow('2026-05-29 10:00');
    expect(await it.noticeDesk.snooze(head.user, head.user, 'two-hours')).toMatchObject({ passing: [] });
    expect(await it.noticeDesk.snooze(head.user, head.user, 'tomorrow')).toMatchObject({
      passing: [{ board: { due: '2026-05-29' } }],
    });
  });

  test('what comes to somebody else is refused', async () => {
    await it.given();
    expect(await it.noticeDesk.snooze(staff, head.user, 'tomorrow')).toEqual({ ok: false, code: 'not-yours' });
    expect(await it.noticeDesk.snooze(guest, guest, 'tomorrow')).toMatchObject({ code: 'outsider' });
    expect(await it.deeds('snooze')).toEqual([]);
  });

  test('what comes to a channel is for those of its section', async () => {
    const own = channel('C0DIGITAL');
    await it.given({ entry: { channel: own } });
    expect(await it.noticeDesk.snooze(colleague, own, 'tomorrow')).toEqual({ ok: false, code: 'not-yours' });
    expect(await it.noticeDesk.snooze(coordinator, own, 'tomorrow')).toEqual({ ok: false, code: 'not-yours' });
    expect(await it.noticeDesk.snooze(staff, own, 'tomorrow')).toMatchObject({ ok: true });
  });

  test('has no use once nothing is owed', async () => {
    await it.given();
    await it.store.saveReport(report({ state: 'submitted', submitted: signed() }), deed('submit'));
    expect(await it.noticeDesk.snooze(head.user, head.user, 'tomorrow')).toEqual({ ok: false, code: 'nothing-owed' });
  });
});
