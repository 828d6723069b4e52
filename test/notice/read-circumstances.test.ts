import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/notice/calendar.ts';
import { compose } from '../../src/notice/compose.ts';
import type { Content } from '../../src/notice/content.ts';
import { due } from '../../src/notice/due.ts';
import { keyOf, type Notice } from '../../src/notice/notice.ts';
import type { Outcome } from '../../src/notice/outbox.ts';
import type { NoticeParts } from '../../src/notice/parts.ts';
import { readCircumstances } from '../../src/notice/read-circumstances.ts';
import { day, type Moment, moment } from '../../src/report/day.ts';
import type { Round } from '../../src/report/round.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { realCatalog } from '../support/catalog.ts';
import { coordinator } from '../support/circumstances.ts';
import { exclusionRequest, handover, reminderTo } from '../support/notices.ts';
import {
  deed,
  digital,
  head,
  line,
  openData,
  report,
  rosterEntry,
  round,
  roundId,
  signed,
  user,
} from '../support/rounds.ts';

const catalog = realCatalog();
const calendar = createCalendar([]);
const at = (time: string): Moment => moment(`${time}+09:00`);
let store: Store;
let now: Moment;
let parts: NoticeParts;

beforeEach(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'keikaku-navi-notice-')), 'notice.db');
  store = await openStore({ engine: 'sqlite', file }, (error) => {
    throw error;
  });
  now = at('2026-05-22T09:00:00');
  parts = {
    report: {
      ...calendar,
      store: store.reports,
      catalog,
      coordinators: new Set([coordinator]),
      look: async (id) => ({ name: id, post: '', standing: 'member' }),
      standsInFor: async () => [],
      now: () => now,
    },
    notices: store.notices,
    calendar,
  };
  await store.reports.saveRosterEntry(rosterEntry(), deed('edit-roster'));
});
afterEach(() => store.close());

async function begin(changes: Partial<Round> = {}): Promise<Round> {
  const made = round({ kpis: [openData], sections: [digital], ...changes });
  const saved = await store.reports.saveRound(made, deed('create-round'));
  if (!saved.ok) throw new Error(saved.code);
  return saved.value;
}

const place = { channel: 'D0HEAD', ts: '1.1' };

/** Puts a notice into the outbox and has it settled at a moment. */
async function settle(notice: Notice, when: Moment, outcome: Outcome): Promise<void> {
  const { outbox } = store.notices;
  await outbox.place([{ notice, notBefore: when, inThreadOf: null }]);
  const claimed = await outbox.claim({ by: 'test', now: when, until: moment('2030-01-01T00:00:00Z') });
  expect(await outbox.settle({ key: claimed?.key ?? keyOf(notice), by: 'test', at: when }, outcome, [])).toBe(true);
}

async function sendNow(): Promise<Content> {
  const known = await readCircumstances(parts);
  const [placed] = due(known);
  const content = placed && compose(placed.notice, known);
  if (!placed || !content) throw new Error('nothing is due');
  await settle(placed.notice, now, { kind: 'sent', place, shown: content });
  return content;
}

describe('how things stand is read from the stores:', () => {
  test('the boards of open rounds, paused ones too', async () => {
    await begin();
    await begin({ id: roundId('paused'), paused: true });
    await begin({ id: roundId('draft'), state: 'draft' });
    await begin({ id: roundId('closed'), state: 'closed' });
    const { boards } = await readCircumstances(parts);
    expect(boards.map((board) => board.round.id).toSorted()).toEqual(['paused', 'r6-results']);
  });

  test('the last figure of what is asked, from another round or from the plan', async () => {
    await begin();
    const printed = (await readCircumstances(parts)).lastValues.get(openData);
    expect(printed?.text).toMatch(/^347 /u);
    await begin({ id: roundId('before') });
    const answered = { lines: [line({ reported: { kind: 'value', value: 400 } })], submitted: signed() };
    const accepted = report({ ...answered, round: roundId('before'), state: 'accepted', accepted: signed() });
    await store.reports.saveReport(accepted, deed('accept'));
    expect((await readCircumstances(parts)).lastValues.get(openData)?.text).toMatch(/^400 /u);
  });

  test('hand-overs, requests, absences and what was put off', async () => {
    await begin();
    await store.reports.saveHandover(handover(), deed('hand-over'));
    await store.reports.saveExclusionRequest(exclusionRequest(), deed('request-exclusion'));
    const away = { user: head.user, from: day('2026-05-20'), to: null, standIn: null, version: 0 };
    await store.notices.saveAbsence(away, deed('set-absence'));
    const snooze = { to: head.user, until: at('2026-05-21T09:00:00') };
    await store.notices.saveSnooze(snooze, deed('snooze'));
    expect(await readCircumstances(parts)).toMatchObject({
      now,
      today: '2026-05-22',
      handovers: [{ to: 'U0STAFF' }],
      requests: [{ section: digital }],
      absences: [{ user: head.user }],
      snoozes: [snooze],
      coordinators: [coordinator],
      roster: [{ section: digital }],
    });
  });
});

describe('what was told is remembered:', () => {
  beforeEach(() => begin());

  test('after it was sent nothing is due until the next step', async () => {
    expect(await sendNow()).toMatchObject({ kind: 'reminder', items: [{ section: digital, left: 5 }] });
    expect(due(await readCircumstances(parts))).toEqual([]);
    now = at('2026-05-27T09:00:00');
    expect(due(await readCircumstances(parts))).toEqual([]);
    now = at('2026-05-28T09:00:00');
    expect(due(await readCircumstances(parts))).toMatchObject([{ notice: { on: '2026-05-28' } }]);
  });

  test('an escalation for as long as the section is late', async () => {
    now = at('2026-06-03T09:00:00');
    await sendNow();
    await sendNow();
    now = at('2026-08-03T09:00:00');
    expect(due(await readCircumstances(parts)).map(({ notice }) => notice.kind)).toEqual(['reminder']);
  });

  test('one that was found a day later went out on its own day', async () => {
    const yesterday = reminderTo(head.user, '2026-05-22');
    await settle(yesterday, at('2026-05-25T09:00:10'), { kind: 'sent', place, shown: null });
    now = at('2026-05-25T09:00:20');
    const { told } = await readCircumstances(parts);
    expect(told).toEqual([{ kind: 'reminder', to: head.user, at: at('2026-05-22T17:00:00'), about: null }]);
    expect(due(await readCircumstances(parts))).toEqual([]);
  });

  test('one that Slack does not take is stuck, and one that was dropped is nothing', async () => {
    await settle(reminderTo(head.user, '2026-05-22'), now, { kind: 'failed', trouble: 'is_archived' });
    await settle(reminderTo(user('U0OTHER'), '2026-05-22'), now, { kind: 'dropped' });
    expect(await readCircumstances(parts)).toMatchObject({
      told: [],
      stuck: [{ state: 'failed', trouble: 'is_archived' }],
    });
  });

  test('more of it than fits a page', async () => {
    for (let number = 0; number < 520; number += 1)
      await settle(reminderTo(user(`U${number}`), '2026-05-22'), now, {
        kind: 'sent',
        place: { ...place, channel: `D${number}` },
        shown: null,
      });
    expect((await readCircumstances(parts)).told).toHaveLength(520);
  });
});
