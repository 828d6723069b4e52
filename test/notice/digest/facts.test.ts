import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DigestFacts } from '../../../src/notice/digest/facts.ts';
import { readCircumstances, readFacts } from '../../../src/notice/digest/read.ts';
import { planFrom } from '../../../src/notice/digest/week.ts';
import type { NoticeParts } from '../../../src/notice/parts.ts';
import { day, type Moment, moment, momentAt } from '../../../src/report/day.ts';
import type { LedgerAction } from '../../../src/report/ledger.ts';
import type { Report, ReportLine } from '../../../src/report/report.ts';
import type { Round } from '../../../src/report/round.ts';
import { realCatalog } from '../../support/catalog.ts';
import { openDesk } from '../../support/desk.ts';
import { exclusionRequest } from '../../support/notices.ts';
import { openData, wireless } from '../../support/reporting.ts';
import {
  deed,
  digital,
  head,
  line,
  report,
  rosterEntry,
  round,
  roundId,
  section,
  signed,
} from '../../support/rounds.ts';

const catalog = realCatalog();
const monday = day('2026-05-25');
let parts: NoticeParts;
let close: () => Promise<void>;
let now: Moment;

beforeEach(async () => {
  now = momentAt(monday, 9);
  ({ parts, close } = await openDesk({ catalog, now: () => now }));
});
afterEach(() => close());

/** A week before the digest, and within it. */
const before = '2026-05-14T01:00:00Z';
const within = '2026-05-21T01:00:00Z';

async function ask(changes: Partial<Round> = {}): Promise<void> {
  const asked = round({ kpis: [openData, wireless], ...changes });
  const saved = await parts.report.store.saveRound(asked, deed('open-round', { at: moment(before) }));
  if (!saved.ok) throw new Error('the round is there already');
}

async function store(changes: Partial<Report>, action: LedgerAction, at: string): Promise<Report> {
  const stored = await parts.report.store.report(round().id, digital);
  const saved = await parts.report.store.saveReport(
    { ...(stored ?? report()), ...changes },
    deed(action, { at: moment(at) }),
  );
  if (!saved.ok) throw new Error(saved.code);
  return saved.value;
}

const figure = (value: number, of = openData): ReportLine => line({ kpi: of, reported: { kind: 'value', value } });
const submit = (lines: ReportLine[], at: string) =>
  store({ state: 'submitted', lines, submitted: signed(at), returned: null }, 'submit', at);
const sendBack = (at: string) =>
  store({ state: 'returned', returned: { ...signed(at), reason: '桁の誤り' } }, 'return', at);

async function facts(): Promise<DigestFacts> {
  const circumstances = await readCircumstances(parts);
  return readFacts(parts, circumstances, planFrom(monday, parts.calendar), now);
}
const told = async () =>
  (await facts()).lines.map(({ kpi, reported, before: was }) => ({
    kpi,
    value: reported.kind === 'value' ? reported.value : null,
    before: was?.kind === 'value' ? was.value : was && 'not measured',
  }));

describe('the figures of a week', () => {
  test('are those that were handed in within it, by the plan’s own rule', async () => {
    await ask();
    await submit([figure(500), figure(480, wireless)], within);
    expect(await facts()).toMatchObject({
      answered: 1,
      lines: [
        { kpi: openData, section: digital, reported: { value: 500 }, before: null, state: 'met', preliminary: true },
        { kpi: wireless, state: 'missed', note: '公開が一巡したため。' },
      ],
    });
  });

  test('are none where everything was handed in before', async () => {
    await ask();
    await submit([figure(500)], before);
    expect(await facts()).toMatchObject({ answered: 0, lines: [], rounds: [{ sections: { answered: 1 } }] });
  });

  test('are corrections where another figure had been said before, even if that was sent back', async () => {
    await ask();
    await submit([figure(500), figure(480, wireless)], before);
    await sendBack(before);
    await submit([figure(450), figure(480, wireless)], within);
    expect(await told()).toEqual([{ kpi: openData, value: 450, before: 500 }]);
  });

  test('are one correction from the first to the last, whatever lies between', async () => {
    await ask();
    await submit([figure(500)], before);
    await submit([figure(1)], within);
    await submit([figure(450)], within);
    expect(await told()).toEqual([{ kpi: openData, value: 450, before: 500 }]);
  });

  test('say nothing of what was corrected back', async () => {
    await ask();
    await submit([figure(500)], before);
    await submit([figure(1)], within);
    await submit([figure(500)], within);
    expect(await told()).toEqual([]);
  });

  test('are a correction where something was measured after all', async () => {
    await ask();
    await submit([line({ reported: { kind: 'not-measured', reason: '調査中' } })], before);
    await submit([figure(450)], within);
    expect(await told()).toEqual([{ kpi: openData, value: 450, before: 'not measured' }]);
  });

  test('are not told while they are sent back', async () => {
    await ask();
    await submit([figure(500)], within);
    await sendBack(within);
    expect(await facts()).toMatchObject({ answered: 0, lines: [], rounds: [{ sections: { answered: 0 } }] });
  });

  test('begin where the last digest ended', async () => {
    await ask();
    await submit([figure(500)], within);
    const issued = { ...(await facts()), until: moment(within) };
    const week = day('2026-05-18');
    await parts.notices.saveDigest(
      { week, state: 'issued', note: null, facts: issued, issuedAt: moment('2026-05-21T02:00:00Z'), version: 0 },
      deed('issue-digest'),
    );
    expect(await facts()).toMatchObject({ from: '2026-05-21T02:00:00.000Z', answered: 0, lines: [] });
  });
});

