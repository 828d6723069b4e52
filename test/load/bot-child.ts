import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Job, questionSchema, type Reply, replySchema } from './job.ts';

/** The whole bot in a process of its own. */
export interface BotChild {
  eventsUrl: string;
  /** Measures from now on. */
  begin: () => void;
  figures: () => Promise<Extract<Reply, { kind: 'figures' }>>;
  signal: (signal: NodeJS.Signals) => void;
  /** Its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
}

/** As it was compiled. */
const script = join(process.cwd(), 'dist', 'test', 'load', 'bot-process.js');

async function reply<K extends Reply['kind']>(child: ChildProcess, kind: K): Promise<Extract<Reply, { kind: K }>> {
  const isWanted = (one: Reply): one is Extract<Reply, { kind: K }> => one.kind === kind;
  for (;;) {
    const read = replySchema.parse((await once(child, 'message'))[0]);
    if (isWanted(read)) return read;
  }
}

/** Starts it, and waits until it listens and knows Slack. */
export async function forkBot(job: Job): Promise<BotChild> {
  const child = fork(script, [JSON.stringify(job)], { execArgv: ['--expose-gc'] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const { port } = await reply(child, 'listening');
  return {
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    begin: () => void child.send(questionSchema.enum.begin),
    figures: () => {
      const told = reply(child, 'figures');
      child.send(questionSchema.enum.figures);
      return told;
    },
    signal: (signal) => void child.kill(signal),
    ended,
  };
}
