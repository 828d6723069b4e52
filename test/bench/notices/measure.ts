import { nextCorrection } from '../../../src/notice/digest/corrections.ts';
import { makeFacts } from '../../../src/notice/digest/make-facts.ts';
import { threadOf } from '../../../src/notice/digest/thread.ts';
import { due } from '../../../src/notice/due.ts';
import { startPostgres } from '../../support/postgres.ts';
import type { Effort, Figure, Measure, Measured, Ratio } from '../part.ts';
import { bookkeepingOn } from './bookkeeping.ts';
import { makeOffice, type Size } from './office.ts';
import { newDatabaseFile } from './outbox-of.ts';
import { boardsOf, digestSources, remindedAt, standingAt, toldBefore } from './standing.ts';
import { inTurn } from './timing.ts';

/** Ours at twice the size against twice ours at the size: 1 is a straight line. */
function growth(name: string, once: number, twice: number): Ratio {
  return {
    name,
    against: 'twice the time at half the size',
    ours: twice,
    other: 2 * once,
    unit: 'ms',
    better: 'lower',
    goal: 1.3,
  };
}

/** From what is stored to the notices that are due. */
function dueIn(size: Size): () => Promise<void> {
  const office = makeOffice(size);
  const told = toldBefore(office);
  return async () => {
    const boards = await boardsOf(office, remindedAt);
    due(standingAt(remindedAt, boards, office, told));
  };
}

async function measureDue(effort: Effort): Promise<Measured> {
  const size = { sections: 2_000, kpis: 20, rounds: 10 };
  const half = dueIn({ ...size, sections: 1_000 });
  const [once = 0, twice = 0] = await inTurn(effort === 'short' ? 3 : 11, half, dueIn(size));
  return {
    ratios: [growth('who is due, by sections', once, twice)],
    figures: [{ name: 'who is due, 2,000 sections × 20 KPIs × 10 rounds', value: twice, unit: 'ms', goal: 200 }],
  };
}

/** Facts, thread and corrections of a digest that tells of everything an office ever answered. */
async function digestOf(size: Size) {
  const office = makeOffice(size);
  const boards = await boardsOf(office, remindedAt);
  const sources = digestSources(boards);
  const facts = makeFacts(sources);
  const make = (): void => {
    const made = makeFacts(sources);
    threadOf(made);
    nextCorrection(made, boards, remindedAt);
  };
  return { make, roundTrip: () => JSON.parse(JSON.stringify(facts)), lines: facts.lines.length };
}

async function measureDigest(effort: Effort): Promise<Measured> {
  const size = { sections: 100, kpis: 20, rounds: 12 };
  const half = await digestOf({ ...size, sections: 50 });
  const { make, roundTrip, lines } = await digestOf(size);
  const [once = 0, twice = 0, json = 0] = await inTurn(effort === 'short' ? 7 : 31, half.make, make, roundTrip);
  return {
    ratios: [
      growth('a digest, by sections', once, twice),
      {
        name: 'a digest of a year',
        against: 'its facts to JSON and back',
        ours: twice,
        other: json,
        unit: 'ms',
        better: 'lower',
        goal: null,
      },
    ],
    figures: [
      { name: `a digest of a year, ${lines.toLocaleString('en')} figures`, value: twice, unit: 'ms', goal: 100 },
    ],
  };
}

async function measureBookkeeping(effort: Effort): Promise<Measured[]> {
  const onSqlite = await bookkeepingOn('SQLite', async () => ({ engine: 'sqlite', file: newDatabaseFile() }), effort);
  if (effort === 'short') return [onSqlite];
  const server = await startPostgres();
  let databases = 0;
  const onPostgres = await bookkeepingOn(
    'PostgreSQL',
    async () => {
      databases += 1;
      return { engine: 'postgres', url: await server.empty(`bench${databases}`) };
    },
    effort,
  );
  await server.stop();
  return [onSqlite, onPostgres];
}

/** Notices: who is due, the digest, and what delivering one costs the database; with how each grows. */
export const measure: Measure = async (effort) => {
  const parts = [await measureDue(effort), await measureDigest(effort), ...(await measureBookkeeping(effort))];
  return {
    ratios: parts.flatMap(({ ratios }): readonly Ratio[] => ratios),
    figures: parts.flatMap(({ figures }): readonly Figure[] => figures),
  };
};
