import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from '../../e2e/support/program.ts';
import { startWords } from '../../support/compiled.ts';
import { commandBody, form, post } from '../../support/raw-requests.ts';
import { signedHeaders, signingSecret } from '../../support/signed.ts';
import { canConnect } from '../reachable.ts';

/** A stretch in which an event loop did nothing else. */
export interface Block {
  /** When it ended: milliseconds since 1970. */
  until: number;
  milliseconds: number;
}

const folder = join(process.cwd(), 'dist', 'test', 'bench', 'start');
const programs = {
  ours: [...startWords],
  empty: [join(folder, '..', 'empty-bolt.js')],
};
export type Program = keyof typeof programs;

/** A program that was started as an operator starts it, over HTTP, with a database of its own that is new. */
interface Started {
  port: number;
  /** Milliseconds from the start of the process until it could be reached. */
  listening: number;
  /** The text of an answer. @throws Error where there is none. */
  ask: (text: string) => Promise<string>;
  /** Milliseconds since the start of the process. */
  age: () => number;
  /** The most memory it held so far, in MB, as the kernel counts it. */
  peak: () => number;
  /** When its event loop stood still since it could be reached; only of one that is probed. */
  blocks: () => Promise<Block[]>;
  stop: () => Promise<void>;
}

const answerSchema = z.object({ text: z.string().min(1), blocks: z.array(z.unknown()).min(1) });
const blocksSchema = z.array(z.object({ until: z.number(), milliseconds: z.number() }));

/** The kernel's own mark; what Node gives for it counts the parent's memory too. */
function peakOf(child: ChildProcess): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** Starts it and waits until it can be reached. */
export async function startProgram(program: Program, apiUrl: string, probed = false): Promise<Started> {
  const port = await freePort();
  const own = mkdtempSync(join(tmpdir(), 'keikaku-navi-start-'));
  const probe = probed ? ['--import', join(folder, 'probe.js')] : [];
  const begun = performance.now();
  const child = spawn(process.execPath, [...probe, ...programs[program]], {
    cwd: own,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      OPERATIONS_PORT: 'off',
      LOG_LEVEL: 'error',
      DATABASE_URL: 'file:bench.db',
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: apiUrl,
    },
    stdio: ['ignore', 'inherit', 'inherit', ...(probed ? (['ipc'] as const) : [])],
  });
  const ended = once(child, 'exit');
  while (!(await canConnect(port))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    await delay(1);
  }
  const listening = performance.now() - begun;
  const since = Date.now();
  let asked = 0;

  return {
    port,
    listening,
    async ask(text) {
      asked += 1;
      const body = commandBody(`start-${asked}`, { text });
      const { status, body: answer } = await post(
        `http://127.0.0.1:${port}/slack/events`,
        body,
        signedHeaders(body, form),
      );
      if (status !== 200) throw new Error(`${program} answered ${status} to ${text}`);
      return answerSchema.parse(JSON.parse(answer)).text;
    },
    age: () => performance.now() - begun,
    peak: () => peakOf(child),
    async blocks() {
      const told = once(child, 'message');
      child.send('blocks');
      // Of one that began before only what came after counts.
      return blocksSchema
        .parse((await told)[0])
        .map(({ until, milliseconds }) => ({ until, milliseconds: Math.min(milliseconds, until - since) }))
        .filter(({ milliseconds }) => milliseconds > 0);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(own, { recursive: true, force: true });
    },
  };
}
