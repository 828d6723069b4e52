import { addSeconds, type Moment } from '../report/day.ts';
import type { UserId } from '../report/person.ts';
import type { Outbox, Outgoing, Placed } from './outbox.ts';

/** The coordinators are told, each once for every time a notice fails; never of news that itself could not be delivered. */
export function troublesOf(failed: readonly Outgoing[], coordinators: Iterable<UserId>, at: Moment): Placed[] {
  return failed
    .filter(({ notice }) => notice.kind !== 'trouble')
    .flatMap(({ key, attempts }) =>
      [...coordinators].map(
        (to): Placed => ({
          notice: { kind: 'trouble', to, about: key, attempt: attempts },
          notBefore: at,
          inThreadOf: null,
        }),
      ),
    );
}

/** Longer than the program stands still between two runs. */
const lookedBack = 7 * 24 * 60 * 60;
const mostFailed = 500;

interface TroubleParts {
  outbox: Outbox;
  coordinators: ReadonlySet<UserId>;
  now: () => Moment;
}

/** Places the news of what has failed lately; what is already placed stays as it is, so that a crash in between loses nothing. */
export function createPlaceTroubles({ outbox, coordinators, now }: TroubleParts): () => Promise<void> {
  return async () => {
    const at = now();
    const failed = await outbox.list({ states: ['failed'], since: addSeconds(at, -lookedBack), limit: mostFailed });
    await outbox.place(troublesOf(failed, coordinators, at));
  };
}
