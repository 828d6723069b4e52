import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Job, saidSchema } from './job.ts';

/** One of several processes that are the same bot. */
export interface Member {
  /** Where Slack would post to. */
  eventsUrl: string;
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

/** As `npm test` compiled it. */
const script = join(process.cwd(), 'dist', 'test', 'processes', 'bot.js');

/** Starts a process; resolves when it answers. @throws Error with what it said, when it ends instead. */
export async function startMember(job: Job): Promise<Member> {
  const child = spawn(process.execPath, [script, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'pipe'] });
  // Should the run end without a word, nothing of it must stay.
  const leave = (): void => void child.kill('SIGKILL');
  process.once('exit', leave);
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const exited = once(child, 'exit');
  exited.then(() => process.off('exit', leave));

  let halt = (): void => undefined;
  const halted = new Promise<void>((resolve) => {
    halt = resolve;
  });
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const said = saidSchema.parse(JSON.parse(line));
      if ('port' in said) resolve(said.port);
      else halt();
    });
    exited.then(() => reject(new Error(`a process ended before it began: ${complaint}`)));
  });
  const endBy = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  return {
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
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
