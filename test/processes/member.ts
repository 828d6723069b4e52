import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type Job, saidSchema } from './job.ts';

/** One of several processes that are the same bot. */
export interface Member {
  /** Where Slack would post to. */
  eventsUrl: string;
  /** What `/readyz` says. */
  readiness: () => Promise<string>;
  /** Lets its files grow to so many KiB, each; null for as much as they like. As a full disk to whoever writes. */
  limitFiles: (kibibytes: number | null) => Promise<void>;
  /** Resolves when it has come to stand still by itself; never where it does not. */
  halted: Promise<void>;
  /** As a power cut. */
  kill: () => Promise<void>;
  /** Nothing of it runs until `resume`. */
  stop: () => void;
  resume: () => void;
  /** Tells it to end in order; its exit code. */
  end: () => Promise<number | null>;
}

const run = promisify(execFile);
/** As `npm test` and `npm run process-test` put it together: most of what a run costs are starts. */
const script = join(process.cwd(), 'dist', 'processes', 'bot.js');

/** Should the run end without a word, nothing of it must stay. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a process; resolves when it answers. @throws Error with what it said, when it ends instead. */
export async function startMember(job: Job): Promise<Member> {
  const child = spawn(process.execPath, [script, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const exited = once(child, 'exit');
  exited.then(() => running.delete(child));

  let halt = (): void => undefined;
  const halted = new Promise<void>((resolve) => {
    halt = resolve;
  });
  const ports = await new Promise<{ port: number; operations: number }>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const said = saidSchema.parse(JSON.parse(line));
      if ('port' in said) resolve(said);
      else halt();
    });
    exited.then(() => reject(new Error(`a process ended before it began: ${complaint}`)));
  });
  const endBy = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  return {
    eventsUrl: `http://127.0.0.1:${ports.port}/slack/events`,
    readiness: async () => (await fetch(`http://127.0.0.1:${ports.operations}/readyz`)).text(),
    limitFiles: async (kibibytes) => {
      const limit = kibibytes === null ? 'unlimited' : String(kibibytes * 1_024);
      await run('prlimit', ['--pid', String(child.pid), `--fsize=${limit}:unlimited`]);
    },
    halted,
    kill: endBy('SIGKILL'),
    stop: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    end: async () => {
      await endBy('SIGTERM')();
      return child.exitCode;
    },
  };
}
