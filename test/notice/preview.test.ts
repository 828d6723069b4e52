import { describe, expect, test } from 'vitest';
import { compose } from '../../src/notice/compose.ts';
import { due } from '../../src/notice/due.ts';
import { keyOf } from '../../src/notice/notice.ts';
import { plannedNotices } from '../../src/notice/preview.ts';
import { day, dayOf, type Moment, moment } from '../../src/report/day.ts';
import { circumstances, coordinator } from '../support/circumstances.ts';
import { absence, outgoing, reminderTo } from '../support/notices.ts';
import { digital, head, report, rosterEntry, round, signed, user } from '../support/rounds.ts';

type Changes = Parameters<typeof circumstances>[0];
const at = (time: string): Moment => moment(`${time}+09:00`);
const planned = (now: string, until: string, changes: Changes = {}) =>
  plannedNotices(circumstances({ now: at(now), ...changes }), day(until));
const keys = (now: string, until: string, changes: Changes = {}) => planned(now, until, changes).map(({ key }) => key);
const to = (...days: string[]) => days.map((on) => `reminder/${head.user}/${on}`);

describe('foreseen is', () => {
  test('the whole round, if nobody reports', () => {
    expect(keys('2026-05-11T10:00:00', '2026-06-10')).toEqual([
      ...to('2026-05-15', '2026-05-22', '2026-05-28', '2026-05-29', '2026-06-01', '2026-06-03'),
      `escalation/${coordinator}/2026-06-03`,
      ...to('2026-06-10'),
    ]);
  });

  test('tomorrow', () => {
    expect(keys('2026-05-27T18:00:00', '2026-05-28')).toEqual(to('2026-05-28'));
    expect(keys('2026-05-25T18:00:00', '2026-05-26', { told: [toldOn('2026-05-22')] })).toEqual([]);
  });

  test('what each message will say on its day', () => {
    expect(planned('2026-05-11T10:00:00', '2026-06-01').map(({ day: on, content }) => [on, content])).toMatchObject([
      ['2026-05-15', { items: [{ left: 10, step: -10 }] }],
      ['2026-05-22', { items: [{ left: 5 }] }],
      ['2026-05-28', { items: [{ left: 1 }] }],
      ['2026-05-29', { items: [{ left: 0, late: false }] }],
      ['2026-06-01', { items: [{ left: -1, late: true }] }],
    ]);
  });

  test('what is still to go today', () => {
    expect(keys('2026-05-15T08:00:00', '2026-05-15')).toEqual(to('2026-05-15'));
    expect(keys('2026-05-15T11:00:00', '2026-05-15')).toEqual(to('2026-05-15'));
    expect(keys('2026-05-15T11:00:00', '2026-05-15', { told: [toldOn('2026-05-15')] })).toEqual([]);
  });

  test('when somebody will be told once more', () => {
    const snoozes = [{ to: head.user, until: at('2026-05-29T11:00:00') }];
    expect(keys('2026-05-28T15:00:00', '2026-05-29', { snoozes, told: [toldOn('2026-05-28')] })).toEqual([
      `again/${head.user}/${at('2026-05-29T11:00:00')}`,
    ]);
  });

  test('the head who comes on a day to come, and who stands in then', () => {
    const roster = [
      rosterEntry({ to: day('2026-05-24') }),
      rosterEntry({ from: day('2026-05-25'), head: user('U0NEW') }),
    ];
    const absences = [absence({ user: user('U0NEW'), from: day('2026-05-28'), to: null, standIn: user('U0OTHER') })];
    expect(keys('2026-05-20T10:00:00', '2026-05-28', { roster, absences, told: [toldOn('2026-05-15')] })).toEqual([
      ...to('2026-05-22'),
      'reminder/U0NEW/2026-05-25',
      'reminder/U0OTHER/2026-05-28',
    ]);
  });

  test('nothing for who has reported, nor what is kept back', () => {
    const reports = [report({ state: 'submitted', submitted: signed() })];
    expect(keys('2026-05-20T10:00:00', '2026-06-30', { reports })).toEqual([]);
    const stuck = [outgoing({ state: 'held', notice: reminderTo(head.user, '2026-05-22') })];
    expect(keys('2026-05-20T10:00:00', '2026-05-28', { stuck, told: [toldOn('2026-05-15')] })).toEqual(
      to('2026-05-28'),
    );
  });
});

function toldOn(on: string) {
  const about = [{ round: round().id, section: digital }];
  return { kind: 'reminder' as const, to: head.user, at: at(`${on}T09:00:05`), about };
}

test('what is foreseen is what goes out on the day', () => {
  const now = at('2026-05-22T09:00:00');
  const [first] = plannedNotices(circumstances({ now }), dayOf(now));
  const then = circumstances({ now });
  const [placed] = due(then);
  expect(placed && [keyOf(placed.notice), compose(placed.notice, then)]).toEqual([first?.key, first?.content]);
});
