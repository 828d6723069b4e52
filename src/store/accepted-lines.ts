import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { fiscalYear } from '../plan/fiscal-year.ts';
import type { KpiId } from '../plan/kpi.ts';
import { sectionIdSchema } from '../plan/section.ts';
import type { AcceptedLine } from '../report/prefill.ts';
import { roundIdSchema } from '../report/round.ts';
import type { ReportStore } from '../report/store.ts';
import { toLine } from './report-rows.ts';
import type { Schema } from './schema.ts';

/** Lists of KPIs whose lines are remembered: about as many as there are questions about them that people ask again. */
const mostLists = 200;

async function read(db: Kysely<Schema>, kpis: readonly KpiId[]): Promise<AcceptedLine[]> {
  const rows = await db
    .selectFrom('report_lines as line')
    .innerJoin('reports', (join) =>
      join.onRef('reports.round', '=', 'line.round').onRef('reports.section', '=', 'line.section'),
    )
    .innerJoin('rounds', 'rounds.id', 'line.round')
    .select(['line.round', 'line.section', 'rounds.year', 'approval'])
    .select(['kpi', 'value', 'not_measured', 'measured_on', 'mark', 'note'])
    .where('reports.state', '=', 'accepted')
    .where('kpi', 'in', kpis)
    .orderBy('rounds.year', 'desc')
    .orderBy('rounds.due', 'desc')
    .orderBy('line.section')
    .orderBy('line.position')
    .execute();
  return rows.map(({ round, section, year, approval, ...line }) => ({
    round: roundIdSchema.parse(round),
    section: sectionIdSchema.parse(section),
    year: fiscalYear(year),
    line: toLine(line),
    preliminary: approval === null,
  }));
}

/**
 * Reads what was accepted for some KPIs in any round, the newest fiscal year first; the same lines as the last time where nothing
 * was written since. `lastWrite` is null where it cannot be told: always with a server, which takes as long to say it as to
 * say what it has.
 */
export function acceptedLinesReader(db: Kysely<Schema>, lastWrite: () => string | null): ReportStore['acceptedLines'] {
  const known = new LRUCache<string, { at: string; lines: readonly AcceptedLine[] }>({ max: mostLists });
  return async (kpis) => {
    if (kpis.length === 0) return [];
    // Before the lines are read: what is written meanwhile makes them be read again.
    const at = lastWrite();
    if (at === null) return read(db, kpis);
    const list = kpis.join(' ');
    const last = known.get(list);
    if (last?.at === at) return last.lines;
    const lines = await read(db, kpis);
    known.set(list, { at, lines });
    return lines;
  };
}
