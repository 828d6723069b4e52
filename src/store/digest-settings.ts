import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type DigestSettings, digestSettingsSchema } from '../notice/digest/digest.ts';
import { fromJson, toJson } from './json.ts';
import type { Table } from './save.ts';
import type { Schema } from './schema.ts';

/** The settings in force; null before any coordinator has set the digest up. */
export async function readDigestSettings(db: Kysely<Schema>): Promise<DigestSettings | null> {
  const row = await db.selectFrom('digest_settings').selectAll().executeTakeFirst();
  if (!row) return null;
  const { channels, automatic, since, version } = row;
  return digestSettingsSchema.parse({
    channels: fromJson(z.json(), channels),
    automatic: automatic === 1,
    since,
    version,
  });
}

/** How the settings of the digest are stored: there is one row of them. */
export const digestSettingsTable: Table<DigestSettings> = {
  schema: digestSettingsSchema,
  subject: () => ({ round: null, section: null, rosterEntry: null }),
  read: (db) => readDigestSettings(db),
  write: async (db, { channels, automatic, since, version }) => {
    const row = { id: 1, channels: toJson(channels), automatic: automatic ? 1 : 0, since, version };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('digest_settings')
      .values(row)
      .onConflict((known) =>
        known
          .column('id')
          .doUpdateSet(row)
          .where('digest_settings.version', '=', version - 1),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },
};
