/** A cell as it is printed, with its number where the bot gave one. */
export interface SortedCell {
  text: string;
  value?: number | undefined;
}

const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };
const date =
  /^(?:(?<era>令和|平成|昭和|[RHS])(?<eraYear>元|\d{1,2})|(?<year>\d{4}))(?:年度?|[-/.]|$)(?:(?<month>\d{1,2})(?:月|[-/.]|$)(?:(?<day>\d{1,2})日?)?)?$/u;
const number = /^約?(?<sign>[-+▲△−]?)(?<digits>\d[\d,]*(?:\.\d+)?)(?<unit>[^\d.,]{0,6})$/u;
const absent = /^[-—―–ー]?$/u;

interface Read {
  value: number;
  /** Values are only compared with values of the same kind: a unit, or «date». */
  kind: string;
}

function read(text: string): Read | null {
  const dated = date.exec(text)?.groups;
  if (dated && (dated.era || dated.month || text.endsWith('年') || text.endsWith('年度'))) {
    const inEra = dated.eraYear === '元' ? 1 : Number(dated.eraYear);
    const year = dated.era ? (eras[dated.era] ?? 0) + inEra : Number(dated.year);
    return { value: year * 10_000 + Number(dated.month ?? 0) * 100 + Number(dated.day ?? 0), kind: 'date' };
  }
  const found = number.exec(text)?.groups;
  if (!found) return null;
  const sign = ['-', '▲', '△', '−'].includes(found.sign ?? '') ? -1 : 1;
  return { value: sign * Number((found.digits ?? '').replaceAll(',', '')), kind: found.unit ?? '' };
}

/**
 * The numbers by which a column is sorted, if it holds numbers, percentages or dates of one kind and nothing else; an absent
 * value («—») has none and stays last. Null for a column of words.
 */
export function sortValues(cells: readonly SortedCell[]): (number | null)[] | null {
  const texts = cells.map(({ text }) => text.normalize('NFKC').replace(/\s/gu, ''));
  const values = cells.map(({ value }, index): Read | null | 'words' => {
    const text = texts[index] ?? '';
    if (value !== undefined) return { value, kind: 'given' };
    return absent.test(text) ? null : (read(text) ?? 'words');
  });
  const kinds = new Set(values.map((one) => (one === null || one === 'words' ? one : one.kind)));
  kinds.delete(null);
  if (kinds.size !== 1 || kinds.has('words')) return null;
  return values.map((one) => (one === null || one === 'words' ? null : one.value));
}
