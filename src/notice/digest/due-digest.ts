import type { Moment } from '../../report/day.ts';
import type { UserId } from '../../report/person.ts';
import type { Calendar } from '../calendar.ts';
import { keyOf, type Notice } from '../notice.ts';
import { inOfficeHours, nextOfficeMoment } from '../office-hours.ts';
import type { Placed } from '../outbox.ts';
import { type Digest, type DigestSettings, plannedDigest } from './digest.ts';
import type { DigestFacts } from './facts.ts';
import { threadOf } from './thread.ts';
import { type DigestPlan, lastIssued, nextPlan } from './week.ts';

/** What decides about digests. */
export interface DigestCircumstances {
  now: Moment;
  calendar: Calendar;
  settings: DigestSettings;
  /** At least the last that went out and those of this week and later ones. */
  digests: readonly Digest[];
  coordinators: readonly UserId[];
}

/** The digest that comes next, as it is stored or as it would be. */
export interface NextDigest {
  plan: DigestPlan;
  digest: Digest;
}

/** The digest that comes next. */
export function nextDigest(circumstances: Omit<DigestCircumstances, 'coordinators'>): NextDigest {
  const plan = nextPlan(circumstances);
  return { plan, digest: circumstances.digests.find(({ week }) => week === plan.week) ?? plannedDigest(plan.week) };
}

/** To each coordinator, from the open day before; not any more where it goes by itself now, for then it is no preview. */
function previews({ plan, digest }: NextDigest, circumstances: DigestCircumstances): Placed[] {
  const { now, settings, coordinators } = circumstances;
  const isOver = digest.state !== 'planned' || (settings.automatic && now >= plan.issues);
  if (isOver || now < plan.previews) return [];
  return coordinators.map((to) => ({
    notice: { kind: 'digest-preview', to, week: plan.week },
    notBefore: plan.previews,
    inThreadOf: null,
  }));
}

/** A digest with its thread and its corrections, to every channel it was issued for. */
function messages({ week }: Digest, facts: DigestFacts, issuedAt: Moment, calendar: Calendar): Placed[] {
  return facts.channels.flatMap((to): Placed[] => {
    const parent: Notice = { kind: 'digest', to, week };
    const inThreadOf = keyOf(parent);
    return [
      { notice: parent, notBefore: issuedAt, inThreadOf: null },
      ...threadOf(facts).map(
        (_, index): Placed => ({
          notice: { kind: 'digest-part', to, week, part: index + 1 },
          notBefore: issuedAt,
          inThreadOf,
        }),
      ),
      ...facts.corrections.map(
        ({ number, at }): Placed => ({
          notice: { kind: 'digest-correction', to, week, number },
          notBefore: nextOfficeMoment(at, calendar),
          inThreadOf,
        }),
      ),
    ];
  });
}

/** What is to be done about digests now. */
export interface DueDigest {
  /** To be frozen and issued; null where nothing goes by itself now. */
  issue: NextDigest | null;
  /** What belongs into the outbox, though it may be there already. */
  place: readonly Placed[];
}

/**
 * What is to be done about digests: previews and the issue by itself, while the office is open, and every message of the one
 * that went out last, so that nothing of it is missing where a process died before it had placed them. Nothing at all until a
 * coordinator has said where it goes.
 */
export function dueDigest(circumstances: DigestCircumstances): DueDigest {
  const { now, calendar, settings, digests } = circumstances;
  const last = lastIssued(digests);
  const out = last?.facts && last.issuedAt ? messages(last, last.facts, last.issuedAt, calendar) : [];
  if (settings.channels.length === 0 || !inOfficeHours(now, calendar)) return { issue: null, place: out };
  const next = nextDigest(circumstances);
  const goes = next.digest.state === 'planned' && settings.automatic && now >= next.plan.issues;
  return { issue: goes ? next : null, place: [...out, ...previews(next, circumstances)] };
}
