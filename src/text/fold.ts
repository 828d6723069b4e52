const smallKana = 'ァィゥェォッャュョヮヵヶ';
const largeKana = 'アイウエオツヤユヨワカケ';
const smallKanaPattern = new RegExp(`[${smallKana}]`, 'gu');

/** Two spellings of one foreign sound: ヴァーチャル and バーチャル, ディジタル and デジタル. */
const foreignSpellings: Readonly<Record<string, string>> = {
  ヴァ: 'バ',
  ヴィ: 'ビ',
  ヴェ: 'ベ',
  ヴォ: 'ボ',
  ヴ: 'ブ',
  ディジ: 'デジ',
};
const foreignPattern = /ヴ[ァィェォ]?|ディジ/gu;

/**
 * The form in which words are compared: hiragana as katakana, small kana large, long vowels gone.
 * サーバー, サーバ and さーば become サバ; ソフトウエア and ソフトウェア meet. Expects normalised text.
 */
export function fold(text: string): string {
  return toKatakana(text)
    .replace(foreignPattern, (spelling) => foreignSpellings[spelling] ?? spelling)
    .replace(/ー/gu, '')
    .replace(smallKanaPattern, (small) => largeKana[smallKana.indexOf(small)] ?? small);
}

/** Katakana stand in the same order as hiragana, 0x60 later. */
function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/gu, (hiragana) => String.fromCharCode(hiragana.charCodeAt(0) + 0x60));
}
