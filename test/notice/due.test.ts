import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/notice/calendar.ts';
import type { Circumstances, Told } from '../../src/notice/circumstances.ts';
import { due } from '../../src/notice/due.ts';
import { keyOf } from '../../src/notice/notice.ts';
import type { Recipient } from '../../src/notice/recipient.ts';
import { day, type Moment, moment } from '../../src/report/day.ts';
import type { RoundId } from '../../src/report/round.ts';
import { circumstances, coordinator } from '../support/circumstances.ts';
import { absence, channel, handover, outgoing } from '../support/notices.ts';
import { digital, head, report, rosterEntry, round, roundId, section, signed, user } from '../support/rounds.ts';

/** A moment on the clocks of Japan. */
const at = (time: string): Moment => moment(`${time}+09:00`);
const nineOn = (date: string): Moment => at(`${date}T09:00:00`);

type Changes = Parameters<typeof circumstances>[0];

/** The keys of what is due at 09:00 of a day, or at another time of it. */
function keys(date: string, changes: Changes = {}, time = '09:00:00'): string[] {
  return due(circumstances({ now: at(`${date}T${time}`), ...changes })).map(({ notice }) => keyOf(notice));
}

function told(date: string, changes: Partial<Omit<Told, 'at'>> & { time?: string; round?: RoundId } = {}): Told {
  const { time = '09:00:05', round: about = round().id, ...rest } = changes;
  return {
    kind: 'reminder',
    to: head.user,
    at: at(`${date}T${time}`),
    about: [{ round: about, section: digital }],
    ...rest,
  };
}

const toHead = (date: string): string => `reminder/${head.user}/${date}`;

describe('a round due on 29 May reminds', () => {
  test.each(['2026-05-15', '2026-05-22', '2026-05-28', '2026-05-29', '2026-06-01', '2026-06-03', '2026-06-10'])(
    'on %s',
    (date) => {
      expect(keys(date, { told: [told('2026-05-14')] })).toContain(toHead(date));
    },
  );

  test.each(['2026-05-11', '2026-05-14'])('not on %s, before the first step', (date) => {
    expect(keys(date)).toEqual([]);
  });

  test('not again on the days between two steps', () => {
    expect(keys('2026-05-18', { told: [told('2026-05-15')] })).toEqual([]);
  });

  test('on the next open day where nothing went out on the day itself, and then with that step only', () => {
    expect(keys('2026-05-18')).toEqual([toHead('2026-05-18')]);
    expect(keys('2026-05-29', { told: [told('2026-05-15')] })).toEqual([toHead('2026-05-29')]);
  });

  test('from 09:00 of the day on', () => {
    expect(due(circumstances({ now: nineOn('2026-05-15') }))).toMatchObject([{ notBefore: nineOn('2026-05-15') }]);
  });

  test.each(['00:00:00', '08:59:59', '17:00:00', '23:59:59'])('nobody at %s', (time) => {
    expect(keys('2026-05-15', {}, time)).toEqual([]);
  });

  test('nobody on a day on which the office is closed', () => {
    const calendar = createCalendar([{ from: day('2026-05-18'), to: day('2026-05-18'), name: '庁舎の全館停電' }]);
    expect(keys('2026-05-16')).toEqual([]);
    expect(keys('2026-05-18', { calendar })).toEqual([]);
  });

  test('nobody while it is paused, and with the newest step on the day it goes on', () => {
    expect(keys('2026-05-22', { rounds: [round({ paused: true })] })).toEqual([]);
    expect(keys('2026-05-26', { told: [told('2026-05-15')] })).toEqual([toHead('2026-05-26')]);
  });

  test('nobody before it opens', () => {
    expect(keys('2026-05-22', { rounds: [round({ opens: day('2026-05-25') })] })).toEqual([]);
  });

  test('nobody of a step that lay before it opened', () => {
    expect(keys('2026-05-26', { rounds: [round({ opens: day('2026-05-25') })] })).toEqual([]);
    expect(keys('2026-05-28', { rounds: [round({ opens: day('2026-05-25') })] })).toEqual([toHead('2026-05-28')]);
  });

  test('at once where it is opened when its due date is long past', () => {
    const old = round({ opens: day('2026-04-01'), due: day('2026-04-10') });
    expect(keys('2026-05-15', { rounds: [old] })).toContain(toHead('2026-05-15'));
  });

  test('by its own ladder, where it has one', () => {
    const own = { rounds: [round({ ladder: [-2] })] };
    expect([keys('2026-05-22', own), keys('2026-05-27', own)]).toEqual([[], [toHead('2026-05-27')]]);
  });

  test('after it by the grace', () => {
    const graceful = { rounds: [round({ grace: 2 })], told: [told('2026-05-29')] };
    expect(keys('2026-06-02', graceful)).toEqual([]);
    expect(keys('2026-06-03', graceful)).toEqual([toHead('2026-06-03')]);
  });
});

