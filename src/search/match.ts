import { type Zone, zones } from './entry.ts';
import type { ItemIndex } from './item-index.ts';
import type { Phrase } from './phrase.ts';

/** What the text of an item is worth: it mentions what the title would be about. */
export const mentionWorth = 0.35;
/** Worth more than this, a word names what the item is about: it stands in a title, a KPI's name, a heading. */
export const tellingWorth = 0.42;

/** What a whole phrase is worth by where it stands; the title says what an item is about, the text only what it mentions. */
const phraseWorth: Readonly<Record<Zone, number>> = {
  title: 1,
  kpi: 0.6,
  head: 0.45,
  section: 0.4,
  body: mentionWorth,
  borrowed: 0.2,
};
/** All words of a compound in the title, though not side by side. */
const scatteredTitleWorth = 0.6;
/** All words somewhere in the item. */
const scatteredWorth = 0.15;
/** How much of the title the phrase fills; settles the order among titles. */
const titleShareWorth = 0.2;

const latin = /^[a-z0-9]+$/u;
const titleZone = zones.indexOf('title');
const lastNaming = zones.indexOf('section');

/** How well an item answers to a phrase, 0 (not at all) to about 1.25 (the title is the phrase). */
export type Worth = (position: number) => number;

/** Looks for one phrase in many items, fastest in their order. */
export function createWorth(
  { compact }: Phrase,
  words: readonly string[],
  { zoneOfText, zoneOfWord, title }: Pick<ItemIndex, 'zoneOfText' | 'zoneOfWord' | 'title'>,
): Worth {
  // Foreign words are compared whole: «it» must not be found in «ict» or «security».
  const isLatin = latin.test(compact);

  /** The most telling zone, behind another one if it is given. */
  function zoneOf(position: number, behind?: number): number {
    if (isLatin) return zoneOfWord(position, compact, behind);
    const zone = zoneOfText(position, compact, behind);
    // A single kanji stands in countless words of a text (水 in 水準); where it names something it tells.
    return compact.length === 1 && zone > lastNaming
      ? zoneOfWord(position, compact, Math.max(lastNaming, behind ?? -1))
      : zone;
  }

  return (position) => {
    const first = zoneOf(position);
    const zone = zones[first];
    if (zone !== undefined) {
      const share = first === titleZone ? compact.length / Math.max(1, title(position).length) : 0;
      const mentions = zoneOf(position, first) === -1 ? 0 : 0.05;
      return phraseWorth[zone] + titleShareWorth * Math.min(1, share) + mentions;
    }
    if (words.length === 0) return 0;
    const places = words.map((word) => zoneOfWord(position, word));
    if (places.includes(-1)) return 0;
    return places.every((place) => place === titleZone) ? scatteredTitleWorth : scatteredWorth;
  };
}
