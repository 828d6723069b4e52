import type { Catalog } from '../plan/catalog.ts';
import type { FiscalYear } from '../plan/fiscal-year.ts';
import type { KpiId } from '../plan/kpi.ts';
import type { AcceptedLine } from '../report/prefill.ts';
import type { Wording } from '../wording/wording.ts';

/** What every view may look at: the words, the plans, and which year it is for the reader. */
export interface ViewContext {
  wording: Wording;
  catalog: Catalog;
  /** The fiscal year of today in Tokyo: a plan whose last year is past has ended, it is not late. */
  thisYear: FiscalYear;
  /** The slash command as it is installed, such as `/plan`. */
  command: string;
  /** What was accepted in rounds for the KPIs of the answer; nothing where no reports are at hand, as in the terminal. */
  accepted?: ReadonlyMap<KpiId, AcceptedLine>;
}
