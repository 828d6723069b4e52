import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import type { Outgoing } from '../../src/notice/outbox.ts';
import { addSeconds } from '../../src/report/day.ts';
import { rosterEntryIdSchema } from '../../src/report/roster.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { nine } from '../support/notices.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { deed, digital, draft, kpi, rosterEntry, round, roundId, section, user } from '../support/rounds.ts';
import { signedHeaders } from '../support/signed.ts';
import { type GatheringSlack, startGatheringSlack } from './gathering-slack.ts';
import { type Job, points } from './job.ts';
import { type Member, startMember } from './member.ts';

/** What became of all runs. */
export interface ProcessFigures {
  runs: number;
  notices: number;
  reports: number;
  /** Processes that were killed in the middle and started again. */
  kills: number;
  /** Processes that stood still for less than their lease, and for longer. */
  shortStops: number;
  longStops: number;
  /** Those of them that stood still between the decision to post and the request. */
  halts: number;
  /** Notices that nobody has got, reports that are not stored. */
  lost: number;
  /** Messages beyond the first of a notice, reports stored more than once. */
  twice: number;
  /** Notices that are not recorded as what became of them. */
  misrecorded: number;
  /** Notices that still wait when the run ends: the machine was too slow for the clock. */
  unfinished: number;
}

/** The clocks run so many times as fast: a lease of two minutes is over in eight seconds. More, and a busy machine itself stands still for as long as a lease. */
const speed = 15;
const leaseMilliseconds = 120_000 / speed;
/** How long everything may take to settle after the last fault. */
const patience = 120_000;

