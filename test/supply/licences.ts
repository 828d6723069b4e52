/** npm run licences: what the bot runs on, by licence, as the lock file pins it. */
import { lockedPackages } from './packages.ts';

const groups = new Map<string, string[]>();
for (const { name, version, licence, development } of lockedPackages()) {
  if (!development) groups.set(licence, [...(groups.get(licence) ?? []), `${name} ${version}`]);
}
for (const [licence, names] of [...groups].toSorted(([, one], [, other]) => other.length - one.length)) {
  process.stdout.write(`${licence} (${names.length})\n${names.map((name) => `  ${name}\n`).join('')}`);
}
