import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Insertable, sql } from 'kysely';
import { keyOf, type Notice } from '../../../src/notice/notice.ts';
import { addSeconds, day } from '../../../src/report/day.ts';
import { toOutboxRow } from '../../../src/store/outbox-rows.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { type DatabaseAddress, openStore, type Store } from '../../../src/store/store.ts';
import { escalation } from '../../support/notices.ts';
import { user } from '../../support/rounds.ts';
import { remindedAt } from './standing.ts';

/** How many notices wait in an outbox, and how many it has sent before. */
export interface Load {
  waiting: number;
  sent: number;
}

const unexpected = (error: unknown): void => {
  throw error;
};

export const newDatabaseFile = (): string => join(mkdtempSync(join(tmpdir(), 'keikaku-navi-bench-')), 'bench.db');

const shown = JSON.stringify(escalation());

function sentRow(index: number): Insertable<Schema['outbox']> {
  const at = addSeconds(remindedAt, -86_400 - index);
  const notice: Notice = { kind: 'reminder', to: user(`US${index % 10_000}`), on: day('2026-05-15') };
  return {
    ...toOutboxRow({ notice, notBefore: at, inThreadOf: null }),
    key: `${keyOf(notice)}/${index}`,
    state: 'sent',
    attempts: 1,
    channel: 'D1',
    ts: '1778803200.000100',
    settled_at: at,
    shown,
    finished: 1,
  };
}

function waitingRow(index: number): Insertable<Schema['outbox']> {
  const notice: Notice = { kind: 'reminder', to: user(`UW${index}`), on: day('2026-05-22') };
  return toOutboxRow({ notice, notBefore: remindedAt, inThreadOf: null });
}

/** Values that one statement takes are limited. */
const batch = 1_000;

async function fill(address: DatabaseAddress, { waiting, sent }: Load): Promise<void> {
  const db =
    address.engine === 'sqlite' ? openSqlite(address.file, unexpected).db : openPostgres(address.url, unexpected);
  await db.transaction().execute(async (within) => {
    for (let index = 0; index < sent + waiting; index += batch) {
      const length = Math.min(batch, sent + waiting - index);
      const rows = Array.from({ length }, (_, at) =>
        index + at < sent ? sentRow(index + at) : waitingRow(index + at - sent),
      );
      await within.insertInto('outbox').values(rows).execute();
    }
  });
  // As its autovacuum does within a minute.
  if (address.engine === 'postgres') await sql`analyze outbox`.execute(db);
  await db.destroy();
}

/** A store whose outbox has sent so many notices, and holds so many that may go. */
export async function storeWith(address: DatabaseAddress, load: Load): Promise<Store> {
  await (await openStore(address, unexpected)).close();
  await fill(address, load);
  return openStore(address, unexpected);
}
