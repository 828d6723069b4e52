import { execFile } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { keyOf, type Notice } from '../../../src/notice/notice.ts';
import { recipientSchema } from '../../../src/notice/recipient.ts';
import { addSeconds } from '../../../src/report/day.ts';
import { openStore } from '../../../src/store/store.ts';
import { newDatabase } from '../../support/delivery.ts';
import { nine, placed, reminderTo } from '../../support/notices.ts';
import { type Crash, type Job, points } from './points.ts';
import { type RecordingSlack, startRecordingSlack } from './recording-slack.ts';

/** What became of all runs. */
export interface CrashFigures {
  runs: number;
  notices: number;
  /** Processes that were killed, by where. */
  killed: Record<Crash['point'], number>;
  /** Notices that nobody has got. */
  lost: number;
  /** Messages beyond the first of a notice. */
  duplicates: number;
  /** Notices that are not recorded as sent where their message stands. */
  misrecorded: number;
}

/** As `npm test` compiled it. */
const script = join(process.cwd(), 'dist', 'test', 'notice', 'crash', 'deliver-once.js');
/** Seconds from one process to the next: its lease is over by then, and so is any wait. */
const between = 20 * 60;
/** Processes after the last planned crash; more are needed only where something waits for ever. */
const mostProcesses = 8;

const planArbitrary = fc.record({
  recipients: fc.array(fc.constantFrom('U0HEAD', 'U0STAFF', 'C0DIGITAL', 'U0DEPUTY'), { minLength: 2, maxLength: 6 }),
  crashes: fc.array(fc.record({ point: fc.constantFrom(...points), time: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  mood: fc.constantFrom('well', 'well', 'takes-and-fails', 'fails'),
} as const);
type Plan = ReturnType<typeof planOf>;
/** Random, but that the first runs begin with one crash at each point, so that none is ever left out. */
const planOf = (runs: number, seed: number) =>
  fc.sample(planArbitrary, { numRuns: runs, seed }).map((plan, run) => {
    const point = points[run];
    return point === undefined ? plan : { ...plan, crashes: [{ point, time: 1 }, ...plan.crashes] };
  });

/** Whether the process was killed. */
function deliver(job: Job): Promise<boolean> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, JSON.stringify(job)], (error, _, said) => {
      if (!error) resolve(false);
      else if (error.signal === 'SIGKILL') resolve(true);
      else reject(new Error(said));
    });
  });
}

/** One run: a batch of notices, processes that are killed one after another, and at last some that are not. */
async function runOnce(
  { recipients, crashes, mood }: Plan[number],
  run: number,
  slack: RecordingSlack,
  figures: CrashFigures,
): Promise<void> {
  const file = newDatabase();
  const store = await openStore({ engine: 'sqlite', file }, (error) => {
    throw error;
  });
  const days = ['2026-05-15', '2026-05-18', '2026-05-19', '2026-05-20', '2026-05-21', '2026-05-22'];
  const notices = recipients.map((to, index): Notice => reminderTo(recipientSchema.parse(`${to}${run}`), days[index]));
  await store.notices.outbox.place(notices.map((notice) => placed({ notice })));
  const [first] = notices;
  if (first) slack.moods.set(keyOf(first), [mood]);

  const plan: (Crash | null)[] = [...crashes, ...Array.from({ length: mostProcesses }, () => null)];
  for (const [index, crash] of plan.entries()) {
    const from = addSeconds(nine, index * between);
    const killed = await deliver({ file, apiUrl: slack.apiUrl, by: `process-${index}`, from, crash });
    if (killed && crash) figures.killed[crash.point] += 1;
    const waiting = await store.notices.outbox.list({ states: ['waiting'], limit: 1 });
    if (waiting.length === 0) break;
  }

  for (const notice of notices) {
    const posts = slack.posts.filter(({ metadata }) => metadata.event_payload.key === keyOf(notice));
    const row = await store.notices.outbox.find(keyOf(notice));
    figures.notices += 1;
    figures.lost += posts.length === 0 ? 1 : 0;
    figures.duplicates += Math.max(posts.length - 1, 0);
    figures.misrecorded += row?.state === 'sent' && row.place?.ts === posts[0]?.ts ? 0 : 1;
  }
  figures.runs += 1;
  await store.close();
}

/** Random runs of real processes on real databases, some at once. The same seed gives the same runs. */
export async function crashRuns(runs: number, seed: number): Promise<CrashFigures> {
  const slack = await startRecordingSlack();
  const figures: CrashFigures = {
    runs: 0,
    notices: 0,
    killed: {
      'before-claim': 0,
      'after-claim': 0,
      'during-post': 0,
      'after-post': 0,
      'before-record': 0,
      'during-record': 0,
      'after-record': 0,
    },
    lost: 0,
    duplicates: 0,
    misrecorded: 0,
  };
  const plans = [...planOf(runs, seed).entries()];
  const lane = async (): Promise<void> => {
    for (let next = plans.shift(); next; next = plans.shift()) await runOnce(next[1], next[0], slack, figures);
  };
  await Promise.all([lane(), lane(), lane()]);
  await slack.close();
  return figures;
}
