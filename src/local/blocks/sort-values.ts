/** A cell as it is printed, with its number where the bot gave one. */
export interface SortedCell {
  text: string;
  value?: number | undefined;
}

const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };
const date =
  /^(?:(?<era>令和|平成|昭和|[RHS])(?<eraYear>元|\d{1,2})|(?<year>\d{4}))(?:年度?|[-/.]|$)(?:(?<month>\d{1,2})(?:月|[-/.]|$)(?:(?<day>\d{1,2})日?)?)?$/u;
/** A number at the beginning, whatever its unit or remark: «347 データセット», «74.7 (R5年度数値)»; not 2-1-4, which is a name. */
const number = /^約?(?<sign>[-+▲△−]?)(?<digits>\d[\d,]*(?:\.\d+)?)(?![-./\d])(?<myriad>[万億]?)/u;
const absent = /^[-—―–ー]?$/u;

interface Read {
  value: number;
  kind: 'date' | 'number';
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
  const times = found.myriad === '億' ? 100_000_000 : found.myriad === '万' ? 10_000 : 1;
  return { value: sign * Number((found.digits ?? '').replaceAll(',', '')) * times, kind: 'number' };
}

/**
 * The numbers by which a column is sorted, if most of what it holds are numbers, or dates; the rest («—», «未計測») has none
 * and stays last. Null for a column of words.
 */
export function sortValues(cells: readonly SortedCell[]): (number | null)[] | null {
  const texts = cells.map(({ text }) => text.normalize('NFKC').replace(/\s/gu, ''));
  const found = cells.map(({ value }, index) =>
    value === undefined ? read(texts[index] ?? '') : { value, kind: 'number' as const },
  );
  const present = texts.filter((text) => !absent.test(text)).length;
  const readable = found.filter((one) => one !== null);
  if (readable.length * 2 <= present || new Set(readable.map(({ kind }) => kind)).size !== 1) return null;
  return found.map((one) => one?.value ?? null);
}
