import { fiscalYearOfMonth } from './fiscal-year.ts';
import type { Item } from './item.ts';
import { type Judgement, judge } from './judgement.ts';
import type { Kpi, Measurement } from './kpi.ts';

/** Why the printed judgement and the figures of one KPI do not say the same. */
type Difference =
  /** The document prints two judgements for the row. */
  | 'two-labels'
  /** One printed judgement stands for a row with several KPIs. */
  | 'row-label'
  /** A judgement is printed although this KPI has no actual. */
  | 'printed-without-actual'
  | 'unexplained';

/** A KPI with what is printed about it beside what its figures say. */
export interface KpiStatus {
  item: Item;
  kpi: Kpi;
  judgement: Judgement;
  /** Null where print and figures agree, or where nothing is printed. */
  difference: Difference | null;
  /** The newest actual where it was measured in an earlier fiscal year than the target is set for. */
  measuredEarlier: Measurement | null;
}

function difference(item: Item, kpi: Kpi, judgement: Judgement): Difference | null {
  const labels = kpi.printed.filter((label) => /達成$/u.test(label));
  if (labels.length === 0) return null;
  if (labels.length > 1) return 'two-labels';
  const [label] = labels;
  const agrees =
    (label === '達成' && judgement.state === 'met') || (label === '未達成' && judgement.state === 'missed');
  if (agrees) return null;
  if (judgement.state === 'not-measured' || judgement.state === 'no-actual') return 'printed-without-actual';
  return item.kpis.length > 1 ? 'row-label' : 'unexplained';
}

/** Sets the print beside the figures (documents 004, tables 個別施策及びKPI設定施策の進捗状況). */
export function kpiStatus(item: Item, kpi: Kpi): KpiStatus {
  const judgement = judge(kpi);
  const actual = kpi.actuals.at(-1);
  const due = kpi.target?.asOf;
  const earlier = actual?.asOf && due && fiscalYearOfMonth(actual.asOf) < fiscalYearOfMonth(due) ? actual : null;
  return { item, kpi, judgement, difference: difference(item, kpi, judgement), measuredEarlier: earlier };
}
