import { addSeconds, type Moment } from '../report/day.ts';
import type { LedgerAction, Subject } from '../report/ledger.ts';
import { aboutOf } from './about.ts';
import type { Content } from './content.ts';
import type { Entry, Outgoing } from './outbox.ts';

/** Seconds to wait after the first, second … try that came to nothing, and after all that follow. */
const waits = [30, 60, 120, 300];
const longestWait = 900;

/** When a notice is tried again after so many tries. A failure is never reason enough to give up what is still true. */
export function nextTry(attempts: number, at: Moment): Moment {
  return addSeconds(at, waits[attempts - 1] ?? longestWait);
}

/** What a notice is about, each section of a round once; one without a subject where it is about none. */
function subjectsOf(content: Content | null): Subject[] {
  const pairs = new Map(
    (content === null ? [] : aboutOf(content)).map(({ round, section }) => [`${round} ${section}`, { round, section }]),
  );
  const subjects = [...pairs.values()].map((pair) => ({ ...pair, rosterEntry: null }));
  return subjects.length > 0 ? subjects : [{ round: null, section: null, rosterEntry: null }];
}

interface Result {
  content: Content | null;
  action: Extract<LedgerAction, 'send-notice' | 'fail-notice'>;
  place: Outgoing['place'];
  trouble: string | null;
}

/** The ledger's rows of a notice that went out or was given up: to whom, where, why not; never what it said. */
export function entriesOf(
  { key, notice }: Pick<Outgoing, 'key' | 'notice'>,
  at: Moment,
  { content, action, place, trouble }: Result,
): Entry[] {
  return subjectsOf(content).map((subject) => ({
    deed: { by: null, at, action, via: 'bot', reason: null },
    subject,
    after: { key, to: notice.to, place: place && { channel: place.channel, ts: place.ts }, trouble },
  }));
}