describe('the coverage', () => {
  test('counts sections and KPIs apart, and what is not measured', async () => {
    await ask();
    await submit([figure(500), line({ kpi: wireless, reported: { kind: 'not-measured', reason: '調査中' } })], within);
    expect((await facts()).rounds).toMatchObject([
      {
        state: 'open',
        sections: { asked: 1, answered: 1, preliminary: 1, approved: 0, late: 0 },
        kpis: { asked: 2, answered: 2, preliminary: 2, approved: 0, notMeasured: 1, late: 0 },
      },
    ]);
  });

  test('counts 速報 and 決裁済 apart, and says what was approved in the week', async () => {
    await ask();
    await submit([figure(500), figure(480, wireless)], before);
    const approval = { on: day('2026-05-21'), by: '部長', document: 'デ第1号' };
    await store({ state: 'confirmed', approval }, 'record-approval', within);
    expect(await facts()).toMatchObject({
      approved: 1,
      rounds: [{ sections: { preliminary: 0, approved: 1 }, kpis: { preliminary: 0, approved: 2 } }],
    });
  });

  test('counts what is late', async () => {
    await ask({ due: day('2026-05-22') });
    expect((await facts()).rounds).toMatchObject([{ sections: { late: 1 }, kpis: { late: 2 } }]);
  });

  test('leaves out drafts and what was closed before, and has what was closed within the week', async () => {
    await ask({ id: roundId('draft'), state: 'draft' });
    await ask({ id: roundId('old'), state: 'closed' });
    await ask({ id: roundId('just') });
    const { store: reports } = parts.report;
    const just = await reports.round(roundId('just'));
    if (just) await reports.saveRound({ ...just, state: 'closed' }, deed('close-round', { at: moment(within) }));
    expect((await facts()).rounds).toMatchObject([{ round: 'just', state: 'closed' }]);
  });

  test('names a paused round as such', async () => {
    await ask({ paused: true });
    expect((await facts()).rounds).toMatchObject([{ state: 'paused' }]);
  });
});

describe('what needs attention', () => {
  const kinds = async () => (await facts()).attention.map(({ kind }) => kind);
  const enter = (changes: Parameters<typeof rosterEntry>[0]) =>
    parts.report.store.saveRosterEntry(rosterEntry(changes), deed('edit-roster'));
  const staffed = () => enter({ head: head.user });

  test('is a section that is late before one without anybody', async () => {
    await ask({ due: day('2026-05-22') });
    expect((await facts()).attention).toMatchObject([
      { kind: 'late', sections: [digital], count: 1, due: '2026-05-22' },
      { kind: 'unstaffed', sections: [digital], count: 1 },
    ]);
  });

  test('is a due date within seven days where few have answered', async () => {
    await staffed();
    await ask({ due: day('2026-06-01') });
    expect(await kinds()).toEqual(['due-soon']);
  });

  test('is not a due date that is further away', async () => {
    await staffed();
    await ask({ due: day('2026-06-02') });
    expect(await kinds()).toEqual([]);
  });

  test('is what was sent back, and said once where it is late, too', async () => {
    await staffed();
    await ask({ due: day('2026-06-30') });
    await submit([figure(500)], before);
    await sendBack(within);
    expect(await kinds()).toEqual(['returned']);
    now = momentAt(day('2026-07-06'), 9);
    expect(await kinds()).toEqual(['late']);
  });

  test('is a target missed without a word, and a request that nobody has answered', async () => {
    await staffed();
    await ask({ due: day('2026-06-30') });
    await submit([{ ...figure(1), note: null }, figure(3_000, wireless)], within);
    await parts.report.store.saveExclusionRequest(
      exclusionRequest({ section: section('契約課') }),
      deed('request-exclusion'),
    );
    expect(await kinds()).toEqual(['unexplained', 'undecided']);
  });

  test('is nothing in a paused round', async () => {
    await ask({ due: day('2026-05-22'), paused: true });
    expect(await kinds()).toEqual([]);
  });

  test('is at most three things, and how many more there are', async () => {
    await ask({ id: roundId('late-one'), due: day('2026-05-21') });
    await ask({ id: roundId('late-two'), due: day('2026-05-22'), kpis: null });
    expect(await facts()).toMatchObject({
      attention: [
        { kind: 'late', round: 'late-two' },
        { kind: 'late', round: 'late-one' },
        { kind: 'unstaffed', round: 'late-two' },
      ],
      moreAttention: 1,
    });
  });

  test('names a few sections of many', async () => {
    await ask({ due: day('2026-05-22'), kpis: null });
    const [late] = (await facts()).attention;
    expect(late?.sections).toHaveLength(3);
    expect(late?.count).toBeGreaterThan(3);
  });
});

describe('the dates of the next two weeks', () => {
  const ahead = async () => (await facts()).ahead.map(({ on, kind }) => [on, kind]);

  test('are due dates, reminders and the next digest, in order', async () => {
    await ask({ due: day('2026-06-04') });
    expect(await ahead()).toEqual([
      ['2026-05-28', 'reminder'],
      ['2026-06-01', 'digest'],
      ['2026-06-03', 'reminder'],
      ['2026-06-04', 'due'],
      ['2026-06-05', 'reminder'],
    ]);
  });

  test('have no reminders of a paused round', async () => {
    await ask({ due: day('2026-06-04'), paused: true });
    expect(await ahead()).toEqual([
      ['2026-06-01', 'digest'],
      ['2026-06-04', 'due'],
    ]);
  });
});
