import { expect, test } from 'vitest';
import { keyOf, type Notice, noticeKeySchema } from '../../src/notice/notice.ts';
import type { Outgoing } from '../../src/notice/outbox.ts';
import { day, moment } from '../../src/report/day.ts';
import { channel, entry, keyOfPlaced, nine, past, placed, reminderTo } from '../support/notices.ts';
import { digital, head, roundId, user } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';
import { everything } from './keeps-records.ts';

/** The rows of the outbox: placed once, found, listed, settled, held and edited; apart from who may claim them. */
export function keepsOutbox(engine: Engine): void {
  const store = everyTestOpens(engine);
  const ledger = () => store.reports.ledger(everything);
  const place = { channel: 'D0HEAD', ts: '1778803200.000100' };
  const first = placed();
  const key = keyOfPlaced(first);
  const found = async (): Promise<Outgoing> => {
    const row = await store.notices.outbox.find(key);
    if (!row) throw new Error('it has been placed');
    return row;
  };
  const claim = (now = nine, by = 'one') => store.notices.outbox.claim({ by, now, until: past(60) });

  test('what is placed waits, untried', async () => {
    await store.notices.outbox.place([first]);
    expect(await found()).toEqual({
      ...first,
      key,
      sequence: expect.any(Number),
      state: 'waiting',
      attempts: 0,
      unclearSince: null,
      trouble: null,
      place: null,
      settledAt: null,
      shown: null,
    });
    expect(await store.notices.outbox.find(noticeKeySchema.parse('reminder/U0NOBODY/2026-05-15'))).toBeNull();
  });

  test('every kind of notice comes back as it went', async () => {
    const to = head.user;
    const at = moment('2026-05-15T01:00:00.123Z');
    const notices: Notice[] = [
      reminderTo(channel('C0SECTION')),
      { kind: 'again', to, at },
      { kind: 'escalation', to, on: day('2026-06-03') },
      { kind: 'request', to, round: roundId('r6-results'), section: digital, at },
      { kind: 'trouble', to, about: key, attempt: 2 },
    ];
    await store.notices.outbox.place(notices.map((notice) => placed({ notice })));
    const rows = await store.notices.outbox.list({ limit: 10 });
    expect(rows.map(({ notice }) => notice)).toEqual(notices.toReversed());
    expect(rows.map((row) => row.key)).toEqual(notices.map(keyOf).toReversed());
  });

  test('what is placed twice is there once, as it was placed first', async () => {
    const other = placed({ notice: reminderTo(user('U0OTHER')) });
    await store.notices.outbox.place([first, first, other]);
    await store.notices.outbox.place([placed({ notBefore: past(3_600) }), other]);
    expect(await store.notices.outbox.list({ limit: 10 })).toHaveLength(2);
    expect(await found()).toMatchObject({ notBefore: nine });
  });

  test('what is placed again stays settled', async () => {
    await store.notices.outbox.place([first]);
    await claim();
    await store.notices.outbox.settle({ key, by: 'one', at: nine }, { kind: 'sent', place, shown: null }, []);
    await store.notices.outbox.place([first]);
    expect(await found()).toMatchObject({ state: 'sent' });
    expect(await claim(past(10))).toBeNull();
  });

  test('what is placed by many at once is there once', async () => {
    const all = Array.from({ length: 20 }, (_, number) => placed({ notice: reminderTo(user(`U0N${number}`)) }));
    await Promise.all([all, all.toReversed(), all, all.toReversed()].map((some) => store.notices.outbox.place(some)));
    expect(await store.notices.outbox.list({ limit: 100 })).toHaveLength(20);
  });

  test('nothing placed is nothing', async () => {
    await store.notices.outbox.place([]);
    expect(await store.notices.outbox.list({ limit: 10 })).toEqual([]);
  });

  test('more than one statement holds is placed', async () => {
    const start = Date.parse('2026-01-01T00:00:00Z');
    const many = Array.from({ length: 2_500 }, (_, number) =>
      placed({ notice: { kind: 'again', to: head.user, at: moment(new Date(start + number).toISOString()) } }),
    );
    await store.notices.outbox.place(many);
    expect(await store.notices.outbox.list({ limit: 5_000 })).toHaveLength(2_500);
  });

  test('rows are listed newest first, by state, kind, recipient, time and page', async () => {
    const to = user('U0OTHER');
    const early = placed({ notice: reminderTo(to, '2026-05-14'), notBefore: past(-86_400) });
    const again = placed({ notice: { kind: 'again', to, at: past(7_200) }, notBefore: past(7_200) });
    await store.notices.outbox.place([early, first, again]);
    await store.notices.outbox.redirect(key, 'held', nine, entry('hold-notice'));
    const { outbox } = store.notices;
    const keys = async (query: Partial<Parameters<typeof outbox.list>[0]>) =>
      (await outbox.list({ limit: 10, ...query })).map((row) => row.key);
    const [one, two, three] = [early, first, again].map(keyOfPlaced);
    expect(await keys({})).toEqual([three, two, one]);
    expect(await keys({ states: ['held'] })).toEqual([two]);
    expect(await keys({ states: ['held', 'waiting'], kinds: ['reminder'] })).toEqual([two, one]);
    expect(await keys({ states: [] })).toEqual([]);
    expect(await keys({ kinds: [] })).toEqual([]);
    expect(await keys({ to })).toEqual([three, one]);
    expect(await keys({ since: nine })).toEqual([three, two]);
    expect(await keys({ limit: 1 })).toEqual([three]);
    const [newest] = await outbox.list({ limit: 1 });
    expect(await keys({ before: newest?.sequence ?? 0 })).toEqual([two, one]);
  });

  test('what was placed to go long ago and is settled today is of today', async () => {
    await store.notices.outbox.place([placed({ notBefore: past(-86_400) })]);
    await claim();
    await store.notices.outbox.settle({ key, by: 'one', at: past(1) }, { kind: 'dropped' }, []);
    expect(await store.notices.outbox.list({ since: past(1), limit: 10 })).toHaveLength(1);
    expect(await store.notices.outbox.list({ since: past(1.001), limit: 10 })).toEqual([]);
  });

  test('what is sent says where, when and what it shows', async () => {
    await store.notices.outbox.place([first]);
    await claim();
    const shown = { kind: 'reminder', items: ['𠮷野 🎉'] };
    expect(
      await store.notices.outbox.settle({ key, by: 'one', at: past(2) }, { kind: 'sent', place, shown }, [
        entry('send-notice', { key }),
      ]),
    ).toBe(true);
    expect(await found()).toMatchObject({
      state: 'sent',
      place,
      shown,
      settledAt: past(2),
      unclearSince: null,
      trouble: null,
      attempts: 1,
    });
    expect(await ledger()).toMatchObject([{ action: 'send-notice', by: null, before: null, after: { key } }]);
  });

  test('what is given up says why, and a coordinator lets it go again', async () => {
    await store.notices.outbox.place([first]);
    await claim();
    const failed = { kind: 'failed', trouble: 'is_archived' } as const;
    await store.notices.outbox.settle({ key, by: 'one', at: past(2) }, failed, [entry('fail-notice')]);
    expect(await found()).toMatchObject({ state: 'failed', trouble: 'is_archived', settledAt: past(2), place: null });
    expect(await store.notices.outbox.redirect(key, 'waiting', past(60), entry('retry-notice'))).toBe(true);
    expect(await found()).toMatchObject({
      state: 'waiting',
      notBefore: past(60),
      settledAt: null,
      // Who lets it go again knows that it is not there.
      unclearSince: null,
    });
    expect((await ledger()).map(({ action }) => action)).toEqual(['fail-notice', 'retry-notice']);
    expect(await claim(past(60))).toMatchObject({ key, attempts: 2 });
  });

  test('a notice with nothing left to say is dropped', async () => {
    await store.notices.outbox.place([first]);
    await claim();
    await store.notices.outbox.settle({ key, by: 'one', at: past(2) }, { kind: 'dropped' }, []);
    expect(await found()).toMatchObject({ state: 'dropped', settledAt: past(2), place: null });
  });

  test.each([
    ['clear', false, null],
    ['unclear', true, nine],
  ] as const)('a try whose end is %s is tried later', async (_, unclear, unclearSince) => {
    await store.notices.outbox.place([first]);
    await claim();
    const later = { kind: 'later', notBefore: past(30), trouble: 'timeout', unclear } as const;
    await store.notices.outbox.settle({ key, by: 'one', at: past(2) }, later, []);
    expect(await found()).toMatchObject({
      state: 'waiting',
      notBefore: past(30),
      trouble: 'timeout',
      unclearSince,
      settledAt: null,
    });
    expect(await claim(past(29))).toBeNull();
    expect(await claim(past(30))).toMatchObject({ attempts: 2, unclearSince });
  });

  test('a held notice does not go until it is released, and then not before', async () => {
    const later = placed({ notBefore: past(100) });
    await store.notices.outbox.place([later]);
    expect(await store.notices.outbox.redirect(key, 'held', nine, entry('hold-notice'))).toBe(true);
    expect(await found()).toMatchObject({ state: 'held', notBefore: past(100) });
    expect(await claim(past(200))).toBeNull();
    expect(await store.notices.outbox.redirect(key, 'waiting', past(50), entry('release-notice'))).toBe(true);
    expect(await found()).toMatchObject({ state: 'waiting', notBefore: past(100) });
    expect(await claim(past(99))).toBeNull();
    expect(await claim(past(100))).toMatchObject({ key });
  });

  test('a notice is not held while it is under way, nor twice, nor when it is sent; what waits is not released', async () => {
    const { outbox } = store.notices;
    expect(await outbox.redirect(key, 'held', nine, entry('hold-notice'))).toBe(false);
    await outbox.place([first]);
    expect(await outbox.redirect(key, 'waiting', nine, entry('release-notice'))).toBe(false);
    await claim();
    expect(await outbox.redirect(key, 'held', past(59), entry('hold-notice'))).toBe(false);
    expect(await outbox.redirect(key, 'held', past(60), entry('hold-notice'))).toBe(true);
    expect(await outbox.redirect(key, 'held', past(61), entry('hold-notice'))).toBe(false);
    await outbox.redirect(key, 'waiting', past(62), entry('release-notice'));
    await outbox.claim({ by: 'one', now: past(62), until: past(90) });
    await outbox.settle({ key, by: 'one', at: past(63) }, { kind: 'sent', place, shown: null }, []);
    expect(await outbox.redirect(key, 'held', past(100), entry('hold-notice'))).toBe(false);
    expect(await outbox.redirect(key, 'waiting', past(100), entry('retry-notice'))).toBe(false);
    expect((await ledger()).map(({ action }) => action)).toEqual(['hold-notice', 'release-notice']);
  });

  test('what a message shows is changed by whoever knows what it shows now', async () => {
    await store.notices.outbox.place([first]);
    expect(await store.notices.outbox.reshow(key, null, { done: true })).toBe(false);
    await claim();
    const shown = { kind: 'reminder', done: false };
    await store.notices.outbox.settle({ key, by: 'one', at: nine }, { kind: 'sent', place, shown }, []);
    expect(await store.notices.outbox.reshow(key, { kind: 'reminder', done: true }, { done: 1 })).toBe(false);
    // The same, whatever the order of its fields.
    expect(await store.notices.outbox.reshow(key, { done: false, kind: 'reminder' }, { done: true })).toBe(true);
    expect(await found()).toMatchObject({ shown: { done: true } });
  });

  test('of many who edit a message at once one does', async () => {
    await store.notices.outbox.place([first]);
    await claim();
    await store.notices.outbox.settle({ key, by: 'one', at: nine }, { kind: 'sent', place, shown: 0 }, []);
    const edits = Array.from({ length: 8 }, (_, number) => store.notices.outbox.reshow(key, 0, number + 1));
    expect((await Promise.all(edits)).filter(Boolean)).toHaveLength(1);
  });

  test('what cannot be recorded is not done', async () => {
    await store.notices.outbox.place([first]);
    await claim();
    const faulty = entry('send-notice');
    faulty.deed.reason = '';
    const sent = { kind: 'sent', place, shown: null } as const;
    const settling = store.notices.outbox.settle({ key, by: 'one', at: nine }, sent, [entry('send-notice'), faulty]);
    await expect(settling).rejects.toThrow();
    expect(await found()).toMatchObject({ state: 'waiting', place: null });
    await expect(store.notices.outbox.redirect(key, 'held', past(99), faulty)).rejects.toThrow();
    expect(await found()).toMatchObject({ state: 'waiting' });
    expect(await ledger()).toEqual([]);
    expect(await store.notices.outbox.settle({ key, by: 'one', at: nine }, sent, [])).toBe(true);
  });

  test('a notice that could not be read back is not placed, nor what comes with it', async () => {
    const faulty = placed({ notice: { kind: 'trouble', to: head.user, about: key, attempt: 0 } });
    await expect(store.notices.outbox.place([first, faulty])).rejects.toThrow();
    expect(await store.notices.outbox.find(key)).toBeNull();
  });

  test('the database refuses to delete what was placed', async () => {
    await store.notices.outbox.place([first]);
    await expect(store.execute('delete from outbox')).rejects.toThrow('outbox_no_delete');
  });
}
