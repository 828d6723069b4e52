import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';
import { type DatabaseConnection, type Driver, Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import Libsql from 'libsql';
import { LRUCache } from 'lru-cache';
import type { Schema } from './schema.ts';

/** How long one process waits for another's write before it gives up. */
const busyMilliseconds = 5_000;
/** How often it looks whether the other is done. In between it answers people: SQLite itself would stand still, and the bot with it. */
const lookMilliseconds = 15;

/** libsql ends the whole process when it is given anything else. */
function assertBindable(parameters: readonly unknown[]): void {
  const strange = parameters.find((value) => value !== null && typeof value !== 'string' && typeof value !== 'number');
  if (strange !== undefined) throw new TypeError(`a ${typeof strange} cannot be stored`);
}

/** Of prepared questions, some ten kilobytes each; the bot knows about as many. */
const mostQuestions = 100;

const isBusy = (error: unknown): boolean => error instanceof Libsql.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Waits for its turn to write. Only what has changed nothing meets a lock: a transaction here begins as a writer. */
async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const until = performance.now() + busyMilliseconds;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
      await delay(lookMilliseconds);
    }
  }
}

/** A statement that gives nothing. */
function commanding(go: () => unknown): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    iterate: () => [][Symbol.iterator](),
    run: () => {
      go();
      return { changes: 0, lastInsertRowid: 0 };
    },
  };
}

/**
 * Milliseconds of queries after which everybody else in the process gets a turn: what a file gives is there at once, so that one
 * who asks on and on would never let go.
 */
const longestWithoutTurn = 10;

/** A driver whose connection waits for its turn, and lets others have theirs. */
function patient(driver: Driver): Driver {
  let turned = 0;
  async function giveTurn(): Promise<void> {
    if (performance.now() - turned < longestWithoutTurn) return;
    await turn();
    turned = performance.now();
  }
  return {
    init: () => driver.init(),
    destroy: () => driver.destroy(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection();
      return {
        executeQuery: async (query) => {
          await giveTurn();
          return inTurn(async () => connection.executeQuery(query));
        },
        streamQuery: (query) => connection.streamQuery(query),
      } satisfies DatabaseConnection;
    },
    releaseConnection: (connection) => driver.releaseConnection(connection),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
  };
}

/** A database in a file of this machine. */
export interface SqliteDatabase {
  db: Kysely<Schema>;
  /**
   * Another text after every write, whoever wrote; null where the file cannot tell. Asked without a turn of its own, in a tenth of
   * the time of any reading.
   */
  lastWrite: () => string | null;
}

/** Opens, or makes, the database in a file; every statement that fails is reported. WAL: readers never wait; FULL: what was committed survives a power cut. */
export function openSqlite(file: string, onError: (error: unknown) => void): SqliteDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Libsql(file, { timeout: busyMilliseconds });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Or else INSERT OR REPLACE deletes a row and no trigger hears of it.
  database.pragma('recursive_triggers = ON');
  database.pragma('busy_timeout = 0');
  /** A transaction here always writes. One that begins as a reader cannot become a writer after somebody else wrote. */
  const begin = (): unknown => database.exec('begin immediate');
  const commit = (): unknown => database.exec('commit');
  // A full disk may have ended the transaction; that there is none to roll back is not what went wrong.
  const rollback = (): unknown => database.inTransaction && database.exec('rollback');
  // By `exec`: what is prepared and meets a lock stays open in libsql, and then nothing can be committed any more.
  const inOneGo: Readonly<Record<string, () => unknown>> = { begin, commit, rollback };

  /** Questions are asked again and again, and take twice as long when they are prepared each time. */
  const questions = new LRUCache<string, Libsql.Statement<unknown[]>>({ max: mostQuestions });
  const isQuestion = (sql: string): boolean => sql.startsWith('select ');
  let ownWrites = 0;
  /** A number that SQLite raises for what others wrote, in this process or another (https://sqlite.org/pragma.html#pragma_data_version). */
  let othersWrites: Libsql.Statement<unknown[]> | null = null;
  const prepare = (sql: string): SqliteStatement => {
    if (!isQuestion(sql)) ownWrites += 1;
    const go = inOneGo[sql];
    if (go) return commanding(go);
    const statement = questions.get(sql) ?? database.prepare<unknown[]>(sql);
    if (isQuestion(sql)) questions.set(sql, statement);
    const run = (parameters: readonly unknown[]) => {
      assertBindable(parameters);
      if (database.inTransaction) return statement.run(...parameters);
      begin();
      try {
        const result = statement.run(...parameters);
        commit();
        return result;
      } catch (error) {
        rollback();
        throw error;
      }
    };
    return {
      reader: statement.reader,
      run,
      all: (parameters) => {
        assertBindable(parameters);
        try {
          return statement.all(...parameters);
        } catch (error) {
          // What failed is never asked again, since libsql may have left it open.
          questions.delete(sql);
          throw error;
        }
      },
      iterate: (parameters) => {
        assertBindable(parameters);
        return statement.iterate(...parameters);
      },
    };
  };
  const dialect = new SqliteDialect({ database: { close: () => void database.close(), prepare } });
  const db = new Kysely<Schema>({
    dialect: {
      createDriver: () => patient(dialect.createDriver()),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      // SQLite can, and only so are two processes that migrate at once kept apart; Kysely leaves it off.
      createAdapter: () => Object.defineProperty(dialect.createAdapter(), 'supportsTransactionalDdl', { value: true }),
    },
    log: (event) => {
      if (event.level === 'error') onError(event.error);
    },
  });
  return {
    db,
    lastWrite: () => {
      try {
        // Raw, for libsql adds to a row how long it took.
        othersWrites ??= database.prepare<unknown[]>('pragma data_version').raw();
        return JSON.stringify([ownWrites, othersWrites.get()]);
      } catch {
        othersWrites = null;
        return null;
      }
    },
  };
}
