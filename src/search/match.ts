import { type Entry, type Zone, zones } from './entry.ts';
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

/** Foreign words are compared whole: «it» must not be found in «ict» or «security». */
function stands(phrase: Phrase, entry: Entry, zone: Zone): boolean {
  const { compact, words } = entry.zones[zone];
  // A single kanji stands in countless words of a text (水 in 水準); where it names something it tells.
  if (phrase.compact.length === 1 && (zone === 'body' || zone === 'borrowed')) return words.has(phrase.compact);
  if (latin.test(phrase.compact)) return words.has(phrase.compact);
  return compact.includes(phrase.compact);
}

/** How well an item answers to a phrase, 0 (not at all) to about 1.25 (the title is the phrase). */
export function worth(phrase: Phrase, words: readonly string[], entry: Entry): number {
  const found = zones.filter((zone) => stands(phrase, entry, zone));
  const [first] = found;
  if (first !== undefined) {
    const share = first === 'title' ? phrase.compact.length / Math.max(1, titleLength(entry)) : 0;
    const mentions = found.length > 1 ? 0.05 : 0;
    return phraseWorth[first] + titleShareWorth * Math.min(1, share) + mentions;
  }
  if (words.length === 0) return 0;
  if (words.every((word) => entry.zones.title.words.has(word))) return scatteredTitleWorth;
  const everywhere = words.every((word) => Object.values(entry.zones).some((zone) => zone.words.has(word)));
  return everywhere ? scatteredWorth : 0;
}

function titleLength(entry: Entry): number {
  return entry.zones.title.compact.split('\n').at(0)?.length ?? 0;
}
