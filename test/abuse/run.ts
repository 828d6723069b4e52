/** `npm run fuzz`: a hundred thousand inputs into every entry of the bot, and whatever is wrong with what comes of them; a seed repeats them. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Entry, openFuzz, shares } from './fuzz.ts';
import type { Finding } from './watch.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, inputs: { type: 'string', default: '100000' }, only: { type: 'string' } },
});
const seed = Number(values.seed ?? randomInt(2 ** 30));
const inputs = Number(values.inputs);
const found: Finding[] = [];

process.on('unhandledRejection', (error) => {
  found.push({
    rule: 'an unhandled rejection',
    seen: error instanceof Error ? (error.stack ?? '') : String(error),
    input: '',
  });
});
process.on('uncaughtException', (error) => {
  found.push({ rule: 'an uncaught exception', seen: error.stack ?? error.message, input: '' });
});

/** One line an entry, and the first few of each kind of finding. */
function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The first few of each kind. */
function show(findings: readonly Finding[]): void {
  for (const rule of new Set(findings.map((one) => one.rule))) {
    const of = findings.filter((one) => one.rule === rule);
    tell(`  ${rule}: ${of.length}`);
    for (const { seen, input } of of.slice(0, 4)) tell(`    saw   ${seen}\n    input ${input.slice(0, 800)}`);
  }
}

const { fuzz, close } = await openFuzz();
let total = 0;
let shown = 0;
tell(`seed ${seed}`);
for (const entry of Object.keys(shares) as Entry[]) {
  if (values.only !== undefined && values.only !== entry) continue;
  const count = Math.round((inputs * shares[entry]) / 1_000);
  const begun = performance.now();
  const findings = await fuzz[entry](count, seed).catch((error: Error): Finding[] => [
    { rule: 'the fuzzing itself broke off', seen: error.stack ?? error.message, input: '' },
  ]);
  total += count;
  found.push(...findings);
  tell(
    `${entry.padEnd(12)} ${String(count).padStart(7)} inputs ${((performance.now() - begun) / 1_000).toFixed(1).padStart(7)} s   found ${findings.length}`,
  );
  show(found.slice(shown));
  shown = found.length;
}
await close();
show(found.slice(shown));
tell(`\n${total} inputs, ${found.length} findings`);
process.exitCode = found.length === 0 ? 0 : 1;
