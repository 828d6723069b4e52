import { constants } from 'node:os';
import type { Logger } from 'pino';

interface EndInOrderOptions {
  /** The process: its signals and faults come in, its end goes out. */
  on: (event: string, listener: (reason: unknown) => void) => unknown;
  exit: (code: number) => void;
  /** Finishes what is under way. */
  stop: () => Promise<unknown>;
  /** Milliseconds that this may take. */
  within?: number;
  log: Logger;
}

/** Ends the program, after what is under way is finished; the highest code asked for counts. */
export type End = (reason: string, code: number) => void;

/** Less than a supervisor waits before it kills (systemd 30 s by our unit), longer than any call to Slack. */
const usualPatience = 20_000;

/**
 * Ends the program in order when it is told to stop, or when a fault that nobody awaits leaves an unknown state. Whatever cannot
 * be finished in time is left as after a crash: a notice stays claimed, and is looked for before it is sent again. A second
 * signal ends it at once.
 */
export function endInOrder({ on, exit, stop, within = usualPatience, log }: EndInOrderOptions): End {
  let highest = 0;
  let stopping = false;

  async function end(reason: string, code: number): Promise<void> {
    highest = Math.max(highest, code);
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.warn({ seconds: within / 1_000 }, 'not everything could be finished in time');
      exit(highest);
    }, within);
    try {
      await stop();
    } catch (err) {
      log.error({ err }, 'the bot could not be stopped in order');
      highest = Math.max(highest, 1);
    }
    exit(highest);
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    on(signal, () => {
      if (stopping) exit(128 + constants.signals[signal]);
      else end(signal, 0);
    });
  }
  for (const fault of ['unhandledRejection', 'uncaughtException']) {
    on(fault, (reason) => {
      log.fatal({ err: reason ?? new Error('rejected without a reason') }, fault);
      end(fault, 1);
    });
  }
  return end;
}
