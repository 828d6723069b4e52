import { type Kysely, sql } from 'kysely';
import { forbid } from '../append-only.ts';
import { columnTypes, type Engine } from '../engine.ts';

/** Outbox, what the ladder told, absences, snoozes, hand-overs, requests to be left out, digests; and days of grace for rounds. */
export async function notices(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, integer, day, time } = columnTypes[engine];
  const ending = engine === 'sqlite' ? sql`strict` : sql``;
  const create = (name: string) => db.schema.createTable(name).modifyEnd(ending);

  await db.schema
    .alterTable('rounds')
    .addColumn('grace', integer, (column) => column.notNull().defaultTo(0))
    .execute();

  await create('outbox')
    .addColumn('sequence', integer, (column) =>
      engine === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('key', text, (column) => column.notNull().unique())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('recipient', text, (column) => column.notNull())
    .addColumn('notice', text, (column) => column.notNull())
    .addColumn('not_before', time, (column) => column.notNull())
    .addColumn('in_thread_of', text)
    .addColumn('state', text, (column) =>
      column.notNull().check(sql`state in ('waiting', 'held', 'sent', 'dropped', 'failed')`),
    )
    .addColumn('attempts', integer, (column) => column.notNull())
    .addColumn('unclear_since', time)
    .addColumn('trouble', text)
    .addColumn('channel', text)
    .addColumn('ts', text)
    .addColumn('settled_at', time)
    .addColumn('shown', text, (column) => column.notNull())
    .addColumn('finished', integer, (column) => column.notNull().check(sql`finished in (0, 1)`))
    .addColumn('lease_owner', text)
    .addColumn('lease_until', time)
    .addCheckConstraint('outbox_place', sql`(channel is not null and ts is not null) = (state = 'sent')`)
    .addCheckConstraint('outbox_lease', sql`(lease_owner is null) = (lease_until is null)`)
    .execute();
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(name).on('outbox').columns(columns).execute();
  await index('outbox_by_turn', ['state', 'not_before', 'sequence']);
  await index('outbox_by_end', ['state', 'settled_at']);
  await index('outbox_unfinished', ['finished', 'state', 'sequence']);
  await index('outbox_by_lease', ['lease_until']);
  await index('outbox_by_recipient', ['recipient', 'sequence']);
  await create('ladder_messages')
    .addColumn('sequence', integer, (column) =>
      engine === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('notice', text, (column) => column.notNull())
    .addColumn('sent_at', time, (column) => column.notNull())
    .addColumn('about', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('ladder_messages_by_time').on('ladder_messages').column('sent_at').execute();
  await create('slack_pause')
    .addColumn('id', integer, (column) => column.primaryKey().notNull().check(sql`id = 1`))
    .addColumn('paused_until', time)
    .execute();
  await sql`insert into slack_pause (id) values (1)`.execute(db);

  await create('absences')
    .addColumn('user_id', text, (column) => column.primaryKey().notNull())
    .addColumn('starts_on', day, (column) => column.notNull())
    .addColumn('ends_on', day)
    .addColumn('stand_in', text)
    .addColumn('version', integer, (column) => column.notNull())
    .execute();
  await create('snoozes')
    .addColumn('recipient', text, (column) => column.primaryKey().notNull())
    .addColumn('snoozed_until', time, (column) => column.notNull())
    .execute();

  await create('handovers')
    .addColumn('round', text, (column) => column.notNull().references('rounds.id'))
    .addColumn('section', text, (column) => column.notNull())
    .addColumn('from_user', text, (column) => column.notNull())
    .addColumn('to_user', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('handovers_key', ['round', 'section', 'from_user'])
    .execute();
  await create('exclusion_requests')
    .addColumn('round', text, (column) => column.notNull().references('rounds.id'))
    .addColumn('section', text, (column) => column.notNull())
    .addColumn('requested_by', text, (column) => column.notNull())
    .addColumn('requested_at', time, (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('declined', text)
    .addColumn('version', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('exclusion_requests_key', ['round', 'section'])
    .execute();

  await create('digests')
    .addColumn('week', day, (column) => column.primaryKey().notNull())
    .addColumn('state', text, (column) => column.notNull().check(sql`state in ('planned', 'skipped', 'issued')`))
    .addColumn('note', text)
    .addColumn('facts', text)
    .addColumn('issued_at', time)
    .addColumn('version', integer, (column) => column.notNull())
    .execute();
  await create('digest_settings')
    .addColumn('id', integer, (column) => column.primaryKey().notNull().check(sql`id = 1`))
    .addColumn('channels', text, (column) => column.notNull())
    .addColumn('automatic', integer, (column) => column.notNull().check(sql`automatic in (0, 1)`))
    .addColumn('since', time)
    .addColumn('version', integer, (column) => column.notNull())
    .execute();

  for (const table of ['outbox', 'handovers', 'exclusion_requests', 'digests']) {
    await forbid(db, engine, table, ['delete']);
  }
  await forbid(db, engine, 'ladder_messages', ['update', 'delete']);
}
