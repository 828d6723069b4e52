import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mainFile } from '../support/compiled.ts';
import { reporter } from '../support/reporter.ts';
import { enterRoster, formOf, handIn, openRound } from '../support/reporting.ts';
import { digital, roundId } from '../support/rounds.ts';
import { openProcessWorkspace } from './workspace.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plan-drill-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What an operator types, with the settings of the bot. */
async function operator(command: 'backup' | 'restore', copy: string, file: string): Promise<void> {
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: `file:${file}` };
  await promisify(execFile)(process.execPath, [mainFile, command, copy], { cwd: directory, env });
}

test('a database that is lost comes back from its backup, and the bot goes on with it', async () => {
  const file = join(directory, 'data', 'keikaku-navi.db');
  const copy = join(directory, 'copies', 'monday.db');
  const before = await openProcessWorkspace({ engine: 'sqlite', file });
  const staff = await reporter(before, 'staff');
  await enterRoster(before, { head: await reporter(before, 'head'), staff: [staff] });
  await openRound(before, 'kept');
  await handIn(staff, await formOf(staff, 'kept'));
  await operator('backup', copy, file);
  await openRound(before, 'too-late-for-it');
  expect(await before.close()).toBe(0);

  for (const name of readdirSync(join(directory, 'data'))) rmSync(join(directory, 'data', name));
  await operator('restore', copy, file);

  const after = await openProcessWorkspace({ engine: 'sqlite', file });
  expect((await after.store.rounds()).map(({ id }) => id)).toEqual([roundId('kept')]);
  expect(await after.store.report(roundId('kept'), digital)).toMatchObject({ state: 'submitted', version: 1 });
  await after.says('ready\n');
  expect(await after.close()).toBe(0);
}, 60_000);
