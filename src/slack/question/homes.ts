import type { Logger } from 'pino';
import type { AnyBlock } from '../../view/blocks.ts';
import { layOut, type View } from '../../view/lay-out.ts';
import { withFallback } from '../newer-blocks.ts';

/** The App Homes that people have looked at lately, which are drawn anew when something has changed. */
export interface Homes {
  /** Somebody opens theirs: draws it. Rejects when Slack, or what it is drawn from, cannot be reached. */
  open(user: string): Promise<void>;
  /** Something stored has changed: draws anew what shows it, one Home after the other. */
  changed(): void;
  /** Resolves when nothing is being drawn. */
  idle(): Promise<void>;
}

interface HomesOptions {
  /** What somebody's Home shows now; `again` where nobody asked for it. */
  draw: (user: string, again: boolean) => Promise<View>;
  /** Hands it to Slack. */
  publish: (user: string, blocks: AnyBlock[]) => Promise<unknown>;
  newerBlocks: boolean;
  /** Milliseconds, of any clock that only goes forward. */
  now: () => number;
  log: Logger;
}

/** Who has not looked for so long will open it anew. */
const remembered = 4 * 60 * 60 * 1000;
/** More at once would keep a small office's bot busy with drawing. */
const mostPeople = 50;

export function createHomes({ draw, publish, newerBlocks, now, log }: HomesOptions): Homes {
  /** Who has looked, when, and what they see; the one who looked last comes last. */
  const seen = new Map<string, { at: number; shown: string }>();
  let stale = false;
  let drawing: Promise<void> | null = null;

  function remember(user: string, shown: string): void {
    seen.delete(user);
    seen.set(user, { at: now(), shown });
    for (const [oldest, { at }] of seen) {
      if (seen.size <= mostPeople && now() - at < remembered) break;
      seen.delete(oldest);
    }
  }

  /** Publishes it, or, `again`, only where it differs from what is seen; what is seen then. */
  async function show(user: string, again: boolean): Promise<string> {
    const view = await draw(user, again);
    const laidOut = (newer: boolean) => layOut(view, { surface: 'home', newerBlocks: newer }).blocks;
    const shown = JSON.stringify(laidOut(newerBlocks));
    if (!again || seen.get(user)?.shown !== shown) {
      await withFallback(newerBlocks, (newer) => publish(user, laidOut(newer)));
    }
    return shown;
  }

  async function redraw(): Promise<void> {
    while (stale) {
      stale = false;
      for (const [user, { at }] of [...seen]) {
        if (now() - at >= remembered) continue;
        try {
          seen.set(user, { at, shown: await show(user, true) });
        } catch (err) {
          log.warn({ err, user }, 'an App Home could not be drawn anew');
        }
      }
    }
  }

  function start(): void {
    drawing = redraw().finally(() => {
      drawing = null;
      if (stale) start();
    });
  }

  return {
    async open(user) {
      remember(user, await show(user, false));
    },
    changed() {
      stale = true;
      if (!drawing) start();
    },
    idle: async () => {
      while (drawing) await drawing;
    },
  };
}
