/** bench/search: the search beside what a user would otherwise have, over the same records and for the same questions. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Catalog } from '../../../src/plan/catalog.ts';
import { readEntries } from '../../../src/search/entry.ts';
import { gather } from '../../../src/search/gather.ts';
import { openMemoryIndex } from '../../../src/search/memory-index.ts';
import { readWords } from '../../../src/search/read-words.ts';
import { type CreateIndex, createSearch, type Search } from '../../../src/search/search.ts';
import { createFileIndex } from '../../../src/search-index/file-index.ts';
import { loadDictionary } from '../../../src/text/dictionary.ts';
import { createTokenise, type Tokenise } from '../../../src/text/tokenise.ts';
import { type Judgement, readJudgements } from '../../relevance/judgements.ts';
import { score, summarise } from '../../relevance/score.ts';
import { bigramsOnly, defaultTokenizer, plan, type System, substringScan } from '../../relevance/systems.ts';
import { realAsk, realCatalog } from '../../support/catalog.ts';
import { type Figure, type Measure, type Measured, median, quantile } from '../part.ts';
import { flexSearch, fts5Trigrams, fts5Words, orama } from './engines.ts';
import { withPostgres } from './postgres.ts';
import { grownCatalog } from './records.ts';

const inMemory = '計画ナビ';
const inFile = '計画ナビ, index in a file';
/** p99 today, in ms. */
const goalToday = 1;
const sizes = [
  { label: 'today', items: 0, rounds: 50, goal: goalToday },
  { label: '10,000 items', items: 10_000, rounds: 9, goal: 10 },
];
const large = { label: '100,000 items', items: 100_000, rounds: 3 };

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
    name: inMemory,
    find: async (query) => {
      const { hits, near } = search(query);
      return [...hits, ...near].map(({ id }) => id);
    },
  };
}

/** nDCG@10 of the bot's answers beside each other's; a goal of one means: as good as it at least. */
async function qualities(
  systems: readonly System[],
  judgements: readonly Judgement[],
  catalog: Catalog,
  createIndex?: CreateIndex,
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
  const figures = [{ name: 'nDCG@10', value: own, unit: 'nDCG', goal: null }];
  if (createIndex) {
    const value = await quality(plan(await realAsk(catalog, createIndex)));
    figures.push({ name: `nDCG@10, ${inFile}`, value, unit: 'nDCG', goal: null });
  }
  const others = systems.filter(({ name }) => name !== inMemory && name !== inFile);
  const ratios = others.map(async (system) => ({
    name: `nDCG@10, ${system.name}`,
    against: system.name,
    ours: own,
    other: await quality(system),
    unit: 'nDCG' as const,
    better: 'higher' as const,
    goal: 1,
  }));
  return { ratios: await Promise.all(ratios), figures };
}

function together(parts: readonly Measured[]): Measured {
  return { ratios: parts.flatMap(({ ratios }) => ratios), figures: parts.flatMap(({ figures }) => figures) };
}

/** An index in a file of its own, which ends with the machine's temporary files. */
function indexInFile(catalog: Catalog): CreateIndex {
  return createFileIndex(join(mkdtempSync(join(tmpdir(), 'keikaku-navi-bench-')), 'index.db'), catalog);
}

