import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { addSeconds, type Moment } from '../report/day.ts';
import type { UserId } from '../report/person.ts';
import type { Content } from './content.ts';
import type { Messenger, Posted, Sought, TooLate } from './messenger.ts';
import type { Notice, NoticeKind } from './notice.ts';
import type { Claimed, Outbox, Outcome } from './outbox.ts';
import { entriesOf, nextTry } from './tries.ts';
import { troublesOf } from './trouble.ts';

/** Seconds for which a notice belongs to the process that claimed it. */
const lease = 120;
/** Tries in a row that Slack did not answer, after which all notices wait: it is away, and each more would end unclear as well. */
const awayAfter = 3;
/** What posting may take of it at most: two calls of ten seconds, and their record. */
const postingTakes = 30;

interface DeliverParts {
  outbox: Outbox;
  messenger: Messenger;
  /** What a notice tells at this moment; null where there is nothing left to say. */
  compose: (notice: Notice, at: Moment) => Promise<Content | null>;
  /** When a notice may go: at this very moment, or at the next opening of the office. */
  mayGo: (notice: Notice, at: Moment) => Moment;
  coordinators: ReadonlySet<UserId>;
  /** Tells this process from others at the same outbox. */
  by: string;
  now: () => Moment;
  /** Hears what became of each try. */
  observe: (kind: NoticeKind, outcome: Outcome['kind']) => void;
  log: Logger;
}

/** What became of a try, and what the message told. */
interface Try {
  outcome: Outcome;
  content: Content | null;
}

/** Takes the next notice that may go from its claim to its record; false where there is none. */
export type Deliver = () => Promise<boolean>;

/**
 * Delivery that is at least once, made effectively once. A try whose end nobody knows is followed by a look for its key in
 * the conversation; only where it is not there the notice is posted again.
 */
