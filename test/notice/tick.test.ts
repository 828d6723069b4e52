import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTick, type Tick } from '../../src/notice/tick.ts';
import { createGate } from '../support/gate.ts';
import { nine } from '../support/notices.ts';

/** What happened, in order. */
let happened: string[];
let log: Record<string, unknown>[];
/** Notices that may be claimed; each group waits for a breath after the one before. */
let waiting: number[];

beforeEach(() => {
  happened = [];
  log = [];
  waiting = [];
});

type Parts = Partial<Parameters<typeof createTick>[0]>;
function tickOf(parts: Parts = {}): Tick {
  return createTick({
    plans: { due: async () => void happened.push('plan') },
    deliver: async () => {
      if (!waiting[0]) return false;
      waiting[0] -= 1;
      happened.push('deliver');
      return true;
    },
    refresh: async () => void happened.push('refresh'),
    now: () => nine,
    wait: async () => {
      waiting.shift();
    },
    log: pino({}, { write: (line: string) => log.push(JSON.parse(line)) }),
    ...parts,
  });
}

describe('a run', () => {
  test('plans, delivers until nothing is left, and brings up to date', async () => {
    waiting = [2];
    await tickOf().run();
    expect(happened.toSorted()).toEqual(['deliver', 'deliver', 'plan', 'refresh']);
    expect(happened.indexOf('plan')).toBeLessThan(happened.indexOf('deliver'));
  });

  test('waits a second for conversations that have just got a message, and goes on', async () => {
    const waits: number[] = [];
    waiting = [1, 1];
    const wait = async (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      if (milliseconds > 1_000) waiting.shift();
    };
    await tickOf({ wait }).run();
    expect(happened.filter((what) => what === 'deliver')).toHaveLength(2);
    expect(Math.max(...waits)).toBeGreaterThan(1_000);
  });

  test('sends no faster than Slack takes messages from an app: eight a second', async () => {
    waiting = [12];
    const rests: number[] = [];
    const wait = async (milliseconds: number): Promise<void> => {
      if (milliseconds < 1_000) rests.push(milliseconds);
    };
    await tickOf({ wait }).run();
    expect(rests).toEqual(Array.from({ length: 12 }, () => 500));
  });

  test('waits for nothing where nothing was delivered', async () => {
    await tickOf({
      wait: () => {
        throw new Error('it waited');
      },
    }).run();
    expect(log).toEqual([]);
  });

  test('delivers others while Slack takes its time for one', async () => {
    const slow = createGate();
    let begun = 0;
    const deliver = async (): Promise<boolean> => {
      begun += 1;
      if (begun === 1) await slow.opened;
      else happened.push(`delivered ${begun}`);
      if (begun === 6) slow.open();
      return begun < 10;
    };
    await tickOf({ deliver }).run();
    expect(happened).toContain('delivered 6');
  });

  test('that succeeds is remembered', async () => {
    const tick = tickOf();
    expect(tick.lastSuccess()).toBeNull();
    await tick.run();
    expect(tick.lastSuccess()).toBe(nine);
  });
});

describe('a part that fails', () => {
  const fails = async (): Promise<never> => {
    throw new Error('broken');
  };
  test.each<[string, Parts, string[]]>([
    [
      'planning',
      { plans: { due: fails, digest: async () => void happened.push('digest') } },
      ['digest', 'deliver', 'refresh'],
    ],
    ['delivery', { deliver: fails }, ['plan', 'refresh']],
    ['bringing up to date', { refresh: fails }, ['plan', 'deliver']],
  ])('stops no other: %s', async (_, parts, rest) => {
    waiting = [1];
    const tick = tickOf(parts);
    await tick.run();
    expect(happened.toSorted()).toEqual(rest.toSorted());
    expect(log[0]).toMatchObject({ err: { message: 'broken' } });
    expect(tick.lastSuccess()).toBeNull();
  });
});

describe('a kick', () => {
  test('while a run is under way leads to one more run, however many came', async () => {
    const gate = createGate();
    const tick = tickOf({
      refresh: async () => {
        await gate.opened;
        happened.push('refresh');
      },
    });
    const run = tick.run();
    tick.kick();
    tick.kick();
    const last = tick.run();
    gate.open();
    await Promise.all([run, last]);
    expect(happened.filter((what) => what === 'refresh')).toHaveLength(2);
  });

  test('brings up to date what has changed while messages are still going out', async () => {
    const slow = createGate();
    const refreshed = createGate();
    let refreshes = 0;
    const tick = tickOf({
      deliver: async () => {
        await slow.opened;
        return false;
      },
      refresh: async () => {
        refreshes += 1;
        if (refreshes === 2) refreshed.open();
      },
    });
    const run = tick.run();
    await Promise.resolve();
    tick.kick();
    await refreshed.opened;
    slow.open();
    await run;
  });

  test('after a run begins another', async () => {
    const tick = tickOf();
    await tick.run();
    await tick.run();
    expect(happened.filter((what) => what === 'plan')).toHaveLength(2);
  });
});

describe('the timer', () => {
  test('runs at once and at every beat, until it is stopped', async () => {
    const beats: (() => void)[] = [];
    const tick = tickOf();
    tick.start((beat) => {
      beats.push(beat);
      return () => beats.splice(0);
    });
    await tick.run();
    expect(happened.slice(0, 2).toSorted()).toEqual(['plan', 'refresh']);
    happened = [];
    beats[0]?.();
    await tick.stop();
    expect(beats).toEqual([]);
  });
});

describe('a stop', () => {
  test('waits for what is under way, and claims nothing more', async () => {
    const gate = createGate();
    const begun = createGate();
    let claims = 0;
    const tick = tickOf({
      deliver: async () => {
        claims += 1;
        begun.open();
        await gate.opened;
        happened.push('delivered');
        return true;
      },
    });
    tick.kick();
    await begun.opened;
    const stopped = tick.stop().then(() => happened.push('stopped'));
    gate.open();
    await stopped;
    expect(happened.filter((what) => what !== 'refresh')).toEqual([
      'plan',
      ...Array.from({ length: claims }, () => 'delivered'),
      'stopped',
    ]);
    expect(claims).toBeLessThanOrEqual(4);
  });

  test('begins nothing afterwards', async () => {
    const tick = tickOf();
    await tick.stop();
    await tick.run();
    expect(happened).toEqual([]);
  });
});
