import { type Day, dayOf, daysBetween, type Moment, timeOf, weekday } from '../../report/day.ts';
import type { Board } from '../../report/desk/board.ts';
import type { Adjustment } from '../../report/open-days.ts';
import type { Person } from '../../report/person.ts';
import { type RoundProgress, stages } from '../../report/progress.ts';
import type { ClosedDayRule, Round } from '../../report/round.ts';
import type { ViewContext } from '../context.ts';

/** Days, moments and persons in words: plain text, to be escaped where it is put into a message. */

/** «5月7日（木）»; with the year where it is not the reader's. */
export function dayText(on: Day, { wording }: ViewContext, { withYear = false } = {}): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return wording.plain('round.day', { year: withYear ? year : null, month, day, weekday: weekday(on) });
}

/** «10:05», on the clocks of Japan. */
export function clockText(at: Moment): string {
  const { hour, minute } = timeOf(at);
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

/** «5月7日（木） 10:05». */
export function momentText(at: Moment, context: ViewContext): string {
  return context.wording.plain('round.moment', { day: dayText(dayOf(at), context), time: clockText(at) });
}

/** «5月6日（水）は振替休日のため、次の開庁日の5月7日（木）になります。» */
export function derivationText({ day, passed }: Adjustment, rule: ClosedDayRule, context: ViewContext): string {
  const { wording } = context;
  return wording.plain('round.derivation', {
    day: dayText(day, context),
    rule,
    passed: passed.map((closed) => ({
      day: dayText(closed.day, context),
      reason: wording.plain('round.closed_reason', {
        code: closed.reason.code,
        name: 'name' in closed.reason ? closed.reason.name : '',
      }),
    })),
  });
}

/** «あと3日», «2日過ぎています»; days of grace are not yet late. */
export function leftText(
  { due, graceEnds }: Pick<Board, 'due' | 'graceEnds'>,
  today: Day,
  { wording }: ViewContext,
): string {
  return wording.plain('round.left', { days: daysBetween(today, due), inGrace: due < today && today <= graceEnds });
}

/** 下書き, 受付中, 中断中, 終了. */
export function roundStateText({ state, paused }: Pick<Round, 'state' | 'paused'>, { wording }: ViewContext): string {
  return wording.plain('round.state', { state: state === 'open' && paused ? 'paused' : state });
}

/** Somebody as they were known at the time: «課長（デジタルみやぎ推進課長）». */
export function personText({ name, post }: Person, { wording }: ViewContext): string {
  return wording.plain('board.person', { name, post });
}

/** «未着手 3　提出済 1　遅れ 1», stages that nobody is at left out. */
export function countsText({ counts, late }: RoundProgress, { wording }: ViewContext): string {
  const present = stages.filter((stage) => counts[stage] > 0);
  return wording.plain('round.counts', {
    counts: present.map((stage) => ({ stage: wording.plain('round.stage', { stage }), count: counts[stage] })),
    late,
  });
}
