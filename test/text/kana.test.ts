import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kanaOf } from '../../src/text/kana.ts';

describe('a word in romaji', () => {
  test.each([
    ['denshishinsei', 'でんししんせい'],
    ['nyuusatsu', 'にゅうさつ'],
    ['nyusatu', 'にゅさつ'],
    ['toshokan', 'としょかん'],
    ['kenshuu', 'けんしゅう'],
    ['jouhou', 'じょうほう'],
    ['zyouhou', 'じょうほう'],
    ['yakkyoku', 'やっきょく'],
    ['kanri', 'かんり'],
    ['kan', 'かん'],
  ])('%s is %s', (typed, kana) => {
    expect(kanaOf(typed)).toBe(kana);
  });

  test('a hyphen stands for a long vowel, which is folded away later', () => {
    expect(kanaOf('terewa-ku')).toBe('てれわく');
  });
});

describe('no romaji', () => {
  test.each(['lgwan', 'swan2', 'cms', '', '-', '電子申請', 'でんし', '5g', 'i-bcp', 'DENSHI', 'e.g', 'a b'])(
    '«%s» spells no kana',
    (typed) => {
      expect(kanaOf(typed)).toBeNull();
    },
  );

  test('nothing makes it throw; what it returns is hiragana', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."aiueonkstywrx-'") })), (text) => {
        expect(kanaOf(text) ?? 'か').toMatch(/^[ぁ-ゖー]+$/u);
      }),
    );
  });
});
