import type { Item } from '../plan/item.ts';
import type { PlanId } from '../plan/plan.ts';
import { matchNumber, type NumberMatch, readNumbers, type TypedNumber, trunkLength } from '../search/number.ts';
import type { SearchOptions, SearchResult } from '../search/search.ts';
import type { AskContext } from './context.ts';

/** The items that bear one of some numbers, the branches of them, and their neighbours. */
export interface Numbered {
  hits: readonly Item[];
  near: readonly Item[];
}

const mostNear = 10;

function blank(text: string, ranges: readonly { start: number; end: number }[]): string {
  return ranges.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

function measuresFirst(items: readonly Item[]): Item[] {
  return [...items.filter(({ kind }) => kind === 'measure'), ...items.filter(({ kind }) => kind !== 'measure')];
}

function bearing(
  numbers: readonly TypedNumber[],
  plans: readonly PlanId[],
  { catalog, numbered }: AskContext,
): Numbered {
  const asked = numbered.filter(({ item }) => plans.length === 0 || plans.includes(catalog.planOf(item).id));
  const matches = numbers.map((number) =>
    asked.map(({ item, printed }) => ({ item, match: matchNumber(number, printed) })),
  );
  const matching = (...wanted: readonly NumberMatch[]): Item[] => [
    ...new Set(
      matches.flatMap((found) =>
        wanted.flatMap((kind) => found.flatMap(({ item, match }) => (match === kind ? [item] : []))),
      ),
    ),
  ];
  const isRecovery = (item: Item): boolean => item.number?.startsWith('復') ?? false;
  const found = matching('exact', 'branch');
  const measures = found.filter((item) => item.kind === 'measure');
  const asPrinted = asked.filter(({ printed }) => numbers.some(({ text }) => text === printed.form));
  const printed = found.filter((item) => asPrinted.some((one) => one.item === item));
  const chosen = printed.some((item) => item.kind === 'measure') ? [] : printed;
  const [first = []] = [chosen, measures, found].filter((some) => some.length > 0);
  // Typed without 復, a recovery number is second choice, unless it is the only one of that number.
  const wantsRecovery = numbers.every(({ sequences }) => sequences.every(({ recovery }) => recovery));
  const plain = first.filter((item) => !isRecovery(item));
  const hits = wantsRecovery || plain.length === 0 ? first : plain;
  // The neighbours of a measure that was found are a category; those of a branch belong to one measure.
  const branched = numbers.some(({ sequences }) => sequences.some(({ digits }) => digits.length > trunkLength));
  const siblings = branched || hits.length === 0 ? measuresFirst(matching('sibling')) : [];
  // With several numbers, the neighbour of one may be the other.
  const near = new Set([...found, ...siblings].filter((item) => !hits.includes(item)));
  return { hits, near: [...near].slice(0, mostNear) };
}

/**
 * The items meant by a number, where one is what was asked («4-2-1», «復興編の3-2-4», «No.4-2-1を教えて»); null where the text
 * is about something else. Words beside a number that exists do not change what it means.
 */
export function byNumber(text: string, context: AskContext): Numbered | null {
  const numbers = readNumbers(text);
  if (numbers.length === 0) return null;
  const around = blank(text, numbers);
  const filters = context.recognise(around);
  const plans = filters.flatMap(({ filter }) => {
    if (filter.kind === 'plan') return filter.plans;
    if (filter.kind !== 'years') return [];
    return context.catalog.plans
      .filter((plan) => filter.years.some((year) => plan.years.includes(year)))
      .map(({ id }) => id);
  });
  const found = bearing(numbers, plans, context);
  if (found.hits.length > 0) return found;
  // Hiragana around it only asks; a noun means the digits were something else.
  const nouns = blank(around, filters).replace(/[ぁ-ゖー]+/gu, ' ');
  return context.isFillerOnly(nouns) ? found : null;
}

/** What a subcommand's words mean: the items of a number, or what the search finds. */
export async function findSubject(
  words: string,
  context: AskContext,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const numbered = byNumber(words, context);
  if (numbered && numbered.hits.length > 0) {
    return { question: words, filters: [], readAs: [], concepts: [], suggestions: [], unknown: [], ...numbered };
  }
  return (await context.search)(words, options);
}
