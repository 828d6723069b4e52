import { describe, expect, test } from 'vitest';
import type { Circumstances } from '../../src/notice/circumstances.ts';
import { compose, follow, isSettled } from '../../src/notice/compose.ts';
import { type Content, contentSchema } from '../../src/notice/content.ts';
import { keyOf, type Notice } from '../../src/notice/notice.ts';
import type { Reminder } from '../../src/notice/reminder.ts';
import { aboutRequests } from '../../src/notice/request-content.ts';
import { day, type Moment, moment } from '../../src/report/day.ts';
import { circumstances, coordinator } from '../support/circumstances.ts';
import { absence, channel, exclusionRequest, handover, outgoing, reminderTo } from '../support/notices.ts';
import {
  digital,
  draft,
  head,
  openData,
  report,
  rosterEntry,
  round,
  roundId,
  section,
  signed,
  user,
} from '../support/rounds.ts';

type Changes = Parameters<typeof circumstances>[0];
const at = (time: string): Moment => moment(`${time}+09:00`);
const under = (changes: Changes = {}, time = '2026-05-22T09:00:00'): Circumstances =>
  circumstances({ now: at(time), ...changes });

const reminder = reminderTo(head.user, '2026-05-22');
const contracts = section('契約課');

function reminded(changes: Changes = {}, notice: Notice = reminder, time?: string): Reminder {
  const content = compose(notice, under(changes, time));
  if (content?.kind !== 'reminder') throw new Error('nothing is due');
  return content;
}

const submitted = report({ state: 'submitted', submitted: signed('2026-05-25T01:00:00Z'), version: 3 });
const returned = report({
  state: 'returned',
  submitted: signed(),
  returned: { by: head, at: at('2026-05-20T10:00:00'), reason: '単位' },
  version: 4,
});

