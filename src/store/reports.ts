import type { Kysely, Selectable, Transaction } from 'kysely';
import { newsOf } from '../notice/news.ts';
import type { SectionId } from '../plan/section.ts';
import type { Deed } from '../report/ledger.ts';
import { type Report, reportSchema } from '../report/report.ts';
import type { ReportNews } from '../report/report-notices.ts';
import type { RoundId } from '../report/round.ts';
import type { SavedReport } from '../report/store.ts';
import { fromJson, toJson } from './json.ts';
import { place } from './outbox.ts';
import { type LineRow, toLineRow, toReport, toReportRow } from './report-rows.ts';
import { save, type Table } from './save.ts';
import type { Schema } from './schema.ts';

/** The reports of a round, or of one section in it; with their lines in one statement, so that both are of the same moment. */
export async function readReports(db: Kysely<Schema>, round: RoundId, section: SectionId | null): Promise<Report[]> {
  let query = db
    .selectFrom('reports')
    .leftJoin('report_lines as line', (join) =>
      join.onRef('line.round', '=', 'reports.round').onRef('line.section', '=', 'reports.section'),
    )
    .selectAll('reports')
    .select(['kpi', 'value', 'not_measured', 'measured_on', 'mark', 'note'])
    .where('reports.round', '=', round);
  if (section !== null) query = query.where('reports.section', '=', section);
  const rows = await query.orderBy('reports.section').orderBy('line.position').execute();
  const found = new Map<string, { report: Selectable<Schema['reports']>; lines: LineRow[] }>();
  for (const { kpi, value, not_measured, measured_on, mark, note, ...report } of rows) {
    const lines = found.get(report.section)?.lines ?? [];
    if (kpi !== null) lines.push({ kpi, value, not_measured, measured_on, mark, note });
    found.set(report.section, { report, lines });
  }
  return [...found.values()].map(({ report, lines }) => toReport(report, lines));
}

export async function readReport(db: Kysely<Schema>, round: RoundId, section: SectionId): Promise<Report | null> {
  const [report] = await readReports(db, round, section);
  return report ?? null;
}

/** Every version a report ever had, oldest first. */
export async function readVersions(db: Kysely<Schema>, round: RoundId, section: SectionId): Promise<Report[]> {
  const rows = await db
    .selectFrom('report_versions')
    .select('report')
    .where('round', '=', round)
    .where('section', '=', section)
    .orderBy('version')
    .execute();
  return rows.map(({ report }) => fromJson(reportSchema, report));
}

/**
 * Holds the round as it is until the transaction ends, so that it cannot close between a look at it and the write;
 * false where it is not open. Both engines lock a row that is updated, even to what it was.
 */
async function holdOpen(db: Transaction<Schema>, round: RoundId): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rounds')
    .set((row) => ({ version: row.ref('version') }))
    .where('id', '=', round)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** How a report is stored: the current one in rows that can be searched, and every version whole. */
const reportTable: Table<Report> = {
  schema: reportSchema,
  subject: ({ round, section }) => ({ round, section, rosterEntry: null }),
  read: (db, { round, section }) => readReport(db, round, section),
  write: async (db, report) => {
    const row = toReportRow(report);
    const { round, section, version } = report;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('reports')
      .values(row)
      .onConflict((known) =>
        known
          .columns(['round', 'section'])
          .doUpdateSet(row)
          .where('reports.version', '=', version - 1),
      )
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    await db.deleteFrom('report_lines').where('round', '=', round).where('section', '=', section).execute();
    const lines = report.lines.map((line, position) => ({ round, section, position, ...toLineRow(line) }));
    if (lines.length > 0) await db.insertInto('report_lines').values(lines).execute();
    await db
      .insertInto('report_versions')
      .values({ round, section, version, report: toJson(report) })
      .execute();
    return true;
  },
};

/** One change of a report, while its round is open, and the news of it. */
export async function saveReport(
  db: Transaction<Schema>,
  report: Report,
  deed: Deed,
  news: readonly ReportNews[],
): Promise<SavedReport> {
  if (!(await holdOpen(db, report.round))) return { ok: false, code: 'round-not-open' };
  const saved = await save(db, reportTable, report, deed);
  if (saved.ok) await place(db, newsOf(saved.value, deed.at, news));
  return saved;
}