// The collector is asked for here, so that whoever runs the benchmark need not.
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Bytes in use, and nothing that is only waiting to be collected. */
function heapUsed(): number {
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

function tell(line: string): void {
  process.stderr.write(`search: ${line}\n`);
}

/** A search, and the seconds it took to make. */
async function ready(size: string, name: string, make: () => Promise<Search>): Promise<[System, Figure]> {
  tell(`${size}: ${name}`);
  const begun = performance.now();
  const search = await make();
  const value = (performance.now() - begun) / 1_000;
  return [
    { ...ours(search), name },
    { name: `${size}, made: ${name}`, value, unit: 's', goal: null },
  ];
}

/** A search of which everything has been read when the program was built. Gives what a start has still to do. */
async function prepared(catalog: Catalog, tokenise: Tokenise): Promise<() => Promise<Search>> {
  const index = serialize(await gather(readEntries(catalog, tokenise)));
  const words = serialize(await readWords(catalog.words, tokenise));
  return () => createSearch(catalog, tokenise, async () => openMemoryIndex(deserialize(index)), deserialize(words));
}

export const measure: Measure = async (effort) => {
  const judgements = readJudgements(join('test', 'relevance', 'dev.json'));
  const questions = judgements.map(({ query }) => query);
  const real = realCatalog();
  const tokenise = createTokenise(await loadDictionary());
  const ownSearch = async (catalog: Catalog): Promise<System> => ours(await createSearch(catalog, tokenise));
  if (effort === 'short') {
    const systems = [await ownSearch(real), substringScan(real), defaultTokenizer(real), bigramsOnly(real)];
    return together([
      speeds(await race(systems, questions, 25), 'today', goalToday),
      await qualities(systems, judgements, real),
    ]);
  }

  return withPostgres(async (trigramIndex) => {
    const parts: Measured[] = [];
    for (const { label, items, rounds, goal } of sizes) {
      const catalog = items === 0 ? real : grownCatalog(real, items);
      const createIndex = indexInFile(catalog);
      const postgres = await trigramIndex(catalog);
      const before = heapUsed();
      const [own, made] = await ready(label, inMemory, () => createSearch(catalog, tokenise));
      const kilobytes = (heapUsed() - before) / 1_024 / catalog.items.length;
      const held = { name: `${label}, memory of the index`, value: kilobytes, unit: 'KB an item', goal: null };
      const [file, fileMade] = await ready(label, inFile, () => createSearch(catalog, tokenise, createIndex));
      const [, opened] = await ready(label, `${inFile}, again`, () => createSearch(catalog, tokenise, createIndex));
      const open = await prepared(catalog, tokenise);
      const [, preparedOpened] = await ready(label, `${inMemory}, as the build prepared it`, open);
      const systems = [
        own,
        file,
        substringScan(catalog),
        defaultTokenizer(catalog),
        bigramsOnly(catalog),
        await orama(catalog),
        flexSearch(catalog),
        fts5Trigrams(catalog),
        fts5Words(catalog, tokenise),
        postgres,
      ];
      tell(`asking ${systems.length} systems over ${catalog.items.length} items`);
      parts.push(speeds(await race(systems, questions, rounds), label, goal), {
        ratios: [],
        figures: [made, preparedOpened, fileMade, opened, held],
      });
      if (items === 0) parts.push(await qualities(systems, judgements, catalog, createIndex));
      await postgres.close();
    }
    return together(parts);
  });
};

/** Over 100,000 items, the index in a file beside the one in memory and what else ends in reasonable time. Takes ten minutes. */
export const measureLarge: Measure = async () => {
  const questions = readJudgements(join('test', 'relevance', 'dev.json')).map(({ query }) => query);
  const tokenise = createTokenise(await loadDictionary());
  const catalog = grownCatalog(realCatalog(), large.items);
  const createIndex = indexInFile(catalog);
  const [file, fileMade] = await ready(large.label, inFile, () => createSearch(catalog, tokenise, createIndex));
  const [, fileOpened] = await ready(large.label, `${inFile}, again`, () =>
    createSearch(catalog, tokenise, createIndex),
  );
  const [memory, memoryMade] = await ready(large.label, `${inMemory}, index in memory`, () =>
    createSearch(catalog, tokenise),
  );
  const taken = await race(
    [file, memory, substringScan(catalog), fts5Words(catalog, tokenise)],
    questions,
    large.rounds,
  );
  return together([speeds(taken, large.label, null), { ratios: [], figures: [fileMade, fileOpened, memoryMade] }]);
};
