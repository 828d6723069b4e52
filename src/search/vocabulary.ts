import { distance } from '../text/distance.ts';
import type { Token } from '../text/tokenise.ts';
import { type Entry, zones } from './entry.ts';
import { compounds } from './phrase.ts';
import { inSlices } from './slices.ts';

/** The words and compounds that stand in the plans, found again by their reading or by a near spelling. */
export interface Vocabulary {
  has(compact: string): boolean;
  /** Whether the text stands anywhere, also inside what the dictionary takes for one word. */
  stands(compact: string): boolean;
  /** Whether it stands in a title or a KPI's name. */
  isNamed(compact: string): boolean;
  /** Words read alike (でんししんせい, 電子新生 → 電子申請) as they are printed, the most frequent first. */
  readAs(reading: string): readonly string[];
  /** The word whose reading is nearest, for words the dictionary reads wrongly (住基ネット) and slips in kana; null where none is. */
  nearestReading(reading: string): string | null;
  /** The nearest word, as printed, within the typing errors allowed for its length; null where none is near enough. */
  nearest(compact: string): string | null;
}

interface Word {
  /** Folded; the form compared. */
  compact: string;
  printed: string;
  count: number;
  /** Stands in a title or a KPI's name: only such words are taken for a short misspelling. */
  telling: boolean;
}

const longestCompound = 4;
const longestReading = 24;
const shortestBeginning = 3;

/** Short words have too many neighbours: three characters allow no error, seven allow two. */
function allowedErrors(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

export async function createVocabulary(entries: readonly Entry[]): Promise<Vocabulary> {
  const words = new Map<string, Word>();
  const byReading = new Map<string, Set<Word>>();

  const learn = (tokens: readonly Token[], telling: boolean): void => {
    const compact = tokens.map((token) => token.surface).join('');
    const word = words.get(compact) ?? {
      compact,
      printed: tokens.map((token) => token.text).join(''),
      count: 0,
      telling,
    };
    word.count += 1;
    word.telling ||= telling;
    words.set(compact, word);
    const reading = tokens.map((token) => token.reading).join('');
    if (reading.length <= longestReading) byReading.set(reading, (byReading.get(reading) ?? new Set()).add(word));
  };
  await inSlices(entries, (entry) => {
    for (const zone of zones) {
      const telling = zone !== 'body' && zone !== 'borrowed';
      for (const compound of compounds(entry.zones[zone].tokens)) {
        const longest = telling ? longestCompound : 2;
        for (let from = 0; from < compound.length; from += 1) {
          for (let to = from + 1; to <= Math.min(compound.length, from + longest); to += 1) {
            const part = compound.slice(from, to);
            if (part.length > 1 || part[0]?.class === 'content') learn(part, telling);
          }
        }
      }
    }
  });

  /** The telling word with the fewest typing errors among some, by the form that is compared. */
  function nearestOf(typed: string, candidates: Iterable<readonly [string, Word]>): Word | null {
    const allowed = allowedErrors(typed.length);
    let best: { word: Word; errors: number } | null = null;
    for (const [form, word] of candidates) {
      if (allowed === 0 || (!word.telling && allowed === 1) || Math.abs(form.length - typed.length) > allowed) continue;
      // Slips of the keyboard rarely hit the first letter of a short word: シンヨウ is not ウンヨウ.
      if (allowed === 1 && form[0] !== typed[0]) continue;
      const errors = distance(form, typed, allowed);
      if (errors > allowed) continue;
      if (!best || errors < best.errors || (errors === best.errors && word.count > best.word.count))
        best = { word, errors };
    }
    return best?.word ?? null;
  }

  /** Half-typed foreign words: lgw → lgwan. Japanese ones are found by their character pairs. */
  function begun(compact: string): Word | null {
    if (compact.length < shortestBeginning || !/^[a-z0-9]+$/u.test(compact)) return null;
    const longer = [...words.values()].filter((word) => word.telling && word.compact.startsWith(compact));
    return longer.toSorted((one, other) => one.compact.length - other.compact.length)[0] ?? null;
  }

  const everything = entries.flatMap((entry) => zones.map((zone) => entry.zones[zone].compact)).join('\n');
  const names = entries.flatMap((entry) => [entry.zones.title.compact, entry.zones.kpi.compact]).join('\n');
  return {
    has: (compact) => words.has(compact),
    stands: (compact) => everything.includes(compact),
    isNamed: (compact) => names.includes(compact),
    readAs: (reading) =>
      [...(byReading.get(reading) ?? [])]
        .toSorted((one, other) => other.count - one.count)
        .map(({ printed }) => printed),
    nearestReading: (reading) => {
      const read = [...byReading].flatMap(([form, own]) => [...own].map((word) => [form, word] as const));
      return nearestOf(reading, read)?.printed ?? null;
    },
    nearest: (compact) => (begun(compact) ?? nearestOf(compact, words))?.printed ?? null,
  };
}
