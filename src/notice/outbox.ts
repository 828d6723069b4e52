import type { z } from 'zod';
import type { Moment } from '../report/day.ts';
import type { Deed, Subject } from '../report/ledger.ts';
import type { Notice, NoticeKey, NoticeKind } from './notice.ts';
import type { Recipient } from './recipient.ts';

/** A notice put into the outbox. */
export interface Placed {
  notice: Notice;
  /** It does not go before. */
  notBefore: Moment;
  /** It goes into the thread of this one, once that is sent. */
  inThreadOf: NoticeKey | null;
}

/** Where a message stands in Slack: its conversation (a D… id for direct messages) and its ts. */
export interface MessagePlace {
  channel: string;
  ts: string;
}

/**
 * waiting: it will go; held: a coordinator keeps it back; sent; dropped: when its time came there was nothing left to say;
 * failed: Slack will not take it, and the coordinators have been told.
 */
export const outgoingStates = ['waiting', 'held', 'sent', 'dropped', 'failed'] as const;
export type OutgoingState = (typeof outgoingStates)[number];

/** A row of the outbox, which stays when the notice is sent. */
export interface Outgoing extends Placed {
  key: NoticeKey;
  /** Ascending in the order of placing. */
  sequence: number;
  state: OutgoingState;
  /** Tries that have begun. */
  attempts: number;
  /**
   * When a try began of which nobody knows whether Slack took it; null where every try ended clearly. Another try first looks
   * through the conversation from then on.
   */
  unclearSince: Moment | null;
  /** What the last try met («channel_not_found», «timeout»); null for nothing. */
  trouble: string | null;
  place: MessagePlace | null;
  /** When it was sent, dropped or given up. */
  settledAt: Moment | null;
  /** What the message shows, by which an edit is known to be needed; null until it is sent. */
  shown: z.core.util.JSONType;
}

/**
 * A notice that one process has for itself until its lease ends. `attempts` counts this try; `unclearSince` is of the tries
 * before it: where it is null there is nothing to look for.
 */
export interface Claimed extends Outgoing {
  /** The thread it goes into. */
  thread: MessagePlace | null;
}

/** What became of a try. */
export type Outcome =
  | { kind: 'sent'; place: MessagePlace; shown: z.core.util.JSONType }
  | { kind: 'dropped' }
  /** Given up; a coordinator who lets it go again has seen to it that it is not there, so that nobody looks for it. */
  | { kind: 'failed'; trouble: string }
  /** To be tried again, not before then; `unclear` where Slack may have taken it. */
  | { kind: 'later'; notBefore: Moment; trouble: string | null; unclear: boolean };

/** How the outbox stands, for an operator. */
export interface Backlog {
  /** Those whose time has come and that have not gone yet. */
  waiting: number;
  /** When the one that has waited longest was to go; null where none waits. */
  oldest: Moment | null;
  failed: number;
}

/** Rows for the ledger, written with what they tell of. */
export interface Entry {
  deed: Deed;
  subject: Subject;
  /** What became of it, as plain data. */
  after: z.core.util.JSONType;
}

/** Which rows of the outbox are asked for; what is left out does not filter. Newest first. */
export interface OutboxQuery {
  states?: readonly OutgoingState[];
  kinds?: readonly NoticeKind[];
  to?: Recipient;
  /** Placed to go, or settled, at or after this moment. */
  since?: Moment;
  /** Only those whose messages may still change. */
  unfinished?: true;
  /** Only those before this row. */
  before?: number;
  limit: number;
}

/**
 * The outbox. Several processes may use it at once: what is claimed, is claimed by one.
 * @throws whatever the database throws; then nothing has been written.
 */
export interface Outbox {
  /** Puts in what is not there by its key; what is there stays as it is, whatever its state. */
  place(notices: readonly Placed[]): Promise<void>;
  /**
   * The notice that has waited longest and may go now, for the process `by` alone until the lease ends. None while Slack has
   * asked for a pause, none to a conversation in which another one is under way or went less than a second ago, none whose
   * thread is not there yet. The claim counts as a try, and one of unknown end until it is settled.
   */
  claim(claim: { by: string; now: Moment; until: Moment }): Promise<Claimed | null>;
  /** Records what became of a claimed notice; false, and nothing written, where the lease went to somebody else. */
  settle(
    claim: { key: NoticeKey; by: string; at: Moment },
    outcome: Outcome,
    entries: readonly Entry[],
  ): Promise<boolean>;
  /** Slack's Retry-After: nothing goes out before, from any process. An earlier moment than the present one changes nothing. */
  pause(until: Moment): Promise<void>;
  /** Until when nothing goes out; null where there is no pause to come. */
  pausedUntil(now: Moment): Promise<Moment | null>;
  find(key: NoticeKey): Promise<Outgoing | null>;
  list(query: OutboxQuery): Promise<Outgoing[]>;
  backlog(now: Moment): Promise<Backlog>;
  /** Changes what the message shows, if it still shows `before`; false where somebody else has edited it in between. */
  reshow(key: NoticeKey, before: z.core.util.JSONType, after: z.core.util.JSONType): Promise<boolean>;
  /** What the message shows will not change any more; it is no longer among those that are unfinished. */
  finish(key: NoticeKey): Promise<void>;
  /** waiting → held, held or failed → waiting: by a coordinator. False where it is in none of the states it may come from. */
  redirect(key: NoticeKey, to: 'held' | 'waiting', at: Moment, entry: Entry): Promise<boolean>;
}
