/**
 * Puts the program into a few files instead of more than a thousand, which take a third of a start to find and read.
 * Without words that is the whole program; `node bundle.js ENTRY FOLDER` does the same for another one.
 * They are neither shortened nor mapped: an operator's log names functions, and `#region` names the source file above each.
 */
import { readFileSync } from 'node:fs';
import { build } from 'rolldown';

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [input = 'src/main.ts', dir = 'dist/program'] = process.argv.slice(2);
/** libsql loads the file that was made for this machine; what only the local workspace needs is not everywhere. */
const apart = ['libsql', ...Object.keys(devDependencies)];

await build({
  input,
  platform: 'node',
  external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
  output: { dir, chunkFileNames: '[name].js', cleanDir: true },
});
