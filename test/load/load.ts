/** `npm run load`: people ask, and thousands of notices go out at the same time; then very many people ask. `-- --seconds 5 --requests 1000` is quicker. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { moment } from '../../src/report/day.ts';
import { askMany } from './asking.ts';
import { type BotChild, forkBot } from './bot-child.ts';
import { startQuickSlack } from './quick-slack.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    notices: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '200000' },
    out: { type: 'string', default: join('dist', 'load.json') },
  },
});
const [seconds, notices, requests] = [values.seconds, values.notices, values.requests].map(Number) as [
  number,
  number,
  number,
];
/** People who wait for an answer at the same time. */
const atOnce = 50;
/** A reminder is due on this day, in the middle of office hours. */
const from = moment('2026-05-28T01:00:00Z');
const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'keikaku-navi-load-')), 'load.db');
const mebibytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10;
const slack = await startQuickSlack();

async function stop(bot: BotChild): Promise<void> {
  bot.signal('SIGTERM');
  await bot.ended;
}

/** A long run tells how far it is. */
const tell = (part: string, figures: unknown): void =>
  void process.stderr.write(`${part}: ${JSON.stringify(figures)}\n`);

/** People ask while every member of a large section is reminded. */
async function mixed() {
  const bot = await forkBot({ apiUrl: slack.apiUrl, file: newFile(), from, staff: notices });
  bot.begin();
  const begun = performance.now();
  let allSentAfter: number | null = null;
  const watching = setInterval(() => {
    if (slack.posted() >= notices) allSentAfter ??= Math.round((performance.now() - begun) / 1_000);
  }, 100);
  const answered = await askMany(bot.eventsUrl, atOnce, () => performance.now() - begun < seconds * 1_000);
  const sent = slack.posted();
  const { heap, resident, lag } = await bot.figures();
  clearInterval(watching);
  tell('mixed', { answered, sent, lag });
  await stop(bot);
  return {
    answered,
    notices: { due: notices, sent, allSentAfter },
    lag,
    heap: mebibytes(heap),
    resident: mebibytes(resident),
  };
}

/** The heap after a collection, before and after very many requests, and in between. */
async function memory() {
  const bot = await forkBot({ apiUrl: slack.apiUrl, file: newFile(), from, staff: 0 });
  const heaps: number[] = [];
  const parts = 4;
  let errors = 0;
  // What is made once, and kept, is made by the first.
  for (const share of [2_000, ...Array.from({ length: parts }, () => requests / parts)]) {
    errors += (await askMany(bot.eventsUrl, atOnce, (asked) => asked < share)).errors;
    heaps.push(mebibytes((await bot.figures()).heap));
    tell('memory', { share, heaps });
  }
  await stop(bot);
  return { requests, errors, heaps };
}

const figures = { atOnce, mixed: await mixed(), memory: await memory() };
await slack.close();
const json = `${JSON.stringify(figures, null, 2)}\n`;
process.stdout.write(json);
writeFileSync(values.out, json);
const { answered, notices: delivered } = figures.mixed;
const missed = [
  ...(answered.errors + figures.memory.errors > 0 ? ['a request was not answered'] : []),
  ...(answered.p99 < 1_000 ? [] : ['p99 of a second or more']),
  ...(delivered.sent > delivered.due ? ['a notice went twice'] : []),
];
if (missed.length > 0) process.stderr.write(`missed: ${missed.join(', ')}\n`);
process.exitCode = missed.length === 0 ? 0 : 1;
