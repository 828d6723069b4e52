import { expect, test } from 'vitest';
import type { Content } from '../../src/notice/content.ts';
import { keyOf, type Notice } from '../../src/notice/notice.ts';
import { addSeconds, day, type Moment } from '../../src/report/day.ts';
import { escalation, nine, past, placed, reminderTo } from '../support/notices.ts';
import { section, user } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';

/** What the ladder told whom is read once, and what was added since is never missed. */
export function keepsLadderMessages(engine: Engine): void {
  const store = everyTestOpens(engine);
  const place = { channel: 'D0HEAD', ts: '1778803200.000100' };
  const reminder = (to: string): Notice => reminderTo(user(to));
  const about = (name: string): Content => escalation({ section: section(name) });

  async function send(notice: Notice, at: Moment, shown: Content | null = null, { notices } = store): Promise<void> {
    await notices.outbox.place([placed({ notice })]);
    await notices.outbox.claim({ by: 'one', now: at, until: addSeconds(at, 60) });
    await notices.outbox.settle({ key: keyOf(notice), by: 'one', at }, { kind: 'sent', place, shown }, []);
  }
  const read = async (since = nine): Promise<string[]> =>
    (await store.notices.ladderMessages(since)).map(({ notice, about: told }) =>
      [notice.to, ...(told?.map((one) => one.section) ?? ['unknown'])].join(' '),
    );

  test('with what it was about, in the order of going, also what another process sent in between', async () => {
    expect(await read()).toEqual([]);
    await send(reminder('U1'), past(1), about('契約課'));
    expect(await read()).toEqual(['U1 契約課']);
    await send(reminder('U2'), past(3), null, { ...store, notices: (await store.openAgain()).notices });
    expect(await read()).toEqual(['U1 契約課', 'U2 unknown']);
    await send({ kind: 'escalation', to: user('U3'), on: day('2026-06-03') }, past(5), about('人事課'));
    expect(await read()).toEqual(['U1 契約課', 'U2 unknown', 'U3 人事課']);
  });

  test('since any moment, later or earlier than the one before', async () => {
    await send(reminder('U1'), past(1));
    await send(reminder('U2'), past(100));
    expect(await read(past(100))).toEqual(['U2 unknown']);
    expect(await read()).toEqual(['U1 unknown', 'U2 unknown']);
    expect(await read(past(101))).toEqual([]);
    await send(reminder('U3'), past(200));
    expect(await read(past(2))).toEqual(['U2 unknown', 'U3 unknown']);
  });

  test('also one whose process stood still, and wrote it down much later than it says', async () => {
    await store.notices.outbox.place([placed({ notice: reminder('U1') })]);
    await store.notices.outbox.claim({ by: 'late', now: past(1), until: past(60) });
    await send(reminder('U2'), past(30));
    expect(await read()).toEqual(['U2 unknown']);
    const key = keyOf(reminder('U1'));
    await store.notices.outbox.settle({ key, by: 'late', at: past(2) }, { kind: 'sent', place, shown: null }, []);
    expect(await read()).toEqual(['U2 unknown', 'U1 unknown']);
  });

  test('by many at once, nothing twice and nothing left out', async () => {
    await send(reminder('U1'), past(1));
    await Promise.all([read(), send(reminder('U2'), past(3)), read(), read()]);
    expect(await read()).toEqual(['U1 unknown', 'U2 unknown']);
  });

  test('and nothing else: neither what was dropped nor what is not of the ladder', async () => {
    const dropped = reminder('U1');
    await store.notices.outbox.place([placed({ notice: dropped })]);
    await store.notices.outbox.claim({ by: 'one', now: past(1), until: past(60) });
    await store.notices.outbox.settle({ key: keyOf(dropped), by: 'one', at: past(1) }, { kind: 'dropped' }, []);
    await send({ kind: 'trouble', to: user('U2'), about: keyOf(dropped), attempt: 1 }, past(2));
    expect(await read()).toEqual([]);
  });
}