describe('a reminder tells', () => {
  test('what a section owes, by when, of which KPIs with their last values, and how long it takes', () => {
    const last = { text: '347 データセット', measuredOn: day('2025-03-31') };
    expect(reminded({ lastValues: new Map([[openData, last]]) })).toEqual({
      kind: 'reminder',
      to: head.user,
      on: '2026-05-22',
      items: [
        {
          round: round().id,
          title: round().title,
          section: digital,
          due: '2026-05-29',
          left: 5,
          late: false,
          step: -5,
          kpis: [{ kpi: openData, last }],
          minutes: 2,
          version: 0,
          state: { kind: 'owed', begun: false },
          exclusionAsked: false,
        },
      ],
      people: [],
      standsInFor: null,
      again: false,
      snoozedUntil: null,
    });
  });

  test('everything its reader owes, the most urgent first', () => {
    const rounds = [
      round({ id: roundId('later'), due: day('2026-06-05') }),
      round(),
      round({ id: roundId('late'), opens: day('2026-05-01'), due: day('2026-05-15') }),
    ];
    const roster = [rosterEntry(), rosterEntry({ section: contracts })];
    const reports = [{ ...returned, section: digital }];
    const { items } = reminded({ rounds, sections: [contracts, digital], roster, reports });
    expect(items.map((item) => [item.round, item.section, item.late])).toEqual([
      ['late', digital, true],
      ['late', contracts, true],
      ['r6-results', digital, false],
      ['r6-results', contracts, false],
      ['later', digital, false],
      ['later', contracts, false],
    ]);
  });

  test('what was returned before what nobody has begun, with the reason', () => {
    const sections = [section('会計課'), digital];
    const roster = sections.map((id) => rosterEntry({ section: id }));
    expect(reminded({ sections, roster, reports: [returned] }).items[0]).toMatchObject({
      section: digital,
      version: 4,
      state: { kind: 'returned', by: head, reason: '単位' },
    });
  });

  test('whether somebody has begun', () => {
    expect(reminded({ drafts: [draft()] }).items[0]?.state).toEqual({ kind: 'owed', begun: true });
  });

  test('that a day of grace is not yet late', () => {
    const graceful = { rounds: [round({ due: day('2026-05-21'), grace: 2, ladder: [0] })] };
    expect(reminded(graceful).items[0]).toMatchObject({ left: -1, late: false });
  });

  test('what no step stands behind yet along with the rest', () => {
    const rounds = [round(), round({ id: roundId('other'), due: day('2026-06-30') })];
    expect(reminded({ rounds }).items.map(({ step }) => step)).toEqual([-5, null]);
  });

  test('for whom its reader stands in', () => {
    const absences = [absence({ standIn: user('U0OTHER') })];
    const notice = reminderTo(user('U0OTHER'), '2026-05-22');
    expect(reminded({ absences }, notice)).toMatchObject({ standsInFor: head.user });
  });

  test('in a channel who is meant', () => {
    const roster = [rosterEntry({ channel: channel('C0DIGITAL'), staff: [user('U0STAFF')] })];
    const notice = reminderTo(channel('C0DIGITAL'), '2026-05-22');
    expect(reminded({ roster }, notice).people).toEqual([head.user, 'U0STAFF']);
  });

  test('that the section has asked to be left out, until that is decided', () => {
    const request = exclusionRequest();
    const declined = { by: head, at: request.at, reason: '今年度も継続' };
    expect(reminded({ requests: [request] }).items[0]?.exclusionAsked).toBe(true);
    expect(reminded({ requests: [{ ...request, declined }] }).items[0]?.exclusionAsked).toBe(false);
  });

  test('what the database can keep', () => {
    const content = reminded({ reports: [returned], requests: [exclusionRequest()] });
    expect(contentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });
});

describe('at the moment of sending nothing is left of a reminder', () => {
  test.each<[string, Changes, string]>([
    ['that has been answered', { reports: [submitted] }, '2026-05-22T09:05:00'],
    ['of a round that is paused', { rounds: [round({ paused: true })] }, '2026-05-22T09:05:00'],
    ['of a round that is closed', { rounds: [] }, '2026-05-22T09:05:00'],
    ['whose day is over', {}, '2026-05-25T09:05:00'],
    ['whose hours are over', {}, '2026-05-22T17:00:00'],
    [
      'to somebody who has put it off',
      { snoozes: [{ to: head.user, until: at('2026-05-23T09:00:00') }] },
      '2026-05-22T09:05:00',
    ],
    ['to a head who was replaced', { roster: [rosterEntry({ head: user('U0NEW') })] }, '2026-05-22T09:05:00'],
  ])('%s', (_, changes, time) => {
    expect(compose(reminder, under(changes, time))).toBeNull();
  });

  test('that its reader has already got', () => {
    const told = [{ kind: 'reminder' as const, to: head.user, at: at('2026-05-22T09:01:00'), about: null }];
    expect(compose(reminder, under({ told }, '2026-05-22T10:00:00'))).toBeNull();
  });
});

describe('a reminder that went out follows', () => {
  const sent = reminded();
  const state = (changes: Changes, time = '2026-05-26T09:00:00') => {
    const followed = follow(sent, under(changes, time));
    return followed.kind === 'reminder' ? followed.items[0] : undefined;
  };

  test('who handed it in, when, and how far it has come since', () => {
    expect(state({ reports: [submitted] })).toMatchObject({
      version: 3,
      state: { kind: 'done', stage: 'submitted', by: head, at: '2026-05-25T01:00:00.000Z' },
    });
    const accepted = { ...submitted, state: 'accepted' as const, accepted: signed('2026-05-26T01:00:00Z') };
    expect(state({ reports: [accepted] })?.state).toMatchObject({
      kind: 'done',
      stage: 'accepted',
      at: '2026-05-25T01:00:00.000Z',
    });
  });

  test.each<[string, Changes, object]>([
    ['its return', { reports: [returned] }, { kind: 'returned' }],
    ['its beginning', { drafts: [draft()] }, { kind: 'owed', begun: true }],
    ['that the round is closed', { rounds: [] }, { kind: 'lifted', why: 'closed' }],
    [
      'that it is left out',
      { rounds: [round({ exclusions: [{ kpi: null, section: digital, reason: '事業終了' }] })] },
      { kind: 'lifted', why: 'excluded' },
    ],
    ['who took it over', { handovers: [handover()] }, { kind: 'handed-over', to: 'U0STAFF' }],
    ['that it was taken back', { handovers: [handover({ to: head.user })] }, { kind: 'owed' }],
    ['the answer of who took it over', { handovers: [handover()], reports: [submitted] }, { kind: 'done' }],
  ])('%s', (_, changes, expected) => {
    expect(state(changes)?.state).toMatchObject(expected);
  });

  test('no other due date and no other count of days', () => {
    const later = { rounds: [round({ due: day('2026-06-30') })] };
    expect(follow(sent, under(later, '2026-05-26T09:00:00'))).toEqual(sent);
  });

  test('nothing that came up since', () => {
    const more = { rounds: [round(), round({ id: roundId('other') })] };
    expect(follow(sent, under(more, '2026-05-26T09:00:00'))).toEqual(sent);
  });

  test('that its reader has put it off, on their newest message and while something is owed', () => {
    const until = at('2026-05-25T09:00:00');
    const told = [{ kind: 'reminder' as const, to: head.user, at: at('2026-05-22T09:00:05'), about: sent.items }];
    const off = { told, snoozes: [{ to: head.user, until }] };
    const shows = (content: Reminder, changes: Changes, time = '2026-05-22T10:00:00') => {
      const followed = follow(content, under(changes, time));
      return followed.kind === 'reminder' ? followed.snoozedUntil : undefined;
    };
    expect(shows(sent, off)).toBe(until);
    expect(shows({ ...sent, on: day('2026-05-15') }, off)).toBeNull();
    expect(shows(sent, { ...off, reports: [submitted] })).toBeNull();
    expect(shows(sent, off, '2026-05-25T09:00:00')).toBeNull();
  });

  test('until it is accepted or lifted', () => {
    const followed = (changes: Changes): Content => follow(sent, under(changes, '2026-05-26T09:00:00'));
    const accepted = { ...submitted, state: 'accepted' as const };
    expect([
      isSettled(sent),
      isSettled(followed({ reports: [submitted] })),
      isSettled(followed({ reports: [accepted] })),
      isSettled(followed({ rounds: [] })),
    ]).toEqual([false, false, true, true]);
  });

  test('and stays what it was where the round ended with it handed in', () => {
    const done = follow(sent, under({ reports: [submitted] }));
    expect(follow(done, under({ rounds: [] }))).toEqual(done);
  });
});

describe('an escalation', () => {
  const notice: Notice = { kind: 'escalation', to: coordinator, on: day('2026-06-03') };
  const told = [
    {
      kind: 'reminder' as const,
      to: head.user,
      at: at('2026-06-01T09:00:00'),
      about: [{ round: round().id, section: digital }],
    },
  ];
  const late = (changes: Changes = {}) => compose(notice, under({ told, ...changes }, '2026-06-03T09:00:00'));

  test('tells which section is late by how much, whose post it is and when it was last told', () => {
    expect(late()).toEqual({
      kind: 'escalation',
      to: coordinator,
      on: '2026-06-03',
      sections: [
        {
          round: round().id,
          title: round().title,
          section: digital,
          due: '2026-05-29',
          late: 3,
          post: 'デジタルみやぎ推進課長',
          lastTold: '2026-06-01',
          settled: false,
        },
      ],
    });
  });

  test('tells that nobody holds the post and nobody was told', () => {
    expect(late({ roster: [], told: [] })).toMatchObject({ sections: [{ post: null, lastTold: null }] });
  });

  test('is not sent where everybody has answered', () => {
    expect(late({ reports: [submitted] })).toBeNull();
  });

  test.each<[string, Changes]>([
    ['answered', { reports: [submitted] }],
    ['left out', { rounds: [round({ exclusions: [{ kpi: null, section: digital, reason: '事業終了' }] })] }],
    ['given more time', { rounds: [round({ due: day('2026-06-30') })] }],
    ['no longer asked, since the round is closed', { rounds: [] }],
  ])('follows a section that was %s', (_, changes) => {
    const sent = late();
    const followed = sent && follow(sent, under(changes, '2026-06-04T09:00:00'));
    expect(followed).toMatchObject({ sections: [{ settled: true }] });
    expect([sent, followed].map((content) => content && isSettled(content))).toEqual([false, true]);
  });
});

describe('a request to be left out', () => {
  const request = exclusionRequest();
  const notice: Notice = { kind: 'request', to: coordinator, round: round().id, section: digital, at: request.at };
  const told = { requests: [request], rounds: [round({ version: 2 })] };
  const declined = { by: head, at: at('2026-05-25T10:00:00'), reason: '今年度も継続' };
  const exclusions = [{ kpi: null, section: digital, reason: request.reason }];

  test('is told with its reason and what the decision needs, at any hour', () => {
    expect(compose(notice, under(told, '2026-05-16T20:00:00'))).toEqual({
      kind: 'request',
      to: coordinator,
      title: round().title,
      request,
      state: { kind: 'pending' },
    });
  });

  test.each<[string, Changes, object]>([
    ['granted', { requests: [request], rounds: [round({ exclusions })] }, { kind: 'granted' }],
    ['declined', { requests: [{ ...request, declined }] }, { kind: 'declined', ...declined }],
    ['overtaken by its answer', { requests: [request], reports: [submitted] }, { kind: 'overtaken' }],
    ['overtaken by the end of the round', { rounds: [] }, { kind: 'overtaken' }],
  ])('%s is not told any more, and what was told follows', (_, changes, expected) => {
    expect(compose(notice, under(changes))).toBeNull();
    const sent = compose(notice, under(told));
    const followed = sent && follow(sent, under(changes));
    expect(followed).toMatchObject({ state: expected });
    expect([sent, followed].map((content) => content && isSettled(content))).toEqual([false, true]);
  });

  test('stays granted when the round is over', () => {
    const sent = compose(notice, under(told));
    const granted = sent && follow(sent, under({ requests: [request], rounds: [round({ exclusions })] }));
    expect(granted && follow(granted, under({ rounds: [] }))).toMatchObject({ state: { kind: 'granted' } });
  });
});

describe('who hears of a request to be left out', () => {
  const request = exclusionRequest();
  const declined = { by: head, at: at('2026-05-25T10:00:00'), reason: '今年度も継続' };
  const exclusions = [{ kpi: null, section: digital, reason: request.reason }];
  const about = { round: round().id, section: digital, at: request.at };
  const decision: Notice = { kind: 'decision', to: request.by.user, ...about };
  const heard = (changes: Changes) => aboutRequests(under(changes)).map(({ notice }) => notice);

  test('while it waits are the coordinators', () => {
    expect(heard({ requests: [request] })).toEqual([{ kind: 'request', to: coordinator, ...about }]);
  });

  test.each<[string, Changes]>([
    ['granted', { requests: [request], rounds: [round({ exclusions })] }],
    ['declined', { requests: [{ ...request, declined }] }],
  ])('once it is %s is who asked, and what they are told does not change any more', (_, changes) => {
    expect(heard(changes)).toEqual([decision]);
    const content = compose(decision, under(changes));
    expect(content).toEqual({ kind: 'decision', to: head.user, title: round().title, request: changes?.requests?.[0] });
    expect(content && [follow(content, under()), isSettled(content)]).toEqual([content, true]);
  });

  test('is nobody where the section has answered', () => {
    expect(heard({ requests: [request], reports: [submitted] })).toEqual([]);
  });

  test.each<[string, Changes]>([
    ['waits', { requests: [request] }],
    ['was made anew', { requests: [{ ...request, at: at('2026-05-26T10:00:00') }] }],
  ])('hears of no decision on one that %s', (_, changes) => {
    expect(compose(decision, under(changes))).toBeNull();
  });
});

describe('a notice that Slack does not take', () => {
  const failed = outgoing({ notice: reminder, state: 'failed', trouble: 'channel_not_found' });
  const notice: Notice = { kind: 'trouble', to: coordinator, about: keyOf(reminder), attempt: 1 };

  test('is told with what Slack said', () => {
    expect(compose(notice, under({ stuck: [failed] }))).toEqual({
      kind: 'trouble',
      to: coordinator,
      notice: reminder,
      trouble: 'channel_not_found',
      settled: false,
    });
  });

  test('is not told any more once it goes, and what was told follows', () => {
    const sent = compose(notice, under({ stuck: [failed] }));
    const followed = sent && follow(sent, under());
    expect(compose(notice, under())).toBeNull();
    expect(followed).toMatchObject({ settled: true });
    expect([sent, followed].map((content) => content && isSettled(content))).toEqual([false, true]);
  });
});