const faultArbitrary = fc.oneof(
  fc.record({ kind: fc.constant('kill' as const), at: fc.integer({ min: 0, max: 1_500 }) }),
  fc.record({
    kind: fc.constant('stop' as const),
    at: fc.integer({ min: 0, max: 1_500 }),
    long: fc.boolean(),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);
const planArbitrary = fc.record({
  members: fc.integer({ min: 2, max: 3 }),
  faults: fc.array(fc.record({ member: fc.nat(2), fault: faultArbitrary }), { minLength: 1, maxLength: 3 }),
  halt: fc.option(
    fc.record({ point: fc.constantFrom(...points), time: fc.integer({ min: 1, max: 4 }), long: fc.boolean() }),
    { freq: 2 },
  ),
  reportAt: fc.integer({ min: 0, max: 2_000 }),
  slowness: fc.array(fc.integer({ min: 0, max: 350 }), { minLength: 8, maxLength: 8 }),
});
type Plan = ReturnType<typeof plansOf>[number];
/** Random, but that the first ones have one fault of each kind. */
function plansOf(runs: number, seed: number) {
  const first = [
    { member: 0, fault: { kind: 'kill' as const, at: 300 } },
    { member: 1, fault: { kind: 'stop' as const, at: 200, long: true, share: 0.2 } },
  ];
  return fc.sample(planArbitrary, { numRuns: runs, seed }).map((plan, index) => {
    const planned = first[index];
    const point = points[index];
    return {
      ...plan,
      ...(planned ? { faults: [planned] } : {}),
      ...(point ? { halt: { point, time: 1, long: true } } : {}),
    };
  });
}

const stopFor = (long: boolean, share: number): number =>
  long ? leaseMilliseconds + 500 + share * 2_000 : 200 + share * (leaseMilliseconds - 1_200);

const sections = [
  'デジタルみやぎ推進課',
  '教育企画室',
  '産業デジタル推進課',
  '食産業振興課',
  '農業振興課',
  '農山漁村なりわい課',
  '行政経営企画課',
  '県政情報・文書課',
  '情報管理課',
];
const openData = kpi('policy2021/オープンデータみやぎ推進事業#1');
const wireless = kpi('policy2021/無料公衆無線LAN整備事業#1');
const reporting = user('U0STAFF0A');
const reportRound = round({
  id: roundId('reporting'),
  title: '報告する照会',
  kpis: [openData, wireless],
  sections: [digital],
});

/** A round that asks every section, and another for which a report lies ready to be handed in. */
async function plant({ reports }: Store): Promise<void> {
  for (const [index, name] of sections.entries()) {
    const people = { head: user(`U0HEAD${index}`), staff: [user(`U0STAFF${index}A`), user(`U0STAFF${index}B`)] };
    const id = rosterEntryIdSchema.parse(`entry-${index}`);
    await reports.saveRosterEntry(
      rosterEntry({ id, section: section(name), post: `${name}長`, ...people }),
      deed('edit-roster'),
    );
  }
  const blank = { reason: '', measuredOn: '2025-03-31', mark: '', note: '公開が一巡したため。' };
  const lines = [
    { ...blank, kpi: openData, value: '357' },
    { ...blank, kpi: wireless, value: '480' },
  ];
  await reports.saveRound(reportRound, deed('open-round'));
  await reports.saveDraft(draft({ round: reportRound.id, user: reporting, lines }));
  await reports.saveRound(round({ id: roundId('everybody') }), deed('open-round'));
}

/** Sends the last page of the form, as Slack does when somebody presses «提出する»; whatever comes of it. */
async function handIn(eventsUrl: string, trigger: string): Promise<void> {
  const at = { round: reportRound.id, section: digital, version: 0, step: 99 };
  const view = {
    ...{ id: 'V1', type: 'modal', callback_id: 'report-form', private_metadata: JSON.stringify(at), hash: 'h' },
    ...{ blocks: [], state: { values: {} }, previous_view_id: null },
  };
  const team = { id: 'T000000001', domain: 'miyagi' };
  const payload = {
    type: 'view_submission',
    team,
    user: { id: reporting, team_id: team.id },
    trigger_id: trigger,
    view,
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const headers = signedHeaders(body, 'application/x-www-form-urlencoded');
  try {
    await fetch(eventsUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(3_000) });
  } catch {
    // The process is no more, or stands still; a person would press again, at whichever answers.
  }
}

interface Run {
  plan: Plan;
  store: Store;
  slack: GatheringSlack;
  start: (halt: Job['halt']) => Promise<Member>;
  figures: ProcessFigures;
}

/** Two or three processes at the same work while the faults of a plan happen; resolves when all of them run again. */
async function liveThrough({ plan, start, store, figures }: Run): Promise<Member[]> {
  const { halt } = plan;
  const members = await Promise.all(
    Array.from({ length: plan.members }, (_, index) =>
      start(halt && index === 0 ? { point: halt.point, time: halt.time } : null),
    ),
  );
  const dead = new Set<Member>();
  const [first] = members;
  const halting = first?.halted.then(async () => {
    figures.halts += 1;
    figures[halt?.long ? 'longStops' : 'shortStops'] += 1;
    await delay(stopFor(halt?.long ?? false, 0.5));
    first.resume();
  });
  await plant(store);

  const faults = plan.faults.map(async ({ member, fault }) => {
    const index = member % plan.members;
    await delay(fault.at);
    const now = members[index];
    if (!now || dead.has(now)) return;
    if (fault.kind === 'kill') {
      dead.add(now);
      figures.kills += 1;
      await now.kill();
      members[index] = await start(null);
      return;
    }
    figures[fault.long ? 'longStops' : 'shortStops'] += 1;
    now.stop();
    await delay(stopFor(fault.long, fault.share));
    now.resume();
  });
  const report = delay(plan.reportAt).then(() =>
    Promise.all(members.map(({ eventsUrl }, index) => handIn(eventsUrl, `trigger-${index}`))),
  );
  await Promise.all([...faults, report]);
  // A process that is to stand still of itself may not have come to that.
  await Promise.race([halting, delay(stopFor(true, 1))]);
  for (const member of members) member.resume();
  return members;
}

const all = (store: Store): Promise<Outgoing[]> => store.notices.outbox.list({ limit: 1_000 });

/** Waits until nothing is left to be sent, and the report is there; at last somebody presses again, as a person would. */
async function settle(store: Store, members: readonly Member[]): Promise<Outgoing[]> {
  const until = performance.now() + patience;
  for (;;) {
    // The report first: its news is in the outbox with it, and belongs to what is counted.
    const report = await store.reports.report(reportRound.id, digital);
    const rows = await all(store);
    if (!report?.submitted) await handIn(members[0]?.eventsUrl ?? '', `again-${performance.now()}`);
    else if (rows.length > 0 && rows.every(({ state }) => state !== 'waiting')) return rows;
    if (performance.now() > until) return rows;
    await delay(200);
  }
}

/** Adds to the figures what became of a run; gives in words what should not be. */
async function count({ store, slack, figures }: Run, rows: readonly Outgoing[]): Promise<string[]> {
  const odd: string[] = [];
  for (const row of rows) {
    const posts = slack.posts.filter(({ key }) => key === row.key);
    figures.notices += 1;
    if (row.state === 'waiting') {
      figures.unfinished += 1;
      figures.twice += Math.max(posts.length - 1, 0);
      continue;
    }
    const expected = row.state === 'dropped' ? 0 : 1;
    figures.lost += posts.length < expected ? 1 : 0;
    figures.twice += Math.max(posts.length - expected, 0);
    const recorded = row.state === 'dropped' || (row.state === 'sent' && row.place?.ts === posts[0]?.ts);
    figures.misrecorded += recorded ? 0 : 1;
    if (posts.length !== expected || !recorded) odd.push(JSON.stringify({ row, posts }));
  }
  const versions = await store.reports.reportVersions(reportRound.id, digital);
  figures.reports += 1;
  figures.lost += versions.length === 0 ? 1 : 0;
  figures.twice += Math.max(versions.length - 1, 0);
  if (versions.length !== 1) odd.push(JSON.stringify({ versions: versions.length }));
  return odd;
}

async function runOnce(plan: Plan, url: string, figures: ProcessFigures): Promise<string[]> {
  let answers = 0;
  const slack = await startGatheringSlack(() => {
    answers += 1;
    return plan.slowness[answers % plan.slowness.length] ?? 0;
  });
  const store = await openStore({ engine: 'postgres', url }, () => undefined);
  const clock = { from: addSeconds(nine, 60), realStart: Date.now(), speed };
  const run = {
    ...{ plan, store, slack, figures },
    start: (halt: Job['halt']) =>
      startMember({ url, apiUrl: slack.apiUrl, ...clock, coordinators: [], botToken: 'xoxb-processes', halt }),
  };
  const members = await liveThrough(run);
  const rows = await settle(store, members);
  // Whoever is late would be late by now.
  await delay(500);
  const odd = await count(run, rows);
  figures.runs += 1;
  await Promise.all(members.map((member) => member.kill()));
  await store.close();
  await slack.close();
  return odd.map((what) => `${what} in ${JSON.stringify(plan)}`);
}

interface Options {
  runs: number;
  seed: number;
  /** Runs at once, each on a database of its own. */
  lanes: number;
  /** Hears the figures after each run, and what in it should not be. */
  onRun?: (figures: ProcessFigures, odd: readonly string[]) => void;
}

/** Random runs of several real processes on one real PostgreSQL. The same seed gives the same plans; what falls into which moment is the machine's. */
export async function processRuns({ runs, seed, lanes, onRun = () => undefined }: Options): Promise<ProcessFigures> {
  const server: PostgresServer = await startPostgres();
  const figures: ProcessFigures = {
    ...{ runs: 0, notices: 0, reports: 0, kills: 0, shortStops: 0, longStops: 0, halts: 0 },
    ...{ lost: 0, twice: 0, misrecorded: 0, unfinished: 0 },
  };
  const plans = plansOf(runs, seed);
  const lane = async (_: unknown, index: number): Promise<void> => {
    for (let plan = plans.shift(); plan; plan = plans.shift()) {
      onRun(figures, await runOnce(plan, await server.empty(`lane${index}`), figures));
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await server.stop();
  }
  return figures;
}
