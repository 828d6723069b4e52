import { distance } from '../text/distance.ts';
import type { ItemIndex } from './item-index.ts';
import type { Form, Word } from './lexicon.ts';

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

const shortestBeginning = 3;

/** Short words have too many neighbours: three characters allow no error, seven allow two. */
function allowedErrors(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

export function createVocabulary({ lexicon, stands }: Pick<ItemIndex, 'lexicon' | 'stands'>): Vocabulary {
  /** The telling word with the fewest typing errors, by the form that is compared. */
  function nearestOf(typed: string, form: Form): Word | null {
    const allowed = allowedErrors(typed.length);
    if (allowed === 0) return null;
    let best: { word: Word; errors: number } | null = null;
    for (const [own, word] of lexicon.like(typed, form, allowed)) {
      // Slips of the keyboard rarely hit the first letter of a short word: シンヨウ is not ウンヨウ.
      if (allowed === 1 && (!word.telling || own[0] !== typed[0])) continue;
      const errors = distance(own, typed, allowed);
      if (errors > allowed) continue;
      if (!best || errors < best.errors || (errors === best.errors && word.count > best.word.count))
        best = { word, errors };
    }
    return best?.word ?? null;
  }

  /** Half-typed foreign words: lgw → lgwan. Japanese ones are found by their character pairs. */
  function begun(compact: string): Word | null {
    if (compact.length < shortestBeginning || !/^[a-z0-9]+$/u.test(compact)) return null;
    const longer = [...lexicon.begunWith(compact)];
    return longer.toSorted((one, other) => one.compact.length - other.compact.length)[0] ?? null;
  }

  return {
    has: (compact) => lexicon.has(compact),
    stands: (compact) => stands(compact),
    isNamed: (compact) => stands(compact, 'kpi'),
    readAs: (reading) =>
      lexicon
        .readAs(reading)
        .toSorted((one, other) => other.count - one.count)
        .map(({ printed }) => printed),
    nearestReading: (reading) => nearestOf(reading, 'reading')?.printed ?? null,
    nearest: (compact) => (begun(compact) ?? nearestOf(compact, 'spelling'))?.printed ?? null,
  };
}
