/** test/relevance: how well the search answers judged queries, beside plain baselines. Prints a table; fails below the floor. */
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { readJudgements } from './judgements.ts';
import { mean, type Score, score, summarise } from './score.ts';
import { bigramsOnly, defaultTokenizer, plan, type System, substringScan } from './systems.ts';

/** What every delivery must reach: more on the queries the search was built with than on those it had not seen. */
const floors = { built: { ndcg: 0.9, mrr: 0.95, negatives: 1 }, unseen: { ndcg: 0.85, mrr: 0.9, negatives: 1 } };
const worstShown = 5;

const { values, positionals } = parseArgs({ options: { floor: { type: 'boolean' } }, allowPositionals: true });
const file = positionals[0] ?? join('test', 'relevance', 'dev.json');
const floor = basename(file) === 'dev.json' ? floors.built : floors.unseen;
const judgements = readJudgements(file);
const catalog = realCatalog();
const measures = new Set<string>(catalog.items.filter(({ kind }) => kind === 'measure').map(({ id }) => id));

async function run({ find }: System): Promise<Score[]> {
  return Promise.all(
    judgements.map(async (judgement) =>
      score(
        judgement,
        (await find(judgement.query)).filter((id) => measures.has(id)),
      ),
    ),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const systems = [plan(await realAsk(catalog)), substringScan(catalog), defaultTokenizer(catalog), bigramsOnly(catalog)];
const results = await Promise.all(systems.map(async (system) => ({ system, scores: await run(system) })));

print(`${file}: ${judgements.length} queries\n`);
print('nDCG@10   MRR  negatives  system');
for (const { system, scores } of results) {
  const { ndcg, mrr, negatives } = summarise(scores);
  print(`  ${ndcg.toFixed(3)} ${mrr.toFixed(3)}      ${negatives.toFixed(2)}  ${system.name}`);
}
const own = results[0]?.scores ?? [];
print('\nby kind: nDCG@10 and number of queries');
for (const kind of new Set(judgements.map((judgement) => judgement.kind))) {
  const row = results.map(({ scores }) => {
    const ofKind = scores.filter(({ judgement }) => judgement.kind === kind);
    return mean(ofKind.map(({ ndcg }) => ndcg)).toFixed(2);
  });
  const count = judgements.filter((judgement) => judgement.kind === kind).length;
  print(`  ${row.join('  ')}  ${kind} (${count})`);
}
print(`\nworst queries`);
for (const { judgement, ndcg, shown } of own.toSorted((one, other) => one.ndcg - other.ndcg).slice(0, worstShown)) {
  print(
    `  ${ndcg.toFixed(2)} ${judgement.id} ${judgement.kind} «${judgement.query}»  ${shown.slice(0, 4).join(' ') || '該当なし'}`,
  );
}
const reached = summarise(own);
if (values.floor && (reached.ndcg < floor.ndcg || reached.mrr < floor.mrr || reached.negatives < floor.negatives)) {
  print(`\nbelow the floor of nDCG@10 ${floor.ndcg}, MRR ${floor.mrr}, negatives ${floor.negatives}`);
  process.exitCode = 1;
}
