import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DigestDesk } from '../../../src/notice/digest/desk.ts';
import { createDigestDesk } from '../../../src/notice/digest/desk.ts';
import type { NoticeParts } from '../../../src/notice/parts.ts';
import { day, type Moment, momentAt } from '../../../src/report/day.ts';
import { realCatalog } from '../../support/catalog.ts';
import { openDesk } from '../../support/desk.ts';
import { channel } from '../../support/notices.ts';
import { user } from '../../support/rounds.ts';

const catalog = realCatalog();
const me = user('U0ONE');
const week = day('2026-11-16');
const all = { channels: [channel('C0ALL')], automatic: true };
let parts: NoticeParts;
let desk: DigestDesk;
let close: () => Promise<void>;
let now: Moment;
let changes: number;

beforeEach(async () => {
  now = momentAt(day('2026-11-12'), 10);
  changes = 0;
  ({ parts, close } = await openDesk({ catalog, coordinators: [me], now: () => now }));
  const changed = () => {
    changes += 1;
  };
  desk = createDigestDesk({ ...parts, changed });
});
afterEach(() => close());

describe('a change of a digest', () => {
  beforeEach(async () => {
    await desk.set(me, 0, all);
    changes = 0;
  });

  test('is stored once, told to who waits for it, and recorded', async () => {
    expect(await desk.writeNote(me, { week, version: 0 }, '期限は20日です。')).toMatchObject({
      ok: true,
      day: week,
      digest: { note: '期限は20日です。', version: 1 },
    });
    expect(changes).toBe(1);
    const ledger = await parts.report.store.ledger({
      round: null,
      section: null,
      rosterEntry: null,
      after: 0,
      limit: 9,
    });
    expect(ledger.at(-1)).toMatchObject({ action: 'edit-digest', by: { user: me }, at: now });
  });

  test('is refused to who looks at what is no longer true', async () => {
    await desk.skip(me, { week, version: 0 }, true);
    changes = 0;
    for (const done of [
      await desk.send(me, { week, version: 0 }),
      await desk.send(me, { week: day('2026-11-23'), version: 0 }),
    ])
      expect(done).toEqual({ ok: false, code: 'changed' });
    expect(changes).toBe(0);
  });

  test('is refused to others, who hear who can', async () => {
    const refused = { ok: false, code: 'other-role', whoCan: ['coordinator'] };
    const staff = user('U0STAFF');
    expect(await desk.open(staff)).toEqual(refused);
    expect(await desk.outlook(staff)).toEqual(refused);
    expect(await desk.writeNote(staff, { week, version: 0 }, null)).toEqual(refused);
    expect(await desk.skip(staff, { week, version: 0 }, true)).toEqual(refused);
    expect(await desk.send(staff, { week, version: 0 })).toEqual(refused);
    expect(await desk.set(staff, 1, all)).toEqual(refused);
  });

  test('is one of two: a digest that two coordinators send at once goes once', async () => {
    const both = await Promise.all([desk.send(me, { week, version: 0 }), desk.send(me, { week, version: 0 })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, code: 'changed' });
  });

  test('to send one that is skipped needs the skipping to be taken back', async () => {
    await desk.skip(me, { week, version: 0 }, true);
    expect(await desk.send(me, { week, version: 1 })).toEqual({ ok: false, code: 'changed' });
  });
});

describe('the settings', () => {
  const since = async () => (await parts.notices.digestSettings()).since;

  test('begin when there is somewhere to go, and keep that through other changes', async () => {
    const first = now;
    await desk.set(me, 0, all);
    now = momentAt(day('2026-11-18'), 10);
    await desk.set(me, 1, { ...all, channels: [...all.channels, channel('C0PLAN')] });
    expect(await since()).toBe(first);
    await desk.set(me, 2, { ...all, channels: [] });
    expect(await since()).toBeNull();
    await desk.set(me, 3, all);
    expect(await since()).toBe(now);
  });

  test('begin anew where digests are to go by themselves from now on', async () => {
    await desk.set(me, 0, { ...all, automatic: false });
    now = momentAt(day('2026-11-18'), 10);
    await desk.set(me, 1, all);
    expect(await since()).toBe(now);
  });

  test('are set by one of two who set them at once', async () => {
    const both = await Promise.all([desk.set(me, 0, all), desk.set(me, 0, { ...all, automatic: false })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, code: 'changed' });
  });

  test('are needed before anything is sent', async () => {
    expect(await desk.send(me, { week, version: 0 })).toEqual({ ok: false, code: 'no-channels' });
  });
});
