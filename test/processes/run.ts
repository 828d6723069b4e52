/** `npm run process-test`: five hundred random runs in which processes at the same work are killed, stopped and resumed; a seed repeats the plans. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { processRuns } from './runs.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string' },
    lanes: { type: 'string', default: '3' },
  },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
const started = performance.now();
const told = (figures: object): object => ({
  seed,
  seconds: Math.round((performance.now() - started) / 1_000),
  ...figures,
});

// Nothing of it must stay, however it is ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const figures = await processRuns({
  ...{ runs: Number(values.runs), seed, lanes: Number(values.lanes) },
  // It takes half an hour; whoever ends it before knows how it stood.
  onRun: (so, odd) => {
    for (const what of odd) process.stderr.write(`${what}\n`);
    if (so.runs % 10 === 0) process.stderr.write(`${JSON.stringify(told(so))}\n`);
  },
});
process.stdout.write(`${JSON.stringify(told(figures), null, 2)}\n`);
process.exitCode = figures.lost + figures.twice + figures.misrecorded + figures.unfinished === 0 ? 0 : 1;
