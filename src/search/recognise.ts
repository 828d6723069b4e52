import type { Catalog } from '../plan/catalog.ts';
import type { FiscalYear } from '../plan/fiscal-year.ts';
import { type Mark, marks } from '../plan/mark.ts';
import { readFiscalYears, readMonths, type YearMention } from '../plan/read-years.ts';
import { normalise } from '../text/normalise.ts';
import type { Filter, Outcome } from './filter.ts';
import { lazily } from './lazily.ts';

/** A filter with the place in the normalised text where it was read. */
export interface Recognised {
  filter: Filter;
  start: number;
  end: number;
}

/** Reads the filters out of normalised text; the ranges never overlap. */
export type Recognise = (text: string) => Recognised[];

interface Name {
  /** What stands wherever the pattern matches, and is looked for in a hundredth of its time. */
  begins: string;
  pattern: () => RegExp;
  filter: Filter;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** A name matches with or without the spaces that normalising left for ・ («震災復興・企画部»). */
function namePattern(name: string): string {
  return normalise(name).split(' ').map(escaped).join('\\s?');
}

/** Up to the first space of a name. */
function beginningOf(name: string): string {
  return normalise(name).replace(/ .*$/u, '');
}

/**
 * A plan's short name (ポリシー) must stand alone: as part of 情報セキュリティポリシー it means something else.
 * A particle or the end may follow it.
 */
function aloneStanding(name: string): RegExp {
  const inside = '[\\p{Script=Han}\\p{Script=Katakana}a-z0-9ー]';
  return new RegExp(`(?<!${inside})${namePattern(name)}(?=$|[^\\p{L}\\p{N}]|[のはをにでがと])`, 'gu');
}

/** 観光課題 and 市町村課税 are no sections. */
const otherWord = '(?!題|税|程|目|金|分|門|品|署|員|内)';

/**
 * An office's name may follow only another office's: 総務部税務課, but not the 総務課 in 観光総務課.
 * What is an ordinary noun too (議会) must stand alone.
 */
function officePattern(name: string): RegExp {
  if (!/[部課室局庁]$/u.test(name)) return aloneStanding(name);
  return new RegExp(`(?<!\\p{Script=Han}(?<![部庁局県課室]))${namePattern(name)}${otherWord}`, 'gu');
}

function longestFirst(one: { name: string }, other: { name: string }): number {
  return other.name.length - one.name.length;
}

/** Groups what one name stands for. */
function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}

function officeNames(catalog: Catalog): Name[] {
  const sections = grouped(
    catalog.sections.flatMap((section) =>
      [...new Set([...section.spans.map((span) => span.name), ...section.aliases])].map(
        (name) => [name, section] as const,
      ),
    ),
  );
  const named = [...sections].map(([name, own]) => {
    const names = [...new Set(own.flatMap((section) => section.spans.map((span) => span.name)))];
    return { name, filter: { kind: 'section', sections: own.map(({ id }) => id), names } satisfies Filter };
  });
  const departments = new Set(catalog.sections.flatMap((section) => section.spans.map((span) => span.department)));
  const all = [
    ...named,
    ...[...departments].map((name) => ({ name, filter: { kind: 'department', name } satisfies Filter })),
  ];
  // A department's name inside a longer one must not match (企画部 in 震災復興・企画部), so the longest name goes first.
  return all
    .toSorted(longestFirst)
    .map(({ name, filter }) => ({ filter, begins: beginningOf(name), pattern: lazily(() => officePattern(name)) }));
}

/** A name that two editions share («みやぎIT推進プラン2013») means both. */
function planNames(catalog: Catalog): Name[] {
  const plans = grouped(
    catalog.plans.flatMap((plan) => {
      const edition = plan.edition === null ? [] : [plan.edition, `${plan.title} ${plan.edition}`];
      return [...new Set([plan.title, ...plan.aliases, ...edition])].map((name) => [name, plan.id] as const);
    }),
  );
  return [...plans]
    .map(([name, ids]) => ({ name, filter: { kind: 'plan', plans: ids } satisfies Filter }))
    .toSorted(longestFirst)
    .map(({ name, filter }) => ({ filter, begins: beginningOf(name), pattern: lazily(() => aloneStanding(name)) }));
}

