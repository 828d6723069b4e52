import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mainFile } from '../support/compiled.ts';

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder without `.env`, far from the project's: the program must find its own data. */
let elsewhere: string;
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'plan-terminal-'));
});
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Runs the real program with no settings but those given, and no terminal. */
async function program(args: readonly string[], stdin = '', env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [mainFile, ...args], { cwd: elsewhere, env });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.end(stdin);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

const queryOf = (line: string): string => z.looseObject({ query: z.string() }).parse(JSON.parse(line)).query;

describe('asking needs no settings, no Slack and no terminal', () => {
  test('`ask --json -` answers line by line, prints nothing else and ends well', async () => {
    const { code, stdout, stderr } = await program(['ask', '--json', '-'], '電子申請\n4-2-1\nラーメン\n');
    expect({ code, stderr, queries: stdout.trimEnd().split('\n').map(queryOf) }).toEqual({
      code: 0,
      stderr: '',
      queries: ['電子申請', '4-2-1', 'ラーメン'],
    });
  });

  test('`ask 電子申請` is plain text without a single control code, even where colour is asked for', async () => {
    const { code, stdout } = await program(['ask', '電子申請'], '', { FORCE_COLOR: '3', TERM: 'xterm-256color' });
    expect(code).toBe(0);
    expect(stdout).toContain('デジタルみやぎ推進課');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  test('a half-filled setting for Slack does not stand in the way of asking', async () => {
    const { code, stdout } = await program(['ask', '--json', '4-2-1'], '', { SLACK_BOT_TOKEN: 'x', PORT: 'y' });
    expect({ code, query: queryOf(stdout) }).toEqual({ code: 0, query: '4-2-1' });
  });
});

describe('starting with wrong settings', () => {
  test('every fault of the environment and of .env is told at once, no value among them, and nothing starts', async () => {
    const folder = mkdtempSync(join(elsewhere, 'env-'));
    writeFileSync(join(folder, '.env'), 'SLACK_APP_TOKEN=xoxb-secret-in-file\nPORT=none-such-port\n');
    const child = spawn(process.execPath, [mainFile], {
      cwd: folder,
      env: { SLACK_BOT_TOKEN: 'secret-in-environment' },
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [told, code] = await Promise.all([text(child.stderr), ended]);
    expect(code).toBe(1);
    expect(told.match(/^[A-Z_]+(?=:)/gmu)?.toSorted()).toEqual(['PORT', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN']);
    expect(told).not.toMatch(/secret|none-such|at .*\.js/u);
  });
});

describe('starting without its database', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-x', SLACK_SIGNING_SECRET: '0'.repeat(32), OPERATIONS_PORT: 'off' };
  const stranger = (): string => {
    const file = join(mkdtempSync(join(elsewhere, 'db-')), 'text.db');
    writeFileSync(file, 'これはデータベースではありません。'.repeat(100));
    return file;
  };

  test.each([
    [
      'where no server answers',
      () => 'postgres://plan:open-sesame@127.0.0.1:1/keikaku_navi',
      /場所 127\.0\.0\.1:1\/keikaku_navi、ECONNREFUSED）。応答がありません。/u,
    ],
    [
      'in a file of something else',
      () => `file:${stranger()}`,
      /text\.db、SQLITE_NOTADB）。計画ナビのデータベースではありません。/u,
    ],
    [
      'in a folder that is none',
      () => `file:${stranger()}/keikaku-navi.db`,
      /keikaku-navi\.db、EEXIST）。書き込めません。/u,
    ],
  ])('%s says why, names the setting and no password, and ends with 1', async (_, url, told) => {
    const { code, stdout, stderr } = await program(['start'], '', { ...slack, DATABASE_URL: url() });
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(told) });
    expect(stderr).toContain('設定 DATABASE_URL');
    expect(stderr).not.toMatch(/sesame|at .*\.js|\n./u);
  });
});

test('`check-data` finds the data sound and counts them', async () => {
  const { code, stdout } = await program(['check-data']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^データに誤りはありません（計画5、/u) });
});

test('an unknown command explains itself and fails', async () => {
  const { code, stderr } = await program(['serve']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('npm run ask') });
});
