import { addDays, dayOf, type Moment } from '../../report/day.ts';
import type { ExclusionRequest } from '../../report/exclusion-request.ts';
import type { ChannelId } from '../../report/roster.ts';
import type { Calendar } from '../calendar.ts';
import { datesAhead } from './ahead.ts';
import { attentionOf } from './attention.ts';
import { coverageOf } from './coverage.ts';
import type { DigestFacts } from './facts.ts';
import { happenedIn, type RoundWeek } from './happened.ts';
import { type DigestPlan, planFrom } from './week.ts';

/** Things that need attention a reader takes in at a glance. */
const mostAttention = 3;

interface Sources {
  /** The rounds that are open, or were until this week. */
  rounds: readonly RoundWeek[];
  requests: readonly ExclusionRequest[];
  channels: readonly ChannelId[];
  plan: DigestPlan;
  calendar: Calendar;
  from: Moment;
  until: Moment;
}

/** What the digest of a week tells, of everything that is known of it. */
export function makeFacts({ rounds, requests, channels, plan, calendar, from, until }: Sources): DigestFacts {
  const on = dayOf(until);
  const boards = rounds.map(({ board }) => board);
  const happened = rounds.map(happenedIn);
  const attention = attentionOf(boards, on, requests);
  const nextDigest = planFrom(addDays(plan.week, 7), calendar).adjustment.day;
  return {
    from,
    until,
    channels: [...channels],
    rounds: boards.map(coverageOf),
    answered: happened.reduce((total, { answered }) => total + answered, 0),
    approved: happened.reduce((total, { approved }) => total + approved, 0),
    attention: attention.slice(0, mostAttention),
    moreAttention: Math.max(0, attention.length - mostAttention),
    lines: happened.flatMap(({ lines }) => lines),
    ahead: datesAhead(boards, on, nextDigest),
    corrections: [],
  };
}