export function createDeliver(parts: DeliverParts): Deliver {
  const { outbox, messenger, compose, mayGo, coordinators, by, now, observe, log } = parts;

  const later = (
    { attempts }: Claimed,
    trouble: string | null,
    { unclear, notBefore = nextTry(attempts, now()) }: { unclear: boolean; notBefore?: Moment },
  ): Outcome => ({ kind: 'later', notBefore, trouble, unclear });

  let unanswered = 0;
  async function heard(answer: Posted['kind'] | TooLate['kind'] | Sought['kind']): Promise<void> {
    if (answer === 'too-late') return;
    unanswered = answer === 'unclear' || answer === 'not-reached' ? unanswered + 1 : 0;
    if (unanswered >= awayAfter) await outbox.pause(nextTry(unanswered - awayAfter + 1, now()));
  }

  async function paused(seconds: number, unclear: boolean): Promise<Outcome> {
    const until = addSeconds(now(), Math.max(seconds, 1));
    await outbox.pause(until);
    return { kind: 'later', notBefore: until, trouble: 'ratelimited', unclear };
  }

  async function afterLook(claimed: Claimed, sought: Exclude<Sought, { kind: 'absent' }>, content: Content | null) {
    switch (sought.kind) {
      case 'found':
        // It was written at another moment, and is from now on taken to show this.
        if (content) await messenger.edit(sought.place, { key: claimed.key, content });
        return { kind: 'sent', place: sought.place, shown: content } satisfies Outcome;
      case 'refused': {
        log.warn({ notice: claimed.key, trouble: sought.trouble }, 'a message of unknown end cannot be looked for');
        const failed: Outcome = { kind: 'failed', trouble: 'unclear-and-unseen' };
        return content === null ? ({ kind: 'dropped' } satisfies Outcome) : failed;
      }
      case 'paused':
        return paused(sought.seconds, true);
      case 'not-reached':
        return later(claimed, sought.trouble, { unclear: true });
    }
  }

  const tooLate = (claimed: Claimed): Outcome => later(claimed, 'lease-over', { unclear: false, notBefore: now() });

  async function afterPost(claimed: Claimed, posted: Posted | TooLate, content: Content): Promise<Outcome> {
    switch (posted.kind) {
      case 'posted':
        return { kind: 'sent', place: posted.place, shown: content };
      case 'refused':
        return { kind: 'failed', trouble: posted.trouble };
      case 'paused':
        return paused(posted.seconds, false);
      case 'not-reached':
        return later(claimed, posted.trouble, { unclear: false });
      case 'unclear':
        return later(claimed, posted.trouble, { unclear: true });
      case 'too-late':
        return tooLate(claimed);
    }
  }

  async function attempt(claimed: Claimed, until: Moment, onPosting: () => void): Promise<Try> {
    const { notice, key, thread, unclearSince } = claimed;
    const to = notice.to;
    const content = await compose(notice, now());
    if (unclearSince !== null) {
      const sought = await messenger.find({ to, thread, key }, unclearSince);
      await heard(sought.kind);
      if (sought.kind !== 'absent') return { outcome: await afterLook(claimed, sought, content), content };
    }
    const at = now();
    const from = mayGo(notice, at);
    if (from > at) return { outcome: later(claimed, null, { unclear: false, notBefore: from }), content };
    if (content === null) return { outcome: { kind: 'dropped' }, content };
    // A process that stood still may have lost its lease; whoever has it now may be posting.
    const mayBeWritten = (): boolean => addSeconds(now(), postingTakes) <= until;
    if (!mayBeWritten()) return { outcome: tooLate(claimed), content };
    onPosting();
    const posted = await messenger.post({ to, thread, key, content }, mayBeWritten);
    await heard(posted.kind);
    return { outcome: await afterPost(claimed, posted, content), content };
  }

  async function record(claimed: Claimed, owner: string, { outcome, content }: Try): Promise<void> {
    const at = now();
    const entries = (() => {
      switch (outcome.kind) {
        case 'sent':
          return entriesOf(claimed, at, { content, action: 'send-notice', place: outcome.place, trouble: null });
        case 'failed':
          return entriesOf(claimed, at, { content, action: 'fail-notice', place: null, trouble: outcome.trouble });
        case 'dropped':
        case 'later':
          return [];
      }
    })();
    const recorded = await outbox.settle({ key: claimed.key, by: owner, at }, outcome, entries);
    if (recorded) observe(claimed.notice.kind, outcome.kind);
    else log.warn({ notice: claimed.key, outcome: outcome.kind }, 'the notice has been taken over');
    if (recorded && outcome.kind === 'failed') {
      log.warn({ notice: claimed.key, trouble: outcome.trouble }, 'a notice cannot be delivered');
      await outbox.place(troublesOf([claimed], coordinators, at));
    }
  }

  /** Nobody knows why: the notice waits, with a token by which the reason is found in the log. */
  async function putOff(claimed: Claimed, owner: string, unclear: boolean, err: unknown): Promise<void> {
    const token = randomUUID().slice(0, 8);
    log.error({ err, notice: claimed.key, token }, 'a notice could not be handled');
    try {
      const outcome = later(claimed, `fault-${token}`, { unclear });
      await outbox.settle({ key: claimed.key, by: owner, at: now() }, outcome, []);
    } catch (unstored) {
      // The lease ends by itself, and the notice counts as one of unknown end.
      log.error({ err: unstored, notice: claimed.key, token }, 'nor could that be recorded');
    }
  }

  let claims = 0;
  return async () => {
    // A name for this claim alone: a process that stood still may take over its own notice in another lane.
    claims += 1;
    const owner = `${by} ${claims}`;
    const at = now();
    const until = addSeconds(at, lease);
    const claimed = await outbox.claim({ by: owner, now: at, until });
    if (!claimed) return false;
    let mayBeTaken = claimed.unclearSince !== null;
    try {
      const tried = await attempt(claimed, until, () => {
        mayBeTaken = true;
      });
      await record(claimed, owner, tried);
    } catch (err) {
      await putOff(claimed, owner, mayBeTaken, err);
    }
    return true;
  };
}
