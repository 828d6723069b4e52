/** bench/search: the search beside what a user would otherwise have, over the same records and for the same questions. */
import { join } from 'node:path';
import type { Catalog } from '../../../src/plan/catalog.ts';
import { createSearch, type Search } from '../../../src/search/search.ts';
import { loadDictionary } from '../../../src/text/dictionary.ts';
import { createTokenise } from '../../../src/text/tokenise.ts';
import { type Judgement, readJudgements } from '../../relevance/judgements.ts';
import { score, summarise } from '../../relevance/score.ts';
import { bigramsOnly, defaultTokenizer, plan, type System, substringScan } from '../../relevance/systems.ts';
import { realAsk, realCatalog } from '../../support/catalog.ts';
import { type Measure, type Measured, median, quantile } from '../part.ts';
import { flexSearch, fts5Trigrams, fts5Words, orama } from './engines.ts';
import { withPostgres } from './postgres.ts';
import { grownCatalog } from './records.ts';

/** p99 at today's size and at ten thousand items, in ms. */
const goals: Readonly<Record<number, number>> = { 10000: 10 };
const goalToday = 1;

interface Taken {
  system: System;
  /** ms, of each question the middle one of its rounds: what else the machine does would else be the slowest question. */
  times: number[];
}

/** Every question to every system in turn, so that what else the machine does meets all of them alike. */
async function race(systems: readonly System[], questions: readonly string[], rounds: number): Promise<Taken[]> {
  const asked = systems.map(({ find }) => ({ find, times: questions.map((): number[] => []) }));
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, question] of questions.entries()) {
      for (const { find, times } of asked) {
        const start = performance.now();
        await find(question);
        // The first round only warms up.
        if (round >= 0) times[index]?.push(performance.now() - start);
      }
    }
  }
  return systems.map((system, index) => ({ system, times: asked[index]?.times.map(median) ?? [] }));
}

function speeds([own, ...others]: readonly Taken[], size: string, goal: number | null): Measured {
  if (!own) return { ratios: [], figures: [] };
  const shares = [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const;
  return {
    ratios: others.flatMap(({ system, times }) =>
      shares.map(([label, share]) => ({
        name: `${size}, ${label}, ${system.name}`,
        against: system.name,
        ours: quantile(own.times, share),
        other: quantile(times, share),
        unit: 'ms' as const,
        better: 'lower' as const,
        goal: null,
      })),
    ),
    figures: shares.map(([label, share]) => ({
      name: `${size}, ${label}`,
      value: quantile(own.times, share),
      unit: 'ms',
      goal: label === 'p99' ? goal : null,
    })),
  };
}

/** The search by itself: numbers and sections are answered without it, and answers given once are kept. */
function ours(search: Search): System {
  return {
    name: '計画ナビ',
    find: async (query) => {
      const { hits, near } = search(query);
      return [...hits, ...near].map(({ id }) => id);
    },
  };
}

/** nDCG@10 of the bot's answers beside each other's; a goal of one means: as good as it at least. */
async function qualities(
  [, ...others]: readonly System[],
  judgements: readonly Judgement[],
  catalog: Catalog,
): Promise<Measured> {
  const measures = new Set<string>(catalog.items.filter(({ kind }) => kind === 'measure').map(({ id }) => id));
  const quality = async ({ find }: System): Promise<number> => {
    const scores = judgements.map(async (judgement) =>
      score(
        judgement,
        (await find(judgement.query)).filter((id) => measures.has(id)),
      ),
    );
    return summarise(await Promise.all(scores)).ndcg;
  };
  const own = await quality(plan(await realAsk(catalog)));
  const ratios = others.map(async (system) => ({
    name: `nDCG@10, ${system.name}`,
    against: system.name,
    ours: own,
    other: await quality(system),
    unit: 'nDCG' as const,
    better: 'higher' as const,
    goal: 1,
  }));
  return { ratios: await Promise.all(ratios), figures: [{ name: 'nDCG@10', value: own, unit: 'nDCG', goal: null }] };
}

function together(parts: readonly Measured[]): Measured {
  return { ratios: parts.flatMap(({ ratios }) => ratios), figures: parts.flatMap(({ figures }) => figures) };
}

function tell(line: string): void {
  process.stderr.write(`search: ${line}\n`);
}

export const measure: Measure = async (effort) => {
  const judgements = readJudgements(join('test', 'relevance', 'dev.json'));
  const questions = judgements.map(({ query }) => query);
  const real = realCatalog();
  const tokenise = createTokenise(await loadDictionary());
  const simple = async (catalog: Catalog): Promise<System[]> => [
    ours(await createSearch(catalog, tokenise)),
    substringScan(catalog),
    defaultTokenizer(catalog),
    bigramsOnly(catalog),
  ];
  if (effort === 'short') {
    const systems = await simple(real);
    return together([
      speeds(await race(systems, questions, 25), 'today', goalToday),
      await qualities(systems, judgements, real),
    ]);
  }

  return withPostgres(async (trigramIndex) => {
    const parts: Measured[] = [];
    for (const size of [real.items.length, 10_000, 100_000]) {
      const catalog = size === real.items.length ? real : grownCatalog(real, size);
      const small = size <= 10_000;
      tell(`indexing ${size} items`);
      const postgres = await trigramIndex(catalog);
      // At a hundred thousand the others take minutes to index, and seconds a question.
      const systems = [
        ...(small ? await simple(catalog) : [ours(await createSearch(catalog, tokenise)), substringScan(catalog)]),
        ...(small ? [await orama(catalog)] : []),
        flexSearch(catalog),
        fts5Trigrams(catalog),
        fts5Words(catalog, tokenise),
        postgres,
      ];
      tell(`asking ${systems.length} systems over ${size} items`);
      const today = size === real.items.length;
      const label = today ? 'today' : `${size.toLocaleString('en')} items`;
      const taken = await race(systems, questions, today ? 50 : small ? 5 : 2);
      parts.push(speeds(taken, label, today ? goalToday : (goals[size] ?? null)));
      if (today) parts.push(await qualities(systems, judgements, catalog));
      await postgres.close();
    }
    return together(parts);
  });
};
