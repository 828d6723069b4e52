import { toKatakana } from 'wanakana';

const smallKana = 'ァィゥェォッャュョヮヵヶ';
const largeKana = 'アイウエオツヤユヨワカケ';
const smallKanaPattern = new RegExp(`[${smallKana}]`, 'gu');

/** Two spellings of one foreign sound: ヴァーチャル and バーチャル, ディジタル and デジタル. */
const foreignSpellings: readonly (readonly [RegExp, string])[] = [
  [/ヴァ/gu, 'バ'],
  [/ヴィ/gu, 'ビ'],
  [/ヴェ/gu, 'ベ'],
  [/ヴォ/gu, 'ボ'],
  [/ヴ/gu, 'ブ'],
  [/ディジ/gu, 'デジ'],
];

/**
 * The form in which words are compared: hiragana as katakana, small kana large, long vowels gone.
 * サーバー, サーバ and さーば become サバ; ソフトウエア and ソフトウェア meet. Expects normalised text.
 */
export function fold(text: string): string {
  return foreignSpellings
    .reduce((rest, [spelling, plain]) => rest.replace(spelling, plain), toKatakanaOnly(text))
    .replace(/ー/gu, '')
    .replace(smallKanaPattern, (small) => largeKana[smallKana.indexOf(small)] ?? small);
}

/** wanakana would also turn Latin letters into kana; only hiragana are given to it. */
function toKatakanaOnly(text: string): string {
  return text.replace(/[ぁ-ゖ]+/gu, (hiragana) => toKatakana(hiragana));
}
