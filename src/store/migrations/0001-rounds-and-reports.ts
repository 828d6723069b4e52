import { type Kysely, sql } from 'kysely';
import { forbid } from '../append-only.ts';
import { columnTypes, type Engine } from '../engine.ts';

/** Rounds, reports, roster and ledger. */
export async function roundsAndReports(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, integer, figure, day, time } = columnTypes[engine];
  const ending = engine === 'sqlite' ? sql`strict` : sql``;
  const create = (name: string) => db.schema.createTable(name).modifyEnd(ending);

  await create('rounds')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('plan', text, (column) => column.notNull())
    .addColumn('year', integer, (column) => column.notNull())
    .addColumn('kpis', text)
    .addColumn('sections', text)
    .addColumn('opens', day, (column) => column.notNull())
    .addColumn('due', day, (column) => column.notNull())
    .addColumn('ladder', text)
    .addColumn('closed_days', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull().check(sql`state in ('draft', 'open', 'closed')`))
    .addColumn('paused', integer, (column) => column.notNull().check(sql`paused in (0, 1)`))
    .addColumn('version', integer, (column) => column.notNull())
    .execute();
  await create('round_exclusions')
    .addColumn('round', text, (column) => column.notNull().references('rounds.id'))
    .addColumn('position', integer, (column) => column.notNull())
    .addColumn('kpi', text)
    .addColumn('section', text)
    .addColumn('reason', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('round_exclusions_key', ['round', 'position'])
    .execute();

  await create('reports')
    .addColumn('round', text, (column) => column.notNull().references('rounds.id'))
    .addColumn('section', text, (column) => column.notNull())
    .addColumn('state', text, (column) =>
      column.notNull().check(sql`state in ('open', 'submitted', 'confirmed', 'accepted', 'returned')`),
    )
    .addColumn('received_via', text)
    .addColumn('submitted', text)
    .addColumn('confirmed', text)
    .addColumn('accepted', text)
    .addColumn('returned', text)
    .addColumn('approval', text)
    .addColumn('version', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('reports_key', ['round', 'section'])
    .execute();
  await create('report_lines')
    .addColumn('round', text, (column) => column.notNull())
    .addColumn('section', text, (column) => column.notNull())
    .addColumn('kpi', text, (column) => column.notNull())
    .addColumn('position', integer, (column) => column.notNull())
    .addColumn('value', figure)
    .addColumn('not_measured', text)
    .addColumn('measured_on', day)
    .addColumn('mark', text)
    .addColumn('note', text)
    .addPrimaryKeyConstraint('report_lines_key', ['round', 'section', 'kpi'])
    .addForeignKeyConstraint('report_lines_report', ['round', 'section'], 'reports', ['round', 'section'])
    .addCheckConstraint('report_lines_one', sql`(value is null) <> (not_measured is null)`)
    .execute();
  await db.schema.createIndex('report_lines_by_kpi').on('report_lines').column('kpi').execute();
  await create('report_versions')
    .addColumn('round', text, (column) => column.notNull())
    .addColumn('section', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('report', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('report_versions_key', ['round', 'section', 'version'])
    .addForeignKeyConstraint('report_versions_report', ['round', 'section'], 'reports', ['round', 'section'])
    .execute();
  await create('drafts')
    .addColumn('round', text, (column) => column.notNull().references('rounds.id'))
    .addColumn('section', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('based_on', integer, (column) => column.notNull())
    .addColumn('lines', text, (column) => column.notNull())
    .addColumn('saved_at', time, (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['round', 'section', 'user_id'])
    .execute();

  await create('roster_entries')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('section', text, (column) => column.notNull())
    .addColumn('post', text, (column) => column.notNull())
    .addColumn('head', text)
    .addColumn('deputies', text, (column) => column.notNull())
    .addColumn('staff', text, (column) => column.notNull())
    .addColumn('channel', text)
    .addColumn('starts_on', day, (column) => column.notNull())
    .addColumn('ends_on', day)
    .addColumn('confirmed_on', day)
    .addColumn('version', integer, (column) => column.notNull())
    .execute();

  await create('ledger')
    .addColumn('sequence', integer, (column) =>
      // AUTOINCREMENT never gives a number twice, not even after a restored copy has lost its last rows.
      engine === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('at', time, (column) => column.notNull())
    .addColumn('user_id', text)
    .addColumn('name', text)
    .addColumn('post', text)
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('via', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('round', text)
    .addColumn('section', text)
    .addColumn('roster_entry', text)
    .addColumn('before', text, (column) => column.notNull())
    .addColumn('after', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('ledger_by_subject').on('ledger').columns(['round', 'section']).execute();

  await forbid(db, engine, 'ledger', ['update', 'delete']);
  await forbid(db, engine, 'report_versions', ['update', 'delete']);
  for (const table of ['rounds', 'reports', 'roster_entries']) await forbid(db, engine, table, ['delete']);
}
