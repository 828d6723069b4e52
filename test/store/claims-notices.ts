import { expect, test } from 'vitest';
import { channel, entry, keyOfPlaced, nine, past, placed, reminderTo } from '../support/notices.ts';
import { head, user } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';
import { everything } from './keeps-records.ts';
import { claimAllInProcess } from './process.ts';

/** Who gets which notice, and when: one process each, in turn, at Slack's pace. */
export function claimsNotices(engine: Engine): void {
  const store = everyTestOpens(engine);
  const place = { channel: 'D0HEAD', ts: '1778803200.000100' };
  const sent = { kind: 'sent', place, shown: null } as const;
  const first = placed();
  const key = keyOfPlaced(first);
  const claim = (now = nine, by = 'one') => store.notices.outbox.claim({ by, now, until: past(60) });
  const toEach = (count: number) =>
    Array.from({ length: count }, (_, number) => placed({ notice: reminderTo(user(`U0N${number}`)) }));

  test('gives the notice with its try, and nothing more while that is under way', async () => {
    await store.notices.outbox.place([first]);
    expect(await claim()).toMatchObject({ ...first, key, attempts: 1, unclearSince: null, thread: null });
    expect(await claim(nine, 'two')).toBeNull();
    expect(await store.notices.outbox.find(key)).toMatchObject({ attempts: 1, unclearSince: nine, state: 'waiting' });
  });

  test('gives nothing before its time', async () => {
    await store.notices.outbox.place([placed({ notBefore: past(1) })]);
    expect(await claim(past(0.999))).toBeNull();
    expect(await claim(past(1))).toMatchObject({ key });
  });

  test('gives what has waited longest, then what was placed first', async () => {
    const [one, two, three] = toEach(3);
    if (!one || !two || !three) throw new Error('three were made');
    await store.notices.outbox.place([{ ...one, notBefore: past(2) }, two, three]);
    const given = [await claim(past(2)), await claim(past(2)), await claim(past(2))];
    expect(given.map((each) => each?.key)).toEqual([two, three, one].map(keyOfPlaced));
  });

  test('gives one notice a second of a conversation', async () => {
    const next = placed({ notice: reminderTo(head.user, '2026-05-18') });
    const elsewhere = placed({ notice: reminderTo(channel('C0SECTION')) });
    await store.notices.outbox.place([first, next, elsewhere]);
    expect(await claim()).toMatchObject({ key });
    // The other conversation waits for nobody.
    expect(await claim()).toMatchObject({ key: keyOfPlaced(elsewhere) });
    expect(await claim(past(10))).toBeNull();
    await store.notices.outbox.settle({ key, by: 'one', at: past(10) }, sent, []);
    expect(await claim(past(10.999))).toBeNull();
    expect(await claim(past(11))).toMatchObject({ key: keyOfPlaced(next) });
  });

  test('gives what goes into a thread once the thread is there, with its place', async () => {
    const answer = placed({ notice: reminderTo(head.user, '2026-05-18'), inThreadOf: key, notBefore: past(-10) });
    await store.notices.outbox.place([answer, first]);
    expect(await claim()).toMatchObject({ key });
    await store.notices.outbox.settle({ key, by: 'one', at: nine }, sent, []);
    expect(await claim(past(1))).toMatchObject({ key: keyOfPlaced(answer), thread: place });
  });

  test('drops what was to go into a thread together with the message that would have begun it', async () => {
    const answer = placed({ notice: reminderTo(head.user, '2026-05-18'), inThreadOf: key });
    await store.notices.outbox.place([answer, first]);
    await claim();
    await store.notices.outbox.settle({ key, by: 'one', at: nine }, { kind: 'dropped' }, []);
    const found = await store.notices.outbox.find(keyOfPlaced(answer));
    expect({ state: found?.state, waiting: (await store.notices.outbox.backlog(past(60))).waiting }).toEqual({
      state: 'dropped',
      waiting: 0,
    });
  });

  test('gives nothing while Slack has asked for a pause, to no process, and the longest pause counts', async () => {
    await store.notices.outbox.place([first]);
    const other = await store.openAgain();
    await other.notices.outbox.pause(past(30));
    await store.notices.outbox.pause(past(10));
    expect(await store.notices.outbox.pausedUntil(past(29))).toBe(past(30));
    expect(await claim(past(29.999))).toBeNull();
    expect(await other.notices.outbox.claim({ by: 'two', now: past(29.999), until: past(60) })).toBeNull();
    expect(await store.notices.outbox.pausedUntil(past(30))).toBeNull();
    expect(await claim(past(30))).toMatchObject({ key });
  });

  test('a lease that ran out is given to another process, and the first one is too late', async () => {
    await store.notices.outbox.place([first]);
    const other = await store.openAgain();
    await claim();
    expect(await other.notices.outbox.claim({ by: 'two', now: past(59.999), until: past(120) })).toBeNull();
    const second = await other.notices.outbox.claim({ by: 'two', now: past(60), until: past(120) });
    // Nobody knows whether the first process has sent it.
    expect(second).toMatchObject({ key, attempts: 2, unclearSince: nine });
    const late = await store.notices.outbox.settle({ key, by: 'one', at: past(61) }, sent, [entry('send-notice')]);
    expect(late).toBe(false);
    expect(await store.notices.outbox.find(key)).toMatchObject({ state: 'waiting', place: null });
    expect(await store.reports.ledger(everything)).toEqual([]);
    expect(await other.notices.outbox.settle({ key, by: 'two', at: past(62) }, sent, [])).toBe(true);
  });

  test('who is late, but before anybody else, is in time', async () => {
    await store.notices.outbox.place([first]);
    await claim();
    expect(await store.notices.outbox.settle({ key, by: 'one', at: past(90) }, sent, [])).toBe(true);
  });

  test('is settled once, by whom it was given to', async () => {
    await store.notices.outbox.place([first]);
    expect(await store.notices.outbox.settle({ key, by: 'one', at: nine }, sent, [])).toBe(false);
    await claim();
    expect(await store.notices.outbox.settle({ key, by: 'two', at: nine }, sent, [])).toBe(false);
    expect(await store.notices.outbox.settle({ key, by: 'one', at: nine }, sent, [])).toBe(true);
    expect(await store.notices.outbox.settle({ key, by: 'one', at: nine }, { kind: 'dropped' }, [])).toBe(false);
    expect(await store.notices.outbox.find(key)).toMatchObject({ state: 'sent' });
  });

  test('what a coordinator held after the lease ran out is nobody’s', async () => {
    await store.notices.outbox.place([first]);
    await claim();
    await store.notices.outbox.redirect(key, 'held', past(60), entry('hold-notice'));
    expect(await store.notices.outbox.settle({ key, by: 'one', at: past(61) }, sent, [])).toBe(false);
    expect(await store.notices.outbox.find(key)).toMatchObject({ state: 'held', unclearSince: nine });
    await store.notices.outbox.redirect(key, 'waiting', past(62), entry('release-notice'));
    expect(await store.notices.outbox.settle({ key, by: 'one', at: past(63) }, sent, [])).toBe(false);
  });

  test('many at the same moment give every notice once', async () => {
    const all = toEach(30);
    await store.notices.outbox.place(all);
    const given = await Promise.all(Array.from({ length: 40 }, (_, number) => claim(nine, `process ${number}`)));
    const keys = given.flatMap((each) => (each ? [each.key] : []));
    expect(keys.toSorted()).toEqual(all.map(keyOfPlaced).toSorted());
  });

  test('many at the same moment give one notice of a conversation', async () => {
    const many = Array.from({ length: 9 }, (_, number) =>
      placed({ notice: reminderTo(head.user, `2026-05-1${number}`) }),
    );
    await store.notices.outbox.place(many);
    const given = await Promise.all(Array.from({ length: 12 }, (_, number) => claim(nine, `process ${number}`)));
    expect(given.filter((each) => each !== null)).toHaveLength(1);
  });

  test('while others hold it, a notice is held or given, not both', async () => {
    const all = toEach(12);
    await store.notices.outbox.place(all);
    const [held, given] = await Promise.all([
      Promise.all(
        all.map((each) => store.notices.outbox.redirect(keyOfPlaced(each), 'held', nine, entry('hold-notice'))),
      ),
      Promise.all(all.map(() => claim())),
    ]);
    const keys = given.flatMap((each) => (each ? [each.key] : []));
    expect(keys.length + held.filter(Boolean).length).toBe(12);
    const rows = await store.notices.outbox.list({ states: ['held'], limit: 100 });
    expect(rows.map((row) => row.key).filter((each) => keys.includes(each))).toEqual([]);
  });

  test('processes that claim at once never get the same notice, and together they get all', async () => {
    await store.closeAll();
    const address = await engine.create();
    const opened = await store.openAt(address);
    const all = toEach(60);
    await opened.notices.outbox.place(all);
    const given = await Promise.all(['one', 'two', 'three', 'four'].map((by) => claimAllInProcess(address, by, nine)));
    expect(given.flat().toSorted()).toEqual(all.map(keyOfPlaced).toSorted());
  });
}