describe('a section is not chased', () => {
  test.each(['submitted', 'confirmed', 'accepted'] as const)('once its report is %s', (state) => {
    expect(keys('2026-05-29', { reports: [report({ state, submitted: signed() })] })).toEqual([]);
  });

  const returned = (time: string) => ({
    reports: [report({ state: 'returned', returned: { by: head, at: at(time), reason: '単位' } })],
  });

  test('for a step before its report was returned, of which it was told then', () => {
    expect(keys('2026-05-26', returned('2026-05-22T09:30:00'))).toEqual([]);
  });

  test('but again at the next step', () => {
    expect(keys('2026-05-28', returned('2026-05-22T09:30:00'))).toEqual([toHead('2026-05-28')]);
  });

  test('but for the step of a day on which it already was with the section in the morning', () => {
    expect(keys('2026-05-22', returned('2026-05-22T08:59:00'))).toEqual([toHead('2026-05-22')]);
  });

  test('once the round leaves it out', () => {
    const exclusions = [{ kpi: null, section: digital, reason: '事業終了' }];
    expect(keys('2026-05-29', { rounds: [round({ exclusions })] })).toEqual([]);
  });
});

describe('one message a person and day', () => {
  const two = [round(), round({ id: roundId('other'), due: day('2026-06-01') })];

  test('tells of everything', () => {
    expect(keys('2026-05-29', { rounds: two })).toEqual([toHead('2026-05-29')]);
  });

  test('and what comes up after it waits for the next open day', () => {
    const morning = [told('2026-05-29')];
    expect(keys('2026-05-29', { rounds: two, told: morning }, '15:00:00')).toEqual([]);
    expect(keys('2026-06-01', { rounds: [two[1] ?? round()], told: morning })).toEqual([toHead('2026-06-01')]);
  });

  test('though the channel of one section and the person of another are told both', () => {
    const roster = [
      rosterEntry({ channel: channel('C0DIGITAL') }),
      rosterEntry({ section: section('契約課'), head: head.user }),
    ];
    expect(keys('2026-05-15', { sections: [digital, section('契約課')], roster })).toEqual([
      'reminder/C0DIGITAL/2026-05-15',
      toHead('2026-05-15'),
    ]);
  });
});

describe('somebody who was never told hears of the newest step at once:', () => {
  const newcomer = user('U0NEW');
  const before = [told('2026-05-22')];

  test('a new head', () => {
    expect(keys('2026-05-26', { roster: [rosterEntry({ head: newcomer })], told: before })).toEqual([
      'reminder/U0NEW/2026-05-26',
    ]);
  });

  test('who took it over', () => {
    expect(keys('2026-05-26', { handovers: [handover({ to: newcomer })], told: before })).toEqual([
      'reminder/U0NEW/2026-05-26',
    ]);
  });

  test('who stands in from today on', () => {
    const absences = [absence({ from: day('2026-05-26'), to: null, standIn: newcomer })];
    expect(keys('2026-05-26', { absences, told: before })).toEqual(['reminder/U0NEW/2026-05-26']);
  });

  test('the coordinators, where the section has nobody any more', () => {
    expect(keys('2026-05-26', { roster: [], told: before })).toEqual([`reminder/${coordinator}/2026-05-26`]);
  });

  test('and a head who is back has been told before', () => {
    const absences = [absence({ from: day('2026-05-18'), to: day('2026-05-25'), standIn: newcomer })];
    expect(keys('2026-05-26', { absences, told: before })).toEqual([]);
  });
});

test('an extended round begins its ladder anew', () => {
  const rounds = [round({ due: day('2026-06-12') })];
  const before = [told('2026-05-28'), told('2026-05-29')];
  expect(keys('2026-06-01', { rounds, told: before })).toEqual([]);
  expect(keys('2026-06-05', { rounds, told: before })).toEqual([toHead('2026-06-05')]);
});

