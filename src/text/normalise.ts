/** Longest question that is read, in characters. A run of 16,000 katakana stops kuromoji for good, and no question is that long. */
export const longestQuestion = 300;

/** NFKC would turn 4-2-5③ into 4-2-53, so circled digits become (n) first. */
function openCircles(text: string): string {
  return text.replace(/[\u2460-\u2473]/gu, (circled) => `(${circled.charCodeAt(0) - 0x245f})`);
}

/** Roman numerals become digits, so that SWANⅡ, SWAN II and swan2 are one word. */
function openRomanNumerals(text: string): string {
  return text
    .replace(/[\u2160-\u216b]/gu, (roman) => String(roman.charCodeAt(0) - 0x215f))
    .replace(/[\u2170-\u217b]/gu, (roman) => String(roman.charCodeAt(0) - 0x216f));
}

/** A numeral typed in letters after a name: swan ii. */
function readRomanLetters(text: string): string {
  return text.replace(/(?<=\b[a-z]{2,}) (ii|iii|iv)\b/gu, (_, roman: string) =>
    String(['ii', 'iii', 'iv'].indexOf(roman) + 2),
  );
}

const oldForms: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  勞: '労',
  國: '国',
  會: '会',
  澤: '沢',
  邊: '辺',
  邉: '辺',
  廣: '広',
  櫻: '桜',
  齋: '斎',
  學: '学',
  縣: '県',
  廳: '庁',
  當: '当',
  續: '続',
  獨: '独',
  佛: '仏',
  眞: '真',
  榮: '栄',
};
const oldForm = new RegExp(`[${Object.keys(oldForms).join('')}]`, 'gu');

/**
 * One spelling for documents and questions: NFKC, lower case, plain dashes and spaces, circled digits as (n), new forms of kanji.
 * Control characters become spaces (NUL makes kuromoji throw), invisible ones go, ・ separates words
 * (IPADIC would make it part of a katakana word), U+2212 and its kin become «-», ～ and 〜 become «~».
 */
export function normalise(text: string): string {
  const plain = openRomanNumerals(openCircles(text))
    .normalize('NFKC')
    .toLowerCase()
    .replace(oldForm, (old) => oldForms[old] ?? old)
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/[\u2010-\u2015\u2212\u2500\ufe63]/gu, '-')
    .replace(/[\u301c\u223c]/gu, '~')
    .replace(/[・·]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return readRomanLetters(plain);
}

/** Characters, not UTF-16 halves, so that a cut never leaves half an emoji. */
export function cut(text: string, length: number): string {
  const characters = Array.from(text.slice(0, length * 2));
  return characters.length <= length && text.length <= length * 2 ? text : characters.slice(0, length).join('');
}
