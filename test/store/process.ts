import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Moment } from '../../src/report/day.ts';
import type { DatabaseAddress } from '../../src/store/store.ts';

/** Runs a script of this folder, as `npm test` compiled it, on a database, and gives what it printed. */
async function run(script: string, address: DatabaseAddress, ...more: string[]): Promise<string> {
  const place = address.engine === 'sqlite' ? address.file : address.url;
  const file = join(process.cwd(), 'dist', 'test', 'store', script);
  const { stdout } = await promisify(execFile)(process.execPath, [file, address.engine, place, ...more]);
  return stdout;
}

/** Another process that opens the database and saves the first version of the usual round: `saved`, or `changed` where it came second. */
export function saveRoundInProcess(address: DatabaseAddress): Promise<string> {
  return run('save-round.js', address);
}

/** Another process that claims everything that may go at a moment, under its own name; gives the keys in its order. */
export async function claimAllInProcess(address: DatabaseAddress, by: string, now: Moment): Promise<string[]> {
  const said = await run('claim-all.js', address, by, now);
  return said.split('\n').filter((key) => key !== '');
}
