import { isHiragana, toHiragana } from 'wanakana';

/** Hiragana for a word typed in romaji (denshishinsei → でんししんせい); null where the letters do not spell kana. */
export function kanaOf(word: string): string | null {
  if (!/^[a-z'-]+$/u.test(word)) return null;
  const read = toHiragana(word.replace(/-/gu, ''));
  return isHiragana(read) ? read : null;
}
