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
const { lost, twice, misrecorded, ...figures } = await processRuns({
  ...{ runs: Number(values.runs), seed, lanes: Number(values.lanes) },
  onRun: (so) => {
    if (so.runs % 25 === 0) process.stderr.write(`${so.runs} runs: ${so.lost} lost, ${so.twice} twice\n`);
  },
});
const seconds = Math.round((performance.now() - started) / 1_000);
process.stdout.write(`${JSON.stringify({ seed, seconds, ...figures, lost, twice, misrecorded }, null, 2)}\n`);
process.exitCode = lost + twice + misrecorded === 0 ? 0 : 1;