describe('who put it off', () => {
  const until = (time: string, to: Recipient = head.user) => ({ snoozes: [{ to, until: at(time) }] });
  const again = (time: string): string => `again/${head.user}/${at(time)}`;
  const thursday = { told: [told('2026-05-28')] };

  test('hears nothing of the ladder until then', () => {
    expect(keys('2026-05-29', { ...thursday, ...until('2026-05-29T11:00:00') }, '10:59:59')).toEqual([]);
  });

  test('then hears once more, and that is the reminder of the day', () => {
    expect(keys('2026-05-29', { ...thursday, ...until('2026-05-29T11:00:00') }, '11:00:00')).toEqual([
      again('2026-05-29T11:00:00'),
    ]);
    const heard = [...thursday.told, told('2026-05-29', { kind: 'again', time: '11:00:05' })];
    expect(keys('2026-05-29', { told: heard, ...until('2026-05-29T11:00:00') }, '15:00:00')).toEqual([]);
  });

  test('hears on the same day once more, where they asked for that', () => {
    const today = { told: [told('2026-05-29')], ...until('2026-05-29T11:05:00') };
    expect(keys('2026-05-29', today, '11:10:00')).toEqual([again('2026-05-29T11:05:00')]);
  });

  test('hears within office hours', () => {
    const late = { told: [told('2026-05-29', { time: '16:00:00' })], ...until('2026-05-29T18:00:00') };
    expect(keys('2026-05-29', late, '18:00:00')).toEqual([]);
    expect(due(circumstances({ now: nineOn('2026-06-01'), ...late }))).toMatchObject([
      { notice: { kind: 'again' }, notBefore: nineOn('2026-06-01') },
    ]);
  });

  test('hears nothing where nothing is owed any more, or only what came later', () => {
    const off = until('2026-05-29T11:00:00');
    const handedIn = [report({ state: 'submitted', submitted: signed() })];
    expect(keys('2026-05-29', { ...thursday, ...off, reports: handedIn }, '11:00:00')).toEqual([]);
    const other = round({ id: roundId('other'), opens: day('2026-05-29'), due: day('2026-06-30') });
    expect(keys('2026-05-29', { ...thursday, ...off, rounds: [other] }, '11:00:00')).toEqual([]);
  });

  test('hears on the next open day by a reminder, where the bot stood still at that moment', () => {
    const off = { told: [told('2026-05-22')], ...until('2026-05-25T09:00:00') };
    expect(keys('2026-05-26', off)).toEqual([toHead('2026-05-26')]);
  });

  test('does so for themself alone', () => {
    const roster = [rosterEntry({ staff: [user('U0STAFF')] })];
    expect(keys('2026-05-29', { roster, ...until('2026-06-01T09:00:00') })).toEqual(['reminder/U0STAFF/2026-05-29']);
  });
});

describe('a notice that is stuck', () => {
  const stuck = (state: 'held' | 'failed', date: string) => ({
    stuck: [outgoing({ state, notice: { kind: 'reminder', to: head.user, on: day(date) } })],
  });

  test.each(['held', 'failed'] as const)('because it is %s is not tried anew every day', (state) => {
    expect(keys('2026-05-25', stuck(state, '2026-05-22'))).toEqual([]);
  });

  test('stops no later step', () => {
    expect(keys('2026-05-28', stuck('failed', '2026-05-22'))).toEqual([toHead('2026-05-28')]);
  });

  test('for a day to come stops nothing before', () => {
    expect(keys('2026-05-22', stuck('held', '2026-05-28'))).toEqual([toHead('2026-05-22')]);
  });
});

test('a message of which nobody knows any more what it told counts for all of its day', () => {
  expect(keys('2026-05-25', { told: [told('2026-05-22', { about: null })] })).toEqual([]);
});

describe('the coordinators hear', () => {
  const silent = { told: [told('2026-06-03')] };
  const escalation = (date: string): string => `escalation/${coordinator}/${date}`;
  const escalated = (date: string): Told => told(date, { kind: 'escalation', to: coordinator });

  test('of a section that is late by three open days', () => {
    expect(keys('2026-06-02', { told: [told('2026-06-01')] })).toEqual([]);
    expect(keys('2026-06-03', silent)).toEqual([escalation('2026-06-03')]);
  });

  test('once', () => {
    expect(keys('2026-06-08', { told: [...silent.told, escalated('2026-06-03')] })).toEqual([]);
  });

  test('each of them', () => {
    const second = user('U0SECOND');
    const both = { coordinators: [coordinator, second], told: [...silent.told, escalated('2026-06-03')] };
    expect(keys('2026-06-04', both)).toEqual(['escalation/U0SECOND/2026-06-04']);
  });

  test('once a day: another section waits for the next', () => {
    const both = {
      sections: [digital, section('契約課')],
      told: [...silent.told, escalated('2026-06-03')],
      roster: [],
    };
    expect(keys('2026-06-03', both, '15:00:00')).not.toContain(escalation('2026-06-03'));
    expect(keys('2026-06-04', both)).toContain(escalation('2026-06-04'));
  });

  test('anew where the due date was put off since', () => {
    const rounds = [round({ due: day('2026-06-12') })];
    const before = [...silent.told, escalated('2026-06-03'), told('2026-06-17')];
    expect(keys('2026-06-17', { rounds, told: before })).toEqual([escalation('2026-06-17')]);
  });

  test('not within the grace', () => {
    expect(keys('2026-06-04', { rounds: [round({ grace: 2 })], told: [told('2026-06-04')] })).toEqual([]);
  });

  test('of a report that was returned late only three open days after that', () => {
    const reports = [
      report({ state: 'returned', returned: { by: head, at: at('2026-06-08T14:00:00'), reason: '単位' } }),
    ];
    const before = [told('2026-06-10')];
    expect(keys('2026-06-10', { reports, told: before })).toEqual([]);
    expect(keys('2026-06-11', { reports, told: before })).toEqual([escalation('2026-06-11')]);
  });

  test('nothing of what is kept back, day after day', () => {
    const stuck = [outgoing({ state: 'held', notice: { kind: 'escalation', to: coordinator, on: day('2026-06-03') } })];
    expect(keys('2026-06-04', { ...silent, stuck })).toEqual([]);
  });
});

test('what is due depends on nothing but the circumstances', () => {
  const known: Circumstances = circumstances({ now: nineOn('2026-05-29') });
  expect(due({ ...known })).toEqual(due(known));
});
