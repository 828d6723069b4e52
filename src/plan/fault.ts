/** What a data file should have held where something else was found. */
export type Expectation =
  | { code: 'readable' }
  | { code: 'json'; problem: string }
  /** The schema's own words. */
  | { code: 'shape'; problem: string }
  | { code: 'some-plan' }
  | { code: 'file-name'; name: string }
  | { code: 'unique'; first: string }
  | { code: 'item-id'; id: string }
  | { code: 'kpi-id'; prefix: string }
  | { code: 'existing-item' }
  | { code: 'existing-plan' }
  | { code: 'existing-section' }
  | { code: 'used-section' }
  | { code: 'plan-year'; years: readonly number[] }
  | { code: 'ascending' }
  | { code: 'same-mark'; of: string; mark: string }
  | { code: 'mark-total'; mark: string; printed: number }
  | { code: 'count'; label: string; printed: number }
  | { code: 'sum'; label: string; printed: number }
  | { code: 'newer-plan' }
  | { code: 'another-item' }
  | { code: 'evaluated-item' }
  | { code: 'reason-or-same' }
  | { code: 'value-of-text'; text: string }
  | { code: 'target-above'; baseline: number };

/** One thing wrong in data/: where it stands, what was found there, what was expected. */
export interface Fault {
  /** Relative to data/. */
  file: string;
  /** JSON path such as `items[3].kpis[0].id`; empty for the whole file. */
  path: string;
  found: string;
  expected: Expectation;
}

/** Notes a fault of one file: where, what was found, what was expected. */
export type Report = (path: string, found: unknown, expected: Expectation) => void;

/** A JSON path as people write it. */
export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

const longestFound = 80;

/** A found value, short enough for one line of a list of faults. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text;
}

/** The expectation's own particular, as text: a name, a number, a list of years. */
export function faultDetail(expected: Expectation): string {
  switch (expected.code) {
    case 'json':
    case 'shape':
      return expected.problem;
    case 'file-name':
      return expected.name;
    case 'unique':
      return expected.first;
    case 'item-id':
      return expected.id;
    case 'kpi-id':
      return expected.prefix;
    case 'plan-year':
      return expected.years.join('、');
    case 'same-mark':
      return `${expected.of}（${expected.mark}）`;
    case 'value-of-text':
      return expected.text;
    case 'target-above':
      return String(expected.baseline);
    case 'mark-total':
      return `${expected.mark} ${expected.printed}`;
    case 'count':
    case 'sum':
      return `${expected.label} ${expected.printed}`;
    default:
      return '';
  }
}
