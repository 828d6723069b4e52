/** What is printed for each KPI; nobody is asked to change it. */
export const printedColumns = [
  'number',
  'title',
  'section',
  'kpi',
  'unit',
  'baseline',
  'target',
  'last',
  'lastYear',
] as const;
export type PrintedColumn = (typeof printedColumns)[number];

/** What people fill in. */
export const fillInColumns = ['value', 'reason', 'measuredOn', 'mark', 'note'] as const;
export type FillInColumn = (typeof fillInColumns)[number];

export type ReportColumn = PrintedColumn | FillInColumn;
export const reportColumns: readonly ReportColumn[] = [...printedColumns, ...fillInColumns];

/** A KPI's line as the texts of its cells. */
export type FillInTexts = Readonly<Record<FillInColumn, string>>;

/** The texts of a KPI that nothing was said of yet. */
export const blankTexts: FillInTexts = { value: '', reason: '', measuredOn: '', mark: '', note: '' };
