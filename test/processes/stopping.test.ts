import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProcessWorkspace } from './workspace.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plan-stopping-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('a process that is told to stop still gives the answer that it is looking for, takes no other, and ends well', async () => {
  const workspace = await openProcessWorkspace({ engine: 'sqlite', file: join(directory, 'stopping.db') });
  const staff = await workspace.person('staff');
  workspace.recorder.failNext({ method: 'users.info', silence: 'hang' });
  const answer = staff.plan('4-2-1');
  await workspace.recorder.next('users.info');
  const ended = workspace.close();
  const late = await answer.then(() => staff.plan('4-2-1').catch(() => 'refused'));
  expect([(await answer).text, late, await ended]).toEqual([expect.stringMatching(/^「電子申請の推進/u), 'refused', 0]);
}, 30_000);
