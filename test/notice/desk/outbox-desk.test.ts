import { describe, expect, test } from 'vitest';
import { due } from '../../../src/notice/due.ts';
import type { NoticeKey } from '../../../src/notice/notice.ts';
import { keyOf } from '../../../src/notice/notice.ts';
import { readCircumstances } from '../../../src/notice/read-circumstances.ts';
import { colleague, coordinator, guest, noticeDeskOfEachTest, staff } from '../../support/notice-desk.ts';
import { keyOfPlaced, nine, past, placed, reminderTo } from '../../support/notices.ts';
import { deed, digital, head, report, roundId, signed } from '../../support/rounds.ts';

const it = noticeDeskOfEachTest();
const claim = (now = nine, by = 'one') => it.notices.outbox.claim({ by, now, until: past(60) });

async function schedule(reach: 'next-day' | 'rounds' = 'rounds', round: string | null = null) {
  const opened = await it.noticeDesk.openSchedule(coordinator, {
    round: round === null ? null : roundId(round),
    reach,
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.schedule;
}
async function keys(): Promise<NoticeKey[]> {
  return (await schedule()).planned.map(({ key }) => key);
}
const ofTheDay = async (): Promise<NoticeKey[]> =>
  due(await readCircumstances(it.parts)).map(({ notice }) => keyOf(notice));

describe('what is to come', () => {
  test('is told for the next open day, and as far as the ladder reaches', async () => {
    await it.given();
    expect((await schedule('next-day')).until).toBe('2026-05-21');
    const days = (await schedule()).planned.map(({ day }) => day);
    expect([...new Set(days)]).toEqual([
      '2026-05-20',
      '2026-05-22',
      '2026-05-28',
      '2026-05-29',
      '2026-06-01',
      '2026-06-03',
    ]);
  });

  test('leaves out who reports before', async () => {
    await it.given();
    await it.store.saveReport(report({ state: 'submitted', submitted: signed() }), deed('submit'));
    expect(
      (await schedule()).planned.filter(({ content }) => JSON.stringify(content).includes(`"${digital}"`)),
    ).toEqual([]);
  });

  test('is told of one round alone', async () => {
    await it.given();
    expect((await schedule('rounds', 'no-such-round')).planned).toEqual([]);
    expect((await schedule('rounds', 'r6-results')).planned.length).toBeGreaterThan(0);
  });
});

describe('a notice that is kept back', () => {
  test('before it was due is not sent on its day, and is among those kept back', async () => {
    await it.given();
    const key = (await keys()).find((one) => one.startsWith(`reminder/${head.user}/2026-05-22`));
    if (!key) throw new Error('nothing is planned for the day');
    expect(await it.noticeDesk.steerNotice(coordinator, key, 'hold')).toEqual({ ok: true, steering: 'hold' });
    expect(await keys()).not.toContain(key);
    expect((await schedule()).held.map((row) => row.key)).toEqual([key]);
    it.setNow('2026-05-22 09:00');
    expect(await ofTheDay()).not.toContain(key);
    expect(await claim(past(7 * 86_400))).toBeNull();
  });

  test('does not come on the day after either, but the next step does', async () => {
    await it.given();
    it.setNow('2026-05-22 09:00');
    const key = keyOf(reminderTo(head.user, '2026-05-22'));
    await it.noticeDesk.steerNotice(coordinator, key, 'hold');
    it.setNow('2026-05-25 09:00');
    expect(await ofTheDay()).not.toContain(keyOf(reminderTo(head.user, '2026-05-25')));
    it.setNow('2026-05-28 09:00');
    expect(await ofTheDay()).toContain(keyOf(reminderTo(head.user, '2026-05-28')));
  });

  test('goes after all when a coordinator lets it go', async () => {
    await it.given();
    it.setNow('2026-05-22 09:00');
    const key = keyOf(reminderTo(head.user, '2026-05-22'));
    await it.noticeDesk.steerNotice(coordinator, key, 'hold');
    expect(await it.noticeDesk.steerNotice(coordinator, key, 'release')).toEqual({ ok: true, steering: 'release' });
    expect((await it.notices.outbox.find(key))?.state).toBe('waiting');
    expect([(await it.deeds('hold-notice')).length, (await it.deeds('release-notice')).length]).toEqual([1, 1]);
  });
});

describe('what was sent', () => {
  const first = placed();
  const key = keyOfPlaced(first);

  test('is found among the sent, what failed among the failed, with how many', async () => {
    await it.notices.outbox.place([first, placed({ notice: reminderTo(staff) })]);
    await claim();
    await it.notices.outbox.settle({ key, by: 'one', at: nine }, { kind: 'failed', trouble: 'is_archived' }, []);
    const opened = await it.noticeDesk.openOutbox(coordinator, { filter: 'failed', before: null });
    expect(opened).toMatchObject({ page: { failed: 1, rows: [{ key, trouble: 'is_archived' }], next: null } });
    const waiting = await it.noticeDesk.openOutbox(coordinator, { filter: 'waiting', before: null });
    expect(waiting).toMatchObject({ page: { failed: 1, rows: [{ notice: { to: staff } }] } });
  });

  test('comes a page at a time', async () => {
    await it.notices.outbox.place(
      Array.from({ length: 15 }, (_, day) => placed({ notice: reminderTo(staff, `2026-05-${10 + day}`) })),
    );
    const opened = await it.noticeDesk.openOutbox(coordinator, { filter: 'all', before: null });
    const page = opened.ok ? opened.page : null;
    const rest = await it.noticeDesk.openOutbox(coordinator, { filter: 'all', before: page?.next ?? null });
    expect([page?.rows.length, rest.ok && rest.page.rows.length, rest.ok && rest.page.next]).toEqual([10, 5, null]);
  });

  test('that failed is sent once more, which the ledger keeps', async () => {
    await it.notices.outbox.place([first]);
    await claim();
    await it.notices.outbox.settle({ key, by: 'one', at: nine }, { kind: 'failed', trouble: 'is_archived' }, []);
    const changes = it.changes();
    expect(await it.noticeDesk.steerNotice(coordinator, key, 'retry')).toEqual({ ok: true, steering: 'retry' });
    expect((await it.notices.outbox.find(key))?.state).toBe('waiting');
    expect(await it.deeds('retry-notice')).toMatchObject([{ by: { user: coordinator }, after: { key } }]);
    expect(it.changes()).toBe(changes + 1);
  });

  test('and has gone cannot be kept back any more', async () => {
    await it.notices.outbox.place([first]);
    await claim();
    const place = { channel: 'D0', ts: '1.0' };
    await it.notices.outbox.settle({ key, by: 'one', at: nine }, { kind: 'sent', place, shown: null }, []);
    expect(await it.noticeDesk.steerNotice(coordinator, key, 'hold')).toEqual({ ok: false, code: 'changed' });
    expect(await it.noticeDesk.steerNotice(coordinator, keyOf(reminderTo(colleague)), 'hold')).toEqual({
      ok: false,
      code: 'gone',
    });
  });
});

test.each([head.user, staff, guest])('%s, who is no coordinator, may neither look nor steer', async (who) => {
  await it.given();
  const refused = { ok: false, whoCan: ['coordinator'] };
  expect(await it.noticeDesk.openOutbox(who, { filter: 'all', before: null })).toMatchObject(refused);
  expect(await it.noticeDesk.openSchedule(who, { round: null, reach: 'rounds' })).toMatchObject(refused);
  expect(await it.noticeDesk.steerNotice(who, keyOf(reminderTo(head.user)), 'hold')).toMatchObject(refused);
  expect(await it.deeds('hold-notice')).toEqual([]);
});
