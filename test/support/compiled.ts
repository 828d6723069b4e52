import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The program as it is started: `node dist/program/main.js`. Before the tests it is compiled, once. */
export const mainFile = join(process.cwd(), 'dist', 'program', 'main.js');

const packageSchema = z.object({ scripts: z.object({ start: z.string() }) });

/** What `npm start` gives to Node when it has built everything. */
export const startWords: readonly string[] = packageSchema
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
  .scripts.start.replace(/^.*&& node /u, '')
  .split(' ')
  .map((word) => (word.endsWith('/main.js') ? mainFile : word));
