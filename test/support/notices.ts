import type { Absence } from '../../src/notice/absence.ts';
import type { Content } from '../../src/notice/content.ts';
import type { Digest } from '../../src/notice/digest/digest.ts';
import type { Escalation, LateSection } from '../../src/notice/escalation.ts';
import type { News } from '../../src/notice/news.ts';
import { keyOf, type Notice, type NoticeKey } from '../../src/notice/notice.ts';
import type { Entry, Outgoing, Placed } from '../../src/notice/outbox.ts';
import type { Recipient } from '../../src/notice/recipient.ts';
import { day, type Moment, moment } from '../../src/report/day.ts';
import type { ExclusionRequest } from '../../src/report/exclusion-request.ts';
import type { Handover } from '../../src/report/handover.ts';
import type { LedgerAction } from '../../src/report/ledger.ts';
import { type ChannelId, channelIdSchema } from '../../src/report/roster.ts';
import { section as textSection } from '../../src/view/blocks.ts';
import type { View } from '../../src/view/lay-out.ts';
import { deed, digital, head, line, report, round, signed, user } from './rounds.ts';

/** Nouns of notices for tests: sound as they are, each part to be changed where a test is about it. */
export const channel = (id: string): ChannelId => channelIdSchema.parse(id);

/** 09:00 in Japan on the first day of a ladder, which tests count from. */
export const nine = moment('2026-05-15T00:00:00Z');

/** So many seconds past nine. */
export const past = (seconds: number): Moment => moment(new Date(Date.parse(nine) + seconds * 1_000).toISOString());

export function reminderTo(to: Recipient, on = '2026-05-15'): Notice {
  return { kind: 'reminder', to, on: day(on) };
}

function lateSection(changes: Partial<LateSection> = {}): LateSection {
  const { id, title, due } = round();
  return {
    round: id,
    title,
    section: digital,
    due,
    late: 3,
    post: head.post,
    lastTold: null,
    settled: false,
    ...changes,
  };
}

/** What a notice may tell, about the sections given. */
export function escalation(...sections: readonly Partial<LateSection>[]): Escalation {
  const told = sections.length === 0 ? [lateSection()] : sections.map((one) => lateSection(one));
  return { kind: 'escalation', to: head.user, on: day('2026-06-03'), sections: told };
}

/** What a head is told of an answer that waits for them. */
export function news(changes: Partial<News> = {}): News {
  const { title, due } = round();
  return {
    kind: 'news',
    to: head.user,
    purpose: 'please-confirm',
    title,
    due,
    report: report({ state: 'submitted', submitted: signed(), lines: [line()], receivedVia: 'form', version: 1 }),
    state: { kind: 'current' },
    ...changes,
  };
}

/** A view that says the kind of notice and what it is about. */
export function plainView(content: Content): View {
  const text = content.kind === 'escalation' ? content.sections.map(({ title }) => title).join('、') : content.kind;
  return { text, parts: textSection(text) };
}

/** A reminder in the outbox, which may go at nine. */
export function placed(changes: Partial<Placed> = {}): Placed {
  return { notice: reminderTo(head.user), notBefore: nine, inThreadOf: null, ...changes };
}

export const keyOfPlaced = ({ notice }: Placed): NoticeKey => keyOf(notice);

/** A row for the ledger that tells of a notice. */
export function entry(action: LedgerAction, after: Entry['after'] = null): Entry {
  return {
    deed: deed(action, { by: null, via: 'bot' }),
    subject: { round: null, section: null, rosterEntry: null },
    after,
  };
}

export function absence(changes: Partial<Absence> = {}): Absence {
  const { user: away } = head;
  return { user: away, from: day('2026-05-18'), to: day('2026-05-22'), standIn: null, version: 0, ...changes };
}

export function handover(changes: Partial<Handover> = {}): Handover {
  return { round: round().id, section: digital, from: head.user, to: user('U0STAFF'), version: 0, ...changes };
}

export function exclusionRequest(changes: Partial<ExclusionRequest> = {}): ExclusionRequest {
  return {
    round: round().id,
    section: digital,
    by: head,
    at: moment('2026-05-15T01:00:00Z'),
    reason: '所管替えのため',
    declined: null,
    version: 0,
    ...changes,
  };
}

export function digest(changes: Partial<Digest> = {}): Digest {
  return {
    week: day('2026-05-18'),
    state: 'planned',
    note: null,
    facts: null,
    issuedAt: null,
    version: 0,
    ...changes,
  };
}

/** A row of the outbox as it stands there, waiting. */
export function outgoing(changes: Partial<Outgoing> = {}): Outgoing {
  const made = { ...placed(), ...changes };
  return {
    ...made,
    key: keyOf(made.notice),
    sequence: 1,
    state: 'waiting',
    attempts: 0,
    unclearSince: null,
    trouble: null,
    place: null,
    settledAt: null,
    shown: null,
    ...changes,
  };
}
