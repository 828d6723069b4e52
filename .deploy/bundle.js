/**
 * Puts the program into a few files instead of more than a thousand, which take a third of a start to find and read.
 * Without words that is the whole program; `node .deploy/bundle.js ENTRY FOLDER` does the same for another one.
 * They are neither shortened nor mapped: an operator's log names functions, and `#region` names the source file above each.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

const [input = 'src/main.ts', folder = 'dist/program'] = process.argv.slice(2);
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
/** libsql loads the file that was made for this machine; what only the local workspace needs is not everywhere. */
const apart = ['libsql', ...Object.keys(devDependencies)];

const { output } = await build({
  input,
  platform: 'node',
  external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
  output: { chunkFileNames: '[name].js' },
  write: false,
});
const made = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));

mkdirSync(folder, { recursive: true });
// What is there already stays untouched, and the rest is exchanged whole: a bot may be starting from this folder just now.
for (const [name, code] of made) {
  const file = join(folder, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === code) continue;
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
}
for (const name of readdirSync(folder)) if (name.endsWith('.js') && !made.has(name)) rmSync(join(folder, name));
