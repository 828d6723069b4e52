import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type End, endInOrder } from '../src/end-in-order.ts';
import { releaseTimers, stopTimers, turnClockUntil } from './support/clock.ts';
import { createGate, type Gate } from './support/gate.ts';

let process: EventEmitter;
let underWay: Gate;
let lines: Record<string, unknown>[];
let stops: number;
let codes: number[];
let ended: Promise<number>;
let end: End;

beforeEach(() => {
  stopTimers();
  process = new EventEmitter();
  underWay = createGate();
  [lines, codes, stops] = [[], [], 0];
  ended = new Promise((resolve) => {
    end = endInOrder({
      on: process.on.bind(process),
      exit: (code) => {
        codes.push(code);
        resolve(code);
      },
      stop: () => {
        stops += 1;
        return underWay.opened;
      },
      log: pino({}, { write: (line: string) => lines.push(JSON.parse(line)) }),
    });
  });
});
afterEach(releaseTimers);

describe('a process that is told to stop', () => {
  test.each(['SIGTERM', 'SIGINT'])('by %s finishes what is under way, and ends well', async (signal) => {
    process.emit(signal);
    const before = codes.length;
    underWay.open();
    expect([before, await ended]).toEqual([0, 0]);
  });

  test('ends well after twenty seconds when it cannot finish', async () => {
    process.emit('SIGTERM');
    expect([await turnClockUntil(ended), lines.at(-1)?.seconds]).toEqual([0, 20]);
  });

  test('a second time ends at once, as one that was ended', async () => {
    process.emit('SIGTERM');
    process.emit('SIGTERM');
    expect([await ended, stops]).toEqual([143, 1]);
  });

  test('ends with a fault when it cannot be stopped', async () => {
    process.emit('SIGTERM');
    underWay.fail(new Error('the database is gone'));
    expect([await ended, lines.at(-1)?.msg]).toEqual([1, 'the bot could not be stopped in order']);
  });
});

describe('a process in an unknown state', () => {
  test.each(['unhandledRejection', 'uncaughtException'])('by an %s says why, and ends with a fault', async (fault) => {
    process.emit(fault, new Error('nobody awaits it'));
    underWay.open();
    expect([await ended, lines[0]]).toMatchObject([1, { level: 60, err: { message: 'nobody awaits it' } }]);
  });

  test('also when nothing was given as a reason', async () => {
    process.emit('unhandledRejection', undefined);
    underWay.open();
    expect([await ended, lines[0]]).toMatchObject([1, { err: { message: 'rejected without a reason' } }]);
  });

  test('that came while it was stopping ends with a fault too', async () => {
    process.emit('SIGTERM');
    process.emit('unhandledRejection', new Error('late'));
    underWay.open();
    expect([await ended, stops]).toEqual([1, 1]);
  });
});

test('a process that ends of its own accord does so in order', async () => {
  end('refused', 1);
  underWay.open();
  expect([await ended, stops]).toEqual([1, 1]);
});
