import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The program as it is started: `node dist/src/main.js`. */
export const mainFile = join(process.cwd(), 'dist', 'src', 'main.js');

/** Brings dist/ up to date, from a clean clone too. Types are checked elsewhere; here they only cost time. */
export async function compile(): Promise<void> {
  const compiler = join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noCheck', '--incremental', 'false', '--tsBuildInfoFile', 'null'];
  await run(process.execPath, [compiler, ...options]);
}
