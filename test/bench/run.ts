/**
 * `npm run bench`: how fast the bot is beside what else there is; prints tables and writes dist/bench.json.
 * `-- --only search` is one part (answers, search, start, notices; search-100000 only by its name), `--short` a few seconds each; `--readme` writes the README's tables;
 * `--guard` fails where a ratio is three times worse than the README's.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure as measureAnswers } from './answers/measure.ts';
import { measure as measureNotices } from './notices/measure.ts';
import type { Effort, Measure, Measured } from './part.ts';
import { measureLarge, measure as measureSearch } from './search/measure.ts';
import { measure as measureStart } from './start/measure.ts';
import { publishedIn, tableOf, timesWorse, withTables } from './table.ts';

const parts = {
  answers: { title: 'Answers over signed HTTP', measure: measureAnswers },
  search: { title: 'Search', measure: measureSearch },
  'search-100000': { title: 'Search over 100,000 items', measure: measureLarge },
  start: { title: 'Start and memory', measure: measureStart },
  notices: { title: 'Notices', measure: measureNotices },
} as const satisfies Record<string, { title: string; measure: Measure }>;
/** Not among the others: it takes ten minutes, and memory. */
const large = 'search-100000';
const names = Object.keys(parts) as (keyof typeof parts)[];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    guard: { type: 'boolean', default: false },
  },
});
const effort: Effort = values.short || values.guard ? 'short' : 'full';
/** How many times worse than published is no longer the machine's mood. */
const tooMuch = 3;
/** A busy machine may spoil one measurement; what is slow is slow each time. */
const attempts = 3;
const chosen = names.filter((name) => (values.only === undefined ? name !== large : values.only === name));

function worseThanPublished({ ratios }: Measured, published: ReadonlyMap<string, number>): string[] {
  return ratios.flatMap((ratio) => {
    const before = published.get(ratio.name);
    const times = before === undefined ? 0 : timesWorse(ratio, before);
    return times > tooMuch ? [`${ratio.name}: ${times.toFixed(1)} times worse than the README says`] : [];
  });
}

async function guard(name: keyof typeof parts, published: ReadonlyMap<string, number>): Promise<string[]> {
  let worse: string[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    worse = worseThanPublished(await parts[name].measure(effort), published);
    if (worse.length === 0) break;
  }
  process.stdout.write(`${name}: ${worse.length === 0 ? 'as published, or better' : worse.join('; ')}\n`);
  return worse;
}

async function measureAll(): Promise<void> {
  const measured: Partial<Record<keyof typeof parts, Measured>> = {};
  const tables: string[] = [];
  for (const name of chosen) {
    const result = await parts[name].measure(effort);
    measured[name] = result;
    const table = tableOf(parts[name].title, result);
    tables.push(table);
    process.stdout.write(`${table}\n\n`);
  }
  writeFileSync(join('dist', 'bench.json'), `${JSON.stringify(measured, null, 2)}\n`);
  if (values.readme) writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8'), tables.join('\n\n')));
}

if (values.guard) {
  const published = publishedIn(readFileSync('README.md', 'utf8'));
  for (const name of chosen) if ((await guard(name, published)).length > 0) process.exitCode = 1;
} else await measureAll();
