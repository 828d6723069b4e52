import type { UserId } from '../../report/person.ts';
import type { DigestNotice } from '../notice.ts';
import type { DigestContent, DigestPreview, Head } from './content.ts';
import { correctedRows } from './corrections.ts';
import type { Digest, DigestSettings } from './digest.ts';
import { type NextDigest, nextDigest } from './due-digest.ts';
import type { DigestFacts } from './facts.ts';
import type { DigestStanding } from './read.ts';
import { threadOf } from './thread.ts';
import { planFrom } from './week.ts';

/** The beginning of a digest. */
export function headOf(facts: DigestFacts, note: string | null): Head {
  const { from, until, rounds, answered, approved, attention, moreAttention, corrections } = facts;
  const parts = threadOf(facts).length;
  return { from, until, rounds, answered, approved, attention, moreAttention, corrections, note, parts };
}

/** The preview of a digest as its facts are, or were when it was issued. */
export function previewOf(
  { plan, digest }: NextDigest,
  facts: DigestFacts,
  settings: Pick<DigestSettings, 'automatic' | 'channels'>,
  to: UserId,
): DigestPreview {
  const { week, adjustment, issues } = plan;
  return {
    kind: 'digest-preview',
    to,
    week,
    adjustment: { ...adjustment, passed: [...adjustment.passed] },
    issues,
    automatic: settings.automatic,
    channels: (digest.facts ?? settings).channels.length,
    state: digest.state,
    issuedAt: digest.issuedAt,
    version: digest.version,
    head: headOf(facts, digest.note),
  };
}

/** What went out, as it reads by now; null for what is not, or no longer, part of it. */
function tellIssued(
  about: Exclude<DigestNotice, { kind: 'digest-preview' }>,
  { facts, note }: Digest,
): DigestContent | null {
  if (!facts) return null;
  switch (about.kind) {
    case 'digest':
      return { kind: about.kind, to: about.to, week: about.week, head: headOf(facts, note) };
    case 'digest-part': {
      const { kind, to, week, part } = about;
      const rows = threadOf(facts)[part - 1];
      return rows ? { kind, to, week, part, rows: correctedRows(rows, facts.corrections) } : null;
    }
    case 'digest-correction': {
      const { kind, to, week, number } = about;
      const correction = facts.corrections.find((one) => one.number === number);
      return correction ? { kind, to, week, number, correction } : null;
    }
  }
}

/** What a notice of digests tells as things stand; null where there is nothing left to say. */
export function tellDigest(about: DigestNotice, standing: DigestStanding): DigestContent | null {
  const { digests, settings, calendar, facts } = standing;
  const digest = digests.find(({ week }) => week === about.week);
  if (about.kind !== 'digest-preview') return digest ? tellIssued(about, digest) : null;
  const next = nextDigest(standing);
  if (about.week === next.plan.week) return facts && previewOf(next, facts, settings, about.to);
  const plan = planFrom(about.week, calendar);
  return digest?.facts ? previewOf({ plan, digest }, digest.facts, settings, about.to) : null;
}

/** What a message that was sent shows by now. A preview whose digest never went says that its time is over. */
export function followDigest(shown: DigestContent, standing: DigestStanding): DigestContent {
  const told = tellDigest(shown, standing);
  if (told) return told;
  return shown.kind === 'digest-preview' && shown.state === 'planned' ? { ...shown, state: 'lapsed' } : shown;
}

/** Whether a message of digests shows what can no longer change. One that is out may still be corrected. */
export function isDigestSettled(shown: DigestContent): boolean {
  switch (shown.kind) {
    case 'digest-preview':
      return shown.state === 'issued' || shown.state === 'lapsed';
    case 'digest':
    case 'digest-part':
      return false;
    case 'digest-correction':
      return true;
  }
}
