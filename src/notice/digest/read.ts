import type { SectionId } from '../../plan/section.ts';
import type { Moment } from '../../report/day.ts';
import { boardOf } from '../../report/desk/board.ts';
import type { LedgerEntry } from '../../report/ledger.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import type { Round } from '../../report/round.ts';
import type { ReportStore } from '../../report/store.ts';
import type { NoticeParts } from '../parts.ts';
import { type DigestCircumstances, nextDigest } from './due-digest.ts';
import type { DigestFacts } from './facts.ts';
import type { RoundWeek } from './happened.ts';
import { makeFacts } from './make-facts.ts';
import { beginningOf, type DigestPlan } from './week.ts';

/** Newest weeks that are looked at: a quarter of a year; older messages stay as they are. */
const mostDigests = 13;

/** How digests stand. */
export async function readCircumstances({ report, notices, calendar }: NoticeParts): Promise<DigestCircumstances> {
  const [settings, digests] = await Promise.all([notices.digestSettings(), notices.digests(mostDigests)]);
  return { now: report.now(), calendar, settings, digests, coordinators: [...report.coordinators] };
}

const pageLength = 200;
/** Beyond every row. */
const theEnd = 2_147_483_647;

/** What the ledger holds of a round from a moment on, oldest first. */
async function ledgerSince(store: ReportStore, { id }: Round, from: Moment): Promise<LedgerEntry[]> {
  const all: LedgerEntry[] = [];
  const subject = { round: id, section: null, rosterEntry: null };
  for (let before = theEnd; ; ) {
    const page = await store.ledger({ ...subject, after: 0, before, limit: pageLength });
    const recent = page.filter(({ at }) => at >= from);
    all.unshift(...recent);
    const [first] = page;
    if (!first || recent.length < page.length) return all;
    before = first.sequence;
  }
}

/** The reports that were changed, as they were before the first of these deeds. */
function reportsBefore(entries: readonly LedgerEntry[]): Map<SectionId, Report | null> {
  const before = new Map<SectionId, Report | null>();
  for (const entry of entries) {
    const was = reportSchema.nullable().safeParse(entry.before);
    if (!reportSchema.safeParse(entry.after).success || !was.success) continue;
    if (entry.section !== null && !before.has(entry.section)) before.set(entry.section, was.data);
  }
  return before;
}

/** A round that is open or was closed since a moment; null for others. */
async function readRound({ report }: NoticeParts, round: Round, from: Moment): Promise<RoundWeek | null> {
  const entries = await ledgerSince(report.store, round, from);
  const closedSince = entries.some(({ action }) => action === 'close-round');
  if (round.state === 'draft' || (round.state === 'closed' && !closedSince)) return null;
  return { board: await boardOf(report, round), before: reportsBefore(entries) };
}

/** What the digest of a plan would tell if it went at that moment, into the channels that are set now. */
export async function readFacts(
  parts: NoticeParts,
  { settings, digests, calendar }: DigestCircumstances,
  plan: DigestPlan,
  until: Moment,
): Promise<DigestFacts> {
  const { store } = parts.report;
  const from = beginningOf(until, digests);
  const [rounds, requests] = await Promise.all([store.rounds(), store.exclusionRequests()]);
  const weeks = await Promise.all(rounds.map((round) => readRound(parts, round, from)));
  return makeFacts({
    rounds: weeks.filter((week) => week !== null),
    requests,
    channels: settings.channels,
    plan,
    calendar,
    from,
    until,
  });
}

/** How digests stand, with what the one to come would tell; null as long as nobody can be looking at a preview of it. */
export interface DigestStanding extends DigestCircumstances {
  facts: DigestFacts | null;
}

/** Reads everything by which messages of digests are told and kept up to date. */
export async function readStanding(parts: NoticeParts): Promise<DigestStanding> {
  const circumstances = await readCircumstances(parts);
  const { plan } = nextDigest(circumstances);
  const isPreviewed = circumstances.now >= plan.previews;
  return { ...circumstances, facts: isPreviewed ? await readFacts(parts, circumstances, plan, plan.issues) : null };
}
