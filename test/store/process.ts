import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DatabaseAddress } from '../../src/store/store.ts';

/** As `npm test` compiled it. */
const script = join(process.cwd(), 'dist', 'test', 'store', 'save-round.js');

/** Another process that opens the database and saves the first version of the usual round: `saved`, or `changed` where it came second. */
export async function saveRoundInProcess(address: DatabaseAddress): Promise<string> {
  const place = address.engine === 'sqlite' ? address.file : address.url;
  const { stdout } = await promisify(execFile)(process.execPath, [script, address.engine, place]);
  return stdout;
}
