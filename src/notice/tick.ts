import type { Logger } from 'pino';
import type { Moment } from '../report/day.ts';
import { createBeat } from './beat.ts';
import type { Deliver } from './deliver.ts';

/** Milliseconds after which a conversation that has just got a message may get another: Slack takes one a second. */
const breath = 1_100;
/** How many notices go at once, so that one for which Slack takes its time does not hold up the rest. */
const lanes = 4;
/**
 * Milliseconds that a lane rests after a notice: Slack takes some hundred messages a minute from one app, and whoever asks
 * something meanwhile is to wait for no mailing.
 */
const rest = 500;

/** What places notices into the outbox, by name; one that fails stops none of the others, nor delivery. */
export type Plans = Readonly<Record<string, () => Promise<void>>>;

interface TickParts {
  plans: Plans;
  deliver: Deliver;
  refresh: () => Promise<void>;
  now: () => Moment;
  /** Resolves so many milliseconds later. */
  wait: (milliseconds: number) => Promise<void>;
  log: Logger;
}

/** The clock's side of the bot: at every beat it plans, delivers and brings up to date. */
export interface Tick {
  /** Begins at once, unless a run is under way: then once more when that is done. Resolves when nothing is left to do. */
  run(): Promise<void>;
  /** The same, for somebody who does not wait for it. */
  kick(): void;
  /** Runs now and at every beat of the caller's timer; what `every` gives stops the timer. */
  start(every: (beat: () => void) => () => void): void;
  /** Claims nothing more and waits for what is under way. */
  stop(): Promise<void>;
  /** The last moment by which every part had succeeded; null before the first time. */
  lastSuccess(): Moment | null;
}

export function createTick({ plans, deliver, refresh, now, wait, log }: TickParts): Tick {
  let stopping = false;
  let stopTimer = (): void => undefined;
  const isStopping = (): boolean => stopping;

  async function succeeds(part: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (err) {
      log.error({ err, part }, 'a part of the tick failed');
      return false;
    }
  }

  /** Until there is nothing to claim, also not after the conversations that were busy have had their second. */
  async function lane(): Promise<void> {
    let delivered = false;
    while (!stopping) {
      if (await deliver()) {
        delivered = true;
        await wait(rest);
      } else if (delivered) {
        delivered = false;
        await wait(breath);
      } else return;
    }
  }

  async function send(): Promise<boolean> {
    const results: boolean[] = [];
    for (const [name, plan] of Object.entries(plans)) if (!stopping) results.push(await succeeds(name, plan));
    results.push(...(await Promise.all(Array.from({ length: lanes }, () => succeeds('deliver', lane)))));
    return results.every(Boolean);
  }

  // Apart, so that what is handed in stands in its reminder at once, however many messages are still to go.
  const sending = createBeat(send, { isStopping, now });
  const upkeep = createBeat(() => succeeds('refresh', refresh), { isStopping, now });

  const run = async (): Promise<void> => {
    await Promise.all([sending.run(), upkeep.run()]);
  };
  const kick = (): void => void run();
  return {
    run,
    kick,
    start: (every) => {
      stopTimer = every(kick);
      kick();
    },
    stop: async () => {
      stopping = true;
      stopTimer();
      await run();
    },
    lastSuccess: () => {
      const [sent, kept] = [sending.lastSuccess(), upkeep.lastSuccess()];
      if (sent === null || kept === null) return null;
      return sent < kept ? sent : kept;
    },
  };
}
