import MiniSearch, { type Query } from 'minisearch';
import type { ItemId } from '../plan/item.ts';
import { bigrams } from '../text/grams.ts';
import { type Entry, type Zone, zones } from './entry.ts';
import { compounds, type Phrase, phraseOf } from './phrase.ts';
import { inSlices } from './slices.ts';

/** Items in which a phrase may stand, with MiniSearch's score (BM25); which of them it really stands in, `worth` decides. */
export type FindCandidates = (phrase: Phrase, words: readonly string[]) => ReadonlyMap<ItemId, number>;

type Field = `${Zone}${'Words' | 'Grams'}`;
const wordFields = zones.map((zone): Field => `${zone}Words`);
const gramFields = zones.map((zone): Field => `${zone}Grams`);

function words(entry: Entry, zone: Zone): string {
  return entry.zones[zone].tokens.map((token) => token.base).join(' ');
}

/** Character pairs of the compounds; of a title also those across its grammar, which may be part of a name (復興だより). */
function grams(entry: Entry, zone: Zone): string {
  const named = zone === 'title' || zone === 'kpi';
  const runs = named
    ? entry.zones[zone].compact.split('\n')
    : compounds(entry.zones[zone].tokens).flatMap((compound) => phraseOf(compound).runs);
  return runs.flatMap((run) => (run.length > 1 ? [...bigrams(run), ...Array.from(run)] : [run])).join(' ');
}

export async function createFindCandidates(entries: readonly Entry[]): Promise<FindCandidates> {
  const index = new MiniSearch<{ id: ItemId } & Record<Field, string>>({
    fields: [...wordFields, ...gramFields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
    searchOptions: { boost: { titleWords: 4, titleGrams: 2, kpiWords: 2, sectionWords: 2 } },
  });
  await inSlices(entries, (entry) => {
    const fields = zones.flatMap((zone) => [
      [`${zone}Words`, words(entry, zone)] as const,
      [`${zone}Grams`, grams(entry, zone)] as const,
    ]);
    // Every zone gives both of its fields, so the record is whole.
    index.add({ id: entry.item.id, ...(Object.fromEntries(fields) as Record<Field, string>) });
  });

  return (phrase, typedWords) => {
    const queries: Query[] = [
      { combineWith: 'AND', fields: gramFields, queries: phrase.runs.flatMap((run) => bigrams(run)) },
    ];
    if (typedWords.length > 0) queries.push({ combineWith: 'AND', fields: wordFields, queries: [...typedWords] });
    // The ids given to the index above are item ids.
    return new Map(index.search({ combineWith: 'OR', queries }).map(({ id, score }) => [id as ItemId, score]));
  };
}
