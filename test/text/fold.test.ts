import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { anyText } from '../support/any-text.ts';

/** Words that staff take for one another. */
const alike = [
  ['サーバー', 'サーバ', 'さーば', 'さーばー'],
  ['ソフトウェア', 'ソフトウエア', 'ソフトウェアー'],
  ['アドバイザー', 'アドバイザ'],
  ['セキュリティ', 'セキュリティー', 'セキユリテイ', 'せきゅりてぃ'],
  ['テレワーク', 'テレワク', 'てれわーく'],
  ['ヶ所', 'ケ所', 'け所'],
  ['ヴィジョン', 'ゔぃじょん'],
];

describe('folding', () => {
  test.each(alike)('%s and its spellings meet', (...spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });

  test.each([
    ['サーバ', 'サバ'],
    ['ウェア', 'ウエア'],
    ['ぁぃぅぇぉっゃゅょゎ', 'アイウエオツヤユヨワ'],
  ])('%s becomes %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  test.each(['電子申請', 'lgwan', '4-2-1', 'wi-fi', '◎'])('%s has no kana and stays', (word) => {
    expect(fold(word)).toBe(word);
  });

  test('voiced and unvoiced kana stay different', () => {
    expect(fold('バス')).not.toBe(fold('パス'));
    expect(fold('はし')).not.toBe(fold('ばし'));
  });

  test('hiragana and katakana of any word meet, and folding twice changes nothing more', () => {
    const hiragana = fc.string({
      unit: fc.integer({ min: 0x3041, max: 0x3096 }).map((code) => String.fromCodePoint(code)),
    });
    fc.assert(
      fc.property(hiragana, (word) => {
        const katakana = word.replace(/./gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60));
        expect(fold(word)).toBe(fold(katakana));
        expect(fold(fold(word))).toBe(fold(word));
      }),
    );
  });

  test('no text makes it throw, and no long vowel mark is left', () => {
    fc.assert(fc.property(anyText(40), (text) => !fold(text).includes('ー')));
  });
});
