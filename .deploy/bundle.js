/**
 * Puts the program into a few files instead of more than a thousand, which take a third of a start to find and read.
 * Without words that is the whole program; `node .deploy/bundle.js ENTRY FOLDER` does the same for another one.
 * They are neither shortened nor mapped: an operator's log names functions, and a comment above each part names its source file.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

const [input = 'src/main.ts', folder = 'dist/program'] = process.argv.slice(2);
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
/** libsql loads the file that was made for this machine; what only the local workspace needs is not everywhere. */
const apart = ['libsql', ...Object.keys(devDependencies)];

/**
 * What would come along and is never used, a fifth of all code: Bolt's four ways for Slack to reach an app, since the bot has its
 * own, with Express and others behind them; OAuth; and what undici has beyond requests and sockets.
 */
const unused = [
  ...['AwsLambda', 'Express', 'HTTP', 'SocketMode'].map((name) => `/@slack/bolt/dist/receivers/${name}Receiver.js`),
  '/@slack/oauth/dist/index.js',
  ...['mock', 'interceptor', 'cache', 'web/eventsource'].map((folder) => `/undici/lib/${folder}/`),
];
const leftOut = new Set();
const leaveOut = {
  name: 'leave-out',
  load(id) {
    const found = unused.find((part) => id.replaceAll('\\', '/').includes(part));
    if (found === undefined) return null;
    leftOut.add(found);
    return 'exports.default = class { constructor() { throw new Error("left out of the bundle"); } };';
  },
};

const { output } = await build({
  input,
  platform: 'node',
  plugins: [leaveOut],
  external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
  output: { chunkFileNames: '[name].js' },
  write: false,
});
// Where a library has moved them, they would come along again unnoticed.
const moved = unused.filter((part) => !leftOut.has(part));
if (moved.length > 0) throw new Error(`there is nothing to leave out: ${moved.join(', ')}`);
const made = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));

// Tells this program, with the libraries it was built with, from any other: what was prepared for one is not for the next.
const version = createHash('sha256').update(readFileSync('package-lock.json'));
for (const [name, code] of made) version.update(`${name}\n${code}\n`);
made.set('version', version.digest('base64'));

mkdirSync(folder, { recursive: true });
// What is there already stays untouched, and the rest is exchanged whole: a bot may be starting from this folder just now.
for (const [name, code] of made) {
  const file = join(folder, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === code) continue;
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
}
for (const name of readdirSync(folder)) if (name.endsWith('.js') && !made.has(name)) rmSync(join(folder, name));
