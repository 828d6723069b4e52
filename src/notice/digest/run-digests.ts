import type { Moment } from '../../report/day.ts';
import { boardOf } from '../../report/desk/board.ts';
import type { Deed } from '../../report/ledger.ts';
import type { Saved } from '../../report/store.ts';
import type { NoticeParts } from '../parts.ts';
import { nextCorrection } from './corrections.ts';
import type { Digest } from './digest.ts';
import { type DigestCircumstances, dueDigest, type NextDigest } from './due-digest.ts';
import { readCircumstances, readFacts } from './read.ts';
import { lastIssued } from './week.ts';

/** Freezes what a digest tells, so that it is issued; once, whoever tries at the same time. Its messages are placed by the tick. */
export async function issueDigest(
  parts: NoticeParts,
  circumstances: DigestCircumstances,
  { plan, digest }: NextDigest,
  by: Pick<Deed, 'by' | 'via'>,
): Promise<Saved<Digest>> {
  const { now: at } = circumstances;
  const facts = await readFacts(parts, circumstances, plan, at);
  const issued: Digest = { ...digest, state: 'issued', facts, issuedAt: at };
  return parts.notices.saveDigest(issued, { ...by, at, action: 'issue-digest', reason: null });
}

const byItself = { by: null, via: 'bot' } as const;

/** Adds what was corrected of the last digest since it was told. */
async function correctLast(parts: NoticeParts, digests: readonly Digest[], at: Moment): Promise<void> {
  const last = lastIssued(digests);
  if (!last?.facts || last.facts.lines.length === 0) return;
  const told = new Set(last.facts.lines.map(({ round }) => round));
  const rounds = (await parts.report.store.rounds()).filter(({ id }) => told.has(id));
  const boards = await Promise.all(rounds.map((round) => boardOf(parts.report, round)));
  const correction = nextCorrection(last.facts, boards, at);
  if (!correction) return;
  const facts = { ...last.facts, corrections: [...last.facts.corrections, correction] };
  await parts.notices.saveDigest({ ...last, facts }, { ...byItself, at, action: 'edit-digest', reason: null });
}

/**
 * The clock's side of digests: issues the one whose time has come, looks whether the last one must be corrected, and places
 * every message. Whoever is second at any of it, or comes after a crash, finds it done and goes on from there.
 */
export function createRunDigests(parts: NoticeParts): () => Promise<void> {
  return async () => {
    const circumstances = await readCircumstances(parts);
    const { issue } = dueDigest(circumstances);
    if (issue) await issueDigest(parts, circumstances, issue, byItself);
    else await correctLast(parts, circumstances.digests, circumstances.now);
    const { place } = dueDigest(await readCircumstances(parts));
    await parts.notices.outbox.place(place);
  };
}
