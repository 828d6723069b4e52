import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHealth } from '../../src/store/health.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { isUnavailable, Unreached } from '../../src/store/unavailable.ts';
import { createGate } from '../support/gate.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';

let directory: string;
let server: PostgresServer;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plan-health-'));
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('the health of a database', () => {
  const away = new Unreached('nobody there');
  let tried: string[];
  let heard: unknown[];
  let trouble: unknown;
  const attempt = (what: string) => async () => {
    tried.push(what);
    if (trouble) throw trouble;
  };
  const health = (touch: () => Promise<unknown> = attempt('touch')) =>
    createHealth({ touch, write: attempt('write'), patience: 50, onChange: (fault) => heard.push(fault) });
  beforeEach(() => {
    [tried, heard, trouble] = [[], [], null];
  });

  test('is good until somebody meets something else', () => {
    const one = health();
    expect(one.isWell()).toBe(true);
    one.hear(away);
    one.hear(away);
    expect({ well: one.isWell(), heard }).toEqual({ well: false, heard: [away] });
  });

  test('is not touched by what is wrong with a question', () => {
    const one = health();
    one.hear(new TypeError('a boolean cannot be stored'));
    expect(one.isWell()).toBe(true);
  });

  test('is looked after lightly while it is good, and with a real write before it is so again', async () => {
    const one = health();
    await one.check();
    one.hear(away);
    trouble = away;
    expect(await one.check()).toBe(false);
    trouble = null;
    expect(await one.check()).toBe(true);
    expect({ tried, heard }).toEqual({ tried: ['touch', 'write', 'write'], heard: [away, null] });
  });

  test('is bad when no answer comes in time, and is not asked twice at once', async () => {
    const gate = createGate();
    const one = health(async () => {
      tried.push('touch');
      await gate.opened;
    });
    expect([await one.check(), await one.check()]).toEqual([false, false]);
    expect(tried).toEqual(['touch']);
    gate.open();
    expect(await one.check()).toBe(true);
  });

  test('is bad where others met a fault while it was looked at', async () => {
    const gate = createGate();
    const one = health(() => gate.opened);
    const looking = one.check();
    one.hear(away);
    gate.open();
    expect(await looking).toBe(false);
  });
});

describe('SQLite', () => {
  test('that may not write is unavailable; what breaks a rule of the tables is not its fault', async () => {
    const heard: unknown[] = [];
    const { db } = openSqlite(join(directory, 'read-only.db'), (error) => heard.push(error));
    await sql`create table rule (one integer not null)`.execute(db);
    await expect(sql`insert into rule values (null)`.execute(db)).rejects.toThrow('NOT NULL');
    // SQLite obeys as soon as it has read this, and then the rest of it is refused as well.
    await sql`pragma query_only = 1`.execute(db).catch(() => undefined);
    await expect(sql`insert into rule values (1)`.execute(db)).rejects.toThrow('readonly');
    await db.destroy();
    expect([heard.at(0), heard.at(-1)].map(isUnavailable)).toEqual([false, true]);
  });

  test('that is full says so, not that there is nothing to roll back, and goes on when there is room', async () => {
    const { db } = openSqlite(join(directory, 'full.db'), () => undefined);
    await sql`create table filler (text)`.execute(db);
    const fill = () =>
      db.transaction().execute((within) => sql`insert into filler values (${'x'.repeat(100_000)})`.execute(within));
    await sql`pragma max_page_count = 10`.execute(db);
    await expect(fill()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    await sql`pragma max_page_count = 10000`.execute(db);
    await fill();
    await db.destroy();
  });

  test('whose lock others hold lets the program go on while it waits', async () => {
    const file = join(directory, 'locked.db');
    const [mine, theirs] = [openSqlite(file, () => undefined).db, openSqlite(file, () => undefined).db];
    await sql`create table things (name text)`.execute(mine);
    const gate = createGate();
    const holding = theirs.transaction().execute(() => gate.opened);
    const writing = sql`insert into things values ('one')`.execute(mine);
    // Nothing of this would happen in a program that stands still.
    for (let turns = 0; turns < 10; turns += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    gate.open();
    await Promise.all([holding, writing]);
    expect((await sql`select name from things`.execute(theirs)).rows).toEqual([{ name: 'one' }]);
    await Promise.all([mine.destroy(), theirs.destroy()]);
  });
});

describe('PostgreSQL', () => {
  test('that cuts a connection in the middle of a change ends that change, and nothing else', async () => {
    const heard: unknown[] = [];
    const db = openPostgres(await server.empty(), (error) => heard.push(error));
    const change = db.transaction().execute(async (within) => {
      await sql`create table things (name text)`.execute(within);
      await server.execute('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
      // The news comes while nothing is asked.
      while (heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await sql`insert into things values ('one')`.execute(within);
    });
    const error = await change.catch((caught: unknown) => caught);
    expect(isUnavailable(error)).toBe(true);
    expect((await sql`select to_regclass('things') as made`.execute(db)).rows).toEqual([{ made: null }]);
    await db.destroy();
  });

  test('ends the change of a program that stands still in the middle of it, so that others go on', async () => {
    const url = await server.empty();
    const [mine, theirs] = [openPostgres(url, () => undefined), openPostgres(url, () => undefined)];
    await sql`create table things (name text)`.execute(mine);
    await sql`insert into things values ('one')`.execute(mine);
    const [changing, gate] = [createGate(), createGate()];
    const halted = mine.transaction().execute(async (within) => {
      await sql`update things set name = 'mine'`.execute(within);
      changing.open();
      await gate.opened;
      await sql`update things set name = 'late'`.execute(within);
    });
    await changing.opened;
    await sql`update things set name = 'theirs'`.execute(theirs);
    gate.open();
    await expect(halted).rejects.toThrow();
    expect((await sql`select name from things`.execute(theirs)).rows).toEqual([{ name: 'theirs' }]);
    await Promise.all([mine.destroy(), theirs.destroy()]);
  });
});
