import { LogLevel } from '@slack/bolt';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { boltLogger } from '../../src/slack/bolt-logger.ts';

let lines: Record<string, unknown>[];
let logger: ReturnType<typeof boltLogger>;
beforeEach(() => {
  lines = [];
  logger = boltLogger(pino({ level: 'trace' }, { write: (line: string) => lines.push(JSON.parse(line)) }));
});

describe("Bolt's own log", () => {
  test('keeps its debug lines to itself, since they hold whole payloads', () => {
    logger.debug('Received a message', { token: 'xoxb-1' });
    expect(lines).toEqual([]);
  });

  test('does so even after somebody asks for debug lines', () => {
    logger.setLevel(LogLevel.DEBUG);
    logger.debug('payload');
    expect(lines).toEqual([]);
  });

  test.each([
    ['info', 20],
    ['warn', 40],
    ['error', 50],
  ] as const)('has its %s lines at level %d of ours', (level, number) => {
    logger[level]('the socket', 'is gone');
    expect(lines).toEqual([expect.objectContaining({ level: number, from: 'slack', msg: 'the socket is gone' })]);
  });

  test('names an error by its message, without a stack', () => {
    logger.error(new TypeError('bad frame'));
    expect(lines[0]?.msg).toBe('TypeError: bad frame');
  });

  test('shows nothing of an object, which may be a payload', () => {
    logger.warn('odd', { response_url: 'https://hooks.slack.com/x' });
    expect(lines[0]?.msg).toBe('odd [object Object]');
  });

  test('remembers the level it was given, as Bolt expects', () => {
    logger.setLevel(LogLevel.WARN);
    expect(logger.getLevel()).toBe(LogLevel.WARN);
  });
});
