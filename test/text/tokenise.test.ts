import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadDictionary } from '../../src/text/dictionary.ts';
import { normalise } from '../../src/text/normalise.ts';
import { createTokenise, type Token, type Tokenise } from '../../src/text/tokenise.ts';
import { anyText } from '../support/any-text.ts';

let tokenise: Tokenise;

beforeAll(async () => {
  tokenise = createTokenise(await loadDictionary());
});

function tokens(text: string): Token[] {
  return tokenise(normalise(text));
}

function texts(text: string): string[] {
  return tokens(text).map((token) => token.text);
}

function classOf(word: string, text: string): string | undefined {
  return tokens(text).find((token) => token.text === word)?.class;
}

describe('cutting into words', () => {
  test.each([
    ['電子申請の担当課', ['電子', '申請', 'の', '担当', '課']],
    ['メルマガ・みやぎ', ['メルマガ', 'み', 'やぎ']],
    ['平成25年度', ['平成', '25', '年度']],
    ['', []],
    ['…、。！？「」', []],
  ])('«%s»', (text, words) => {
    expect(texts(text)).toEqual(words);
  });

  test.each([
    ['Wi-Fi', 'wifi'],
    ['i-BCP', 'ibcp'],
    ['M-SQUARE', 'msquare'],
    ['SWANⅡ', 'swan2'],
    ['5G', '5g'],
    ['AI-OCR', 'aiocr'],
  ])('hyphens and digits belong to a foreign word: %s', (typed, surface) => {
    expect(tokens(`新しい${typed}の整備`).map((token) => token.surface)).toContain(surface);
  });

  test('foreign words are taken out of Japanese ones', () => {
    expect(texts('無線LANの整備')).toEqual(['無線', 'lan', 'の', '整備']);
  });
});

describe('what a word is worth', () => {
  test.each([
    ['content', '申請', '電子申請を使う'],
    ['content', '使う', '電子申請を使う'],
    ['content', 'lgwan', 'LGWANの運用'],
    ['affix', '課', '税務課'],
    ['number', '25', '平成25年度'],
    ['grammar', 'を', '電子申請を使う'],
    ['grammar', 'これ', 'これは何'],
  ])('%s: «%s» in «%s»', (expected, word, text) => {
    expect(classOf(word, text)).toBe(expected);
  });

  test('verbs are known by their dictionary form', () => {
    const verb = tokens('電子申請を使った').find((token) => token.verb);
    expect(verb).toMatchObject({ text: '使っ', base: '使ウ' });
  });

  test('readings are folded katakana', () => {
    expect(
      tokens('電子申請')
        .map((token) => token.reading)
        .join(''),
    ).toBe('デンシシンセイ');
  });

  test('a word without reading in the dictionary is read as it is written', () => {
    const [word] = tokens('ハイパーウェブ');
    expect(word).toMatchObject({ surface: 'ハイパウエブ', reading: 'ハイパウエブ' });
  });
});

describe('which words touch', () => {
  test.each([
    ['電子申請', [false, true]],
    ['電子 申請', [false, false]],
    ['電子・申請', [false, false]],
    ['電子、申請', [false, false]],
    ['無線LAN', [false, true]],
    ['LAN整備', [false, true]],
    ['LAN 整備', [false, false]],
  ])('in «%s»', (text, joined) => {
    expect(tokens(text).map((token) => token.joined)).toEqual(joined);
  });
});

describe('hostile text', () => {
  // Without cutting, 16,000 katakana end the process and 4,000 stop it for seconds.
  test.each([
    ['16,000 katakana', 'ア'.repeat(16_000)],
    ['16,000 half-width katakana', 'ｱｶﾞ'.repeat(5_334)],
    ['16,000 kanji', '県'.repeat(16_000)],
    ['4,000 digits', '1'.repeat(4_000)],
    ['a foreign word of 16,000 hyphens', 'a-'.repeat(8_000)],
    ['16,000 family emoji', '👨‍👩‍👧'.repeat(5_334)],
    ['16,000 NULs', '\u0000'.repeat(16_000)],
    ['halves of surrogate pairs', '\ud800電子\udc00申請\ud800'],
    ['kanji beyond the basic plane', '𠮷野家と𠮟責'],
  ])('%s is read to its end', (_, text) => {
    const read = tokens(text);
    const letters = normalise(text).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    expect(read.reduce((sum, token) => sum + (token.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)).toBe(letters);
  });

  test('a long run is cut, and nothing of it is lost', () => {
    const run = '情報システム'.repeat(60);
    expect(texts(run).join('')).toBe(run);
  });

  test('nothing typed makes it throw, and words stand in the order of the text', () => {
    const anything = fc.oneof(
      anyText(60),
      fc.string({ unit: fc.constantFrom(...'電子アーあのa-1 、◎ｱﾞ・\u0000🍜'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const normal = normalise(text);
        let at = 0;
        for (const token of tokenise(normal)) {
          const found = normal.indexOf(token.text, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + token.text.length;
        }
      }),
    );
  });
});
