/** `npm run crash-test`: two hundred random runs in which the process that delivers is killed again and again; a seed repeats them. */
import { randomInt } from 'node:crypto';
import { crashRuns } from './crash-runs.ts';

const seed = Number(process.argv[2] ?? randomInt(2 ** 31));
const started = performance.now();
const { lost, duplicates, misrecorded, ...figures } = await crashRuns(200, seed);
const seconds = Math.round((performance.now() - started) / 1_000);
process.stdout.write(`${JSON.stringify({ seed, seconds, ...figures, lost, duplicates, misrecorded }, null, 2)}\n`);
process.exitCode = lost + duplicates + misrecorded === 0 ? 0 : 1;