/** What may follow a word for an outcome: the end, a break, or a noun for measures. */
const after = '(?=$|[\\s、。,!?]|の|事業|施策|取組|取り組み|kpi|指標|もの|やつ)';
const goals = '(?:目標値?|目標|ねらい)';
/** Words for what became of a measure. The legend of the 2013 plan's table gives △ and ◎ their words. */
const outcomeWords: readonly (readonly [RegExp, Outcome])[] = [
  [/一部達成(?:した|の)?/gu, 'partly-met'],
  [/未達成?(?:の|だった|になった|に終わった)?/gu, 'missed'],
  [new RegExp(`${goals}?(?:を|に|が)?達成(?:でき|してい|し)(?:なかった|ない|ていない)`, 'gu'), 'missed'],
  [
    new RegExp(
      `${goals}(?:を|に|から)?(?:大幅に|大きく)?(?:下回った|下回る|下回っている|届かなかった|届かない|届いていない|及ばなかった|及ばない)`,
      'gu',
    ),
    'below',
  ],
  [
    new RegExp(`${goals}(?:を|より)?(?:大幅に|大きく)?(?:上回った|上回る|上回っている|超えた|超える|超過した)`, 'gu'),
    'above',
  ],
  [/(?:計画|予定|スケジュール)(?:どおり|通り)(?:に|の|実施|進んだ|実施できた|できた)*/gu, 'as-planned'],
  [/(?:評価|判定)(?:が)?(?:できない|できなかった|困難|不能|不可|対象外|なし)(?:な|の)?/gu, 'not-judged'],
  [/(?:未測定|未計測|測定していない|把握困難)(?:の)?/gu, 'not-measured'],
  [new RegExp(`(?:廃止|中止|取りやめ|打ち切り)(?:になった|となった|された|した)?${after}`, 'gu'), 'abolished'],
  [/震災(?:により|による|で)見直し/gu, 'reviewed'],
  [new RegExp(`(?:他に|ほかに)?統合(?:になった|となった|された)${after}`, 'gu'), 'merged'],
  [new RegExp(`${goals}?(?:を|に)?達成(?:した|できた|済み?)?${after}`, 'gu'), 'met'],
];

const kpiWords = new RegExp(
  `(?:目標値|実績値|基準値|現状値|数値目標|指標|kpi)(?:が|の|を)?(?:ある|設定|一覧|設定した)*(?:${after}|(?=は))`,
  'gu',
);

const markVariants: Readonly<Record<string, Mark>> = { 〇: '○', '◯': '○', '●': '○', '☓': '×', '✕': '×', '▲': '△' };
const anyMark = `[${marks.join('')}${Object.keys(markVariants).join('')}]`;
/** A row of circles stands for a word left out (○○課), not for marks. */
const markPattern = new RegExp(`(?<!${anyMark})${anyMark}(?!${anyMark})(?:評価|印)?`, 'gu');
/** The mark «—» has become a hyphen; it counts only where nothing is joined to it. */
const dashMark = /(?<=^|\s|[のは])[-ー](?:評価|印)?(?=$|\s|[のはを]|事業|評価)/gu;

function markOf(text: string): Mark | undefined {
  const symbol = Array.from(text)[0] ?? '';
  return marks.find((mark) => mark === symbol) ?? markVariants[symbol];
}

const onward = /^\s?(?:以降|以後|~(?=\s|$)|から(?=\s|$))/u;
const until = /^\s?(?:以前|まで)/u;

/** «H26以降», «H23~», «平成25年度まで»: as far as the plans reach. */
function openSpan(mention: YearMention, text: string, covered: ReadonlySet<FiscalYear>): YearMention {
  const [first] = mention.years;
  const last = mention.years.at(-1);
  const rest = text.slice(mention.end);
  const word = onward.exec(rest)?.[0] ?? until.exec(rest)?.[0];
  if (first === undefined || last === undefined || word === undefined) return mention;
  const reaches = [...covered].filter((year) => (onward.test(rest) ? year >= first : year <= last));
  if (reaches.length === 0) return mention;
  return { years: reaches.toSorted(), start: mention.start, end: mention.end + word.length };
}

export function createRecognise(catalog: Catalog): Recognise {
  const covered = new Set(catalog.plans.flatMap((plan): readonly FiscalYear[] => plan.years));
  const names = [...officeNames(catalog), ...planNames(catalog)];

  return (text) => {
    const found: Recognised[] = [];
    let rest = text;
    const take = (start: number, length: number, filter: Filter): void => {
      found.push({ filter, start, end: start + length });
      rest = rest.slice(0, start) + ' '.repeat(length) + rest.slice(start + length);
    };
    for (const { begins, pattern, filter } of names) {
      if (!rest.includes(begins)) continue;
      for (const match of rest.matchAll(pattern())) take(match.index, match[0].length, filter);
    }
    for (const { month, start, end } of readMonths(rest)) take(start, end - start, { kind: 'month', month });
    // What was taken already must not look like the space between two years.
    const masked = found.reduce(
      (open, { start, end }) => open.slice(0, start) + '■'.repeat(end - start) + open.slice(end),
      rest,
    );
    for (const mention of readFiscalYears(masked)) {
      const { years, start, end } = openSpan(mention, masked, covered);
      take(start, end - start, { kind: 'years', years, covered: years.some((year) => covered.has(year)) });
    }
    for (const [pattern, outcome] of outcomeWords) {
      for (const match of rest.matchAll(pattern)) take(match.index, match[0].length, { kind: 'outcome', outcome });
    }
    for (const pattern of [markPattern, dashMark]) {
      for (const match of rest.matchAll(pattern)) {
        take(match.index, match[0].length, { kind: 'mark', mark: markOf(match[0]) ?? '—' });
      }
    }
    for (const match of rest.matchAll(kpiWords)) take(match.index, match[0].length, { kind: 'kpi' });
    return found.toSorted((one, other) => one.start - other.start);
  };
}
