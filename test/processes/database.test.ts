import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Modal, stateOf } from '../support/modal.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { type Reporter, reporter } from '../support/reporter.ts';
import { enterRoster, formOf, openRound, sound } from '../support/reporting.ts';
import { digital, roundId } from '../support/rounds.ts';
import { openProcessWorkspace, type ProcessWorkspace } from './workspace.ts';

let directory: string;
let server: PostgresServer;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plan-faults-'));
  server = await startPostgres();
}, 90_000);
afterAll(async () => {
  await server?.stop();
  rmSync(directory, { recursive: true, force: true });
});

let workspace: ProcessWorkspace;
let staff: Reporter;
/** Somebody has the form open, and has typed nothing yet. */
let form: Modal;
async function begin(address: Parameters<typeof openProcessWorkspace>[0]): Promise<void> {
  workspace = await openProcessWorkspace(address);
  staff = await reporter(workspace, 'staff');
  await enterRoster(workspace, { head: await reporter(workspace, 'head'), staff: [staff] });
  await openRound(workspace, 'faults');
  form = await formOf(staff, 'faults');
}
afterEach(async () => {
  // It has outlived everything, and still ends in order.
  expect(await workspace.close()).toBe(0);
});

const outage = /保存先に接続できないため、処理できませんでした。.*受付番号 `[0-9a-f]{8}`/u;
const field = Object.keys(sound)[0] ?? '';

/** What people meet while the database cannot be used. */
async function meetOutage(): Promise<void> {
  expect((await staff.person.plan('期限')).text).toMatch(outage);
  expect((await staff.person.plan('4-2-1')).text).toContain('電子申請の推進');
  // Beside a field: the form stays open with what was typed.
  expect(await staff.send(form, sound)).toEqual({ errors: { [field]: expect.stringMatching(outage) }, modal: null });
}

/** The same form, sent again from where it stood. */
async function handInAfterwards(): Promise<void> {
  const { modal: check } = await staff.send(form, sound);
  if (!check) throw new Error('the check page follows');
  await staff.send(check);
  expect(await workspace.store.report(roundId('faults'), digital)).toMatchObject({ state: 'submitted', version: 1 });
}

describe('PostgreSQL', () => {
  test('that is restarted costs nobody anything but a while', async () => {
    await begin({ engine: 'postgres', url: await server.empty() });
    await workspace.says('ready\n');
    await server.shutDown();
    await workspace.says('database\n');
    await meetOutage();
    await server.startUp();
    await workspace.says('ready\n');
    await handInAfterwards();
  }, 60_000);

  test('that is away while somebody closes the form stores what was typed when it is back', async () => {
    await begin({ engine: 'postgres', url: await server.empty() });
    await workspace.says('ready\n');
    await server.shutDown();
    await workspace.says('database\n');
    await staff.close(form, { ...sound, [field]: '356' });
    expect(await staff.told(/下書き/u)).toContain('つながりしだい保存します');
    await staff.close(form, sound);
    await staff.told(/下書き/u);
    await server.startUp();
    await workspace.says('ready\n');
    const draft = () => workspace.store.draft(roundId('faults'), digital, staff.user);
    await expect.poll(draft, { timeout: 20_000 }).toMatchObject({ lines: [{ value: '357' }, { value: '４８０箇所' }] });
    form = await formOf(staff, 'faults', '続きから');
    expect(stateOf(form, {}).values[field]).toMatchObject({ 'report-field': { value: '357' } });
    await handInAfterwards();
  }, 60_000);

  test('that cuts every connection is connected to again', async () => {
    await begin({ engine: 'postgres', url: await server.empty() });
    for (let times = 0; times < 20; times += 1) {
      const asked = staff.person.plan('期限');
      await server.execute('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
      await asked;
    }
    await workspace.says('ready\n');
    await handInAfterwards();
  }, 60_000);
});

describe('a file of SQLite', () => {
  const file = (name: string) => ({ engine: 'sqlite' as const, file: join(directory, name, 'keikaku-navi.db') });

  test('that another program keeps to itself is waited for, and the plans are answered meanwhile', async () => {
    const address = file('locked');
    await begin(address);
    await workspace.says('ready\n');
    const other = new Libsql(address.file);
    other.exec('begin immediate');
    await workspace.says('database\n');
    expect((await staff.person.plan('4-2-1')).text).toContain('電子申請の推進');
    expect(await staff.send(form, sound)).toEqual({ errors: { [field]: expect.stringMatching(outage) }, modal: null });
    other.exec('rollback');
    other.close();
    await workspace.says('ready\n');
    await handInAfterwards();
  }, 60_000);

  test('on a disk that is full takes nothing more, until there is room', async () => {
    await begin(file('full'));
    await workspace.says('ready\n');
    await workspace.bot.limitFiles(1);
    expect(await staff.send(form, sound)).toEqual({ errors: { [field]: expect.stringMatching(outage) }, modal: null });
    await workspace.says('database\n');
    expect((await staff.person.plan('4-2-1')).text).toContain('電子申請の推進');
    await workspace.bot.limitFiles(null);
    await workspace.says('ready\n');
    await handInAfterwards();
  }, 60_000);
});
