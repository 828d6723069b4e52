import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { type Report, type ReportLine, reportLineSchema, reportSchema } from '../report/report.ts';
import { fromJson, toJson } from './json.ts';
import type { Schema } from './schema.ts';

/** A line as stored, apart from whose it is. */
export type LineRow = Omit<Selectable<Schema['report_lines']>, 'round' | 'section' | 'position'>;

/** The columns of a report that hold nested data. */
const nested = z.json();

function parsed(column: string | null): unknown {
  return column === null ? null : fromJson(nested, column);
}

export function toReportRow(report: Report): Insertable<Schema['reports']> {
  const { round, section, state, version } = report;
  const column = (value: unknown): string | null => (value === null ? null : toJson(value));
  return {
    round,
    section,
    state,
    received_via: report.receivedVia,
    submitted: column(report.submitted),
    confirmed: column(report.confirmed),
    accepted: column(report.accepted),
    returned: column(report.returned),
    approval: column(report.approval),
    version,
  };
}

export function toReport(row: Selectable<Schema['reports']>, lines: readonly LineRow[]): Report {
  const { received_via: receivedVia, submitted, confirmed, accepted, returned, approval, ...rest } = row;
  return reportSchema.parse({
    ...rest,
    receivedVia,
    submitted: parsed(submitted),
    confirmed: parsed(confirmed),
    accepted: parsed(accepted),
    returned: parsed(returned),
    approval: parsed(approval),
    lines: lines.map(toLine),
  });
}

export function toLineRow({ kpi, reported, measuredOn, mark, note }: ReportLine): LineRow {
  return {
    kpi,
    value: reported.kind === 'value' ? reported.value : null,
    not_measured: reported.kind === 'not-measured' ? reported.reason : null,
    measured_on: measuredOn,
    mark,
    note,
  };
}

export function toLine({ kpi, value, not_measured: reason, measured_on: measuredOn, mark, note }: LineRow): ReportLine {
  const reported = value === null ? { kind: 'not-measured', reason } : { kind: 'value', value };
  return reportLineSchema.parse({ kpi, reported, measuredOn, mark, note });
}
