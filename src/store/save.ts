import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import type { Deed, Subject } from '../report/ledger.ts';
import type { Saved } from '../report/store.ts';
import { storable } from './json.ts';
import { append } from './ledger.ts';
import type { Schema } from './schema.ts';

/** How one kind of noun with a version lives in its tables. */
export interface Table<T> {
  schema: z.ZodType<T>;
  subject: (noun: T) => Subject;
  read: (db: Kysely<Schema>, noun: T) => Promise<T | null>;
  /** Adds what is new (version 1), or changes what is stored with the version before; false where it is not there so. */
  write: (db: Transaction<Schema>, noun: T) => Promise<boolean>;
}

/** One change: written with the next version and its row in the ledger, or, where somebody else was first, not at all. */
export async function save<T extends { version: number }>(
  transaction: Transaction<Schema>,
  { schema, subject, read, write }: Table<T>,
  given: T,
  deed: Deed,
): Promise<Saved<T>> {
  const next = storable(schema, { ...given, version: given.version + 1 });
  const before = await read(transaction, next);
  const isFirst = (before?.version ?? 0) === given.version && (await write(transaction, next));
  const stored = await read(transaction, next);
  if (!isFirst || !stored) return { ok: false, code: 'changed', current: stored };
  await append(transaction, { deed, subject: subject(next), before, after: stored });
  return { ok: true, value: stored };
}
