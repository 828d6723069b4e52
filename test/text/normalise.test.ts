import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, normalise } from '../../src/text/normalise.ts';
import { anyText } from '../support/any-text.ts';

describe('normalising a question', () => {
  describe('gives one spelling to', () => {
    test.each([
      ['full-width digits and letters', '４２１ＡＢＣ', '421abc'],
      ['half-width kana with voicing marks', 'ｻｰﾊﾞｰﾃﾞｼﾞﾀﾙ', 'サーバーデジタル'],
      ['kana whose voicing mark stands apart', 'か\u3099', 'が'],
      ['capital letters', 'Wi-Fi', 'wi-fi'],
      ['squared era names', '㍻25年', '平成25年'],
      ['unit signs', '㎡ ㌔', 'm2 キロ'],
      ['bracketed company signs', '㈱', '(株)'],
      ['wave dashes and tildes', 'H23〜H25～H26∼H27', 'h23~h25~h26~h27'],
      ['runs of spaces of any kind', '  電子\u3000 \t申請\n', '電子 申請'],
    ])('%s', (_, typed, read) => {
      expect(normalise(typed)).toBe(read);
    });

    test.each(['-', '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣', '﹘', '─'])('the dash %s', (dash) => {
      expect(normalise(`4${dash}2${dash}1`)).toBe('4-2-1');
    });

    test('the long vowel mark, which stays: only a number knows whether it is a dash', () => {
      expect(normalise('4ー2ー1 サーバｰ')).toBe('4ー2ー1 サーバー');
    });
  });

  describe('keeps a branch apart from its number', () => {
    test.each(Array.from({ length: 20 }, (_, index) => index + 1))('circled %i', (n) => {
      const circled = String.fromCodePoint(0x245f + n);
      expect(normalise(`4-2-5${circled}`)).toBe(`4-2-5(${n})`);
    });

    test('a bracketed digit in one character', () => {
      expect(normalise('4-2-5⑶')).toBe('4-2-5(3)');
    });
  });

  describe('reads Roman numerals as digits', () => {
    test.each(Array.from({ length: 12 }, (_, index) => index + 1))('%i, large and small', (n) => {
      expect(normalise(`SWAN${String.fromCodePoint(0x215f + n)}`)).toBe(`swan${n}`);
      expect(normalise(`SWAN${String.fromCodePoint(0x216f + n)}`)).toBe(`swan${n}`);
    });

    test.each([
      ['SWAN II', 'swan2'],
      ['swan iii', 'swan3'],
      ['Swan IV', 'swan4'],
    ])('typed as letters behind a word: %s', (typed, read) => {
      expect(normalise(typed)).toBe(read);
    });

    test('but not letters that only look like them', () => {
      expect(normalise('iv drip, a ii, hawaii')).toBe('iv drip, a ii, hawaii');
    });
  });

  test.each([
    ['髙台移転', '高台移転'],
    ['苦勞', '苦労'],
    ['縣廳', '県庁'],
    ['國會', '国会'],
    ['學校', '学校'],
    ['﨑 澤 邊 邉 廣 櫻 齋', '崎 沢 辺 辺 広 桜 斎'],
    ['當選 續く 獨立 佛 眞 榮', '当選 続く 独立 仏 真 栄'],
  ])('old forms of kanji become new ones: %s', (typed, read) => {
    expect(normalise(typed)).toBe(read);
  });

  describe('takes out what cannot be seen', () => {
    test.each([
      ['NUL', '\u0000'],
      ['a bell', '\u0007'],
      ['an escape', '\u001b'],
    ])('%s parts words', (_, control) => {
      expect(normalise(`電子${control}申請`)).toBe('電子 申請');
    });

    test.each([
      ['a zero-width space', '\u200b'],
      ['a zero-width joiner', '\u200d'],
      ['a byte order mark', '\ufeff'],
      ['a soft hyphen', '\u00ad'],
      ['a right-to-left override', '\u202e'],
      ['half of a surrogate pair', '\ud800'],
      ['the other half', '\udc00'],
      ['a private character', '\ue000'],
    ])('%s', (_, invisible) => {
      expect(normalise(`電子${invisible}申請`)).toMatch(/^電子 ?申請$/u);
      expect(normalise(invisible)).toBe('');
    });
  });

  test.each(['メルマガ・みやぎ', 'メルマガ･みやぎ', 'メルマガ·みやぎ'])('a middle dot separates words: %s', (typed) => {
    expect(normalise(typed)).toBe('メルマガ みやぎ');
  });

  test('an emoji stays a character of its own', () => {
    expect(normalise('🍜と👍🏽')).toBe('🍜と👍🏽');
  });

  describe('whatever is typed', () => {
    // Characters that change into others, or into several: one change must not give rise to the next.
    const changing = fc.string({
      unit: fc.constantFrom(...'ーｰ－−—～〜・･①⑳㉑⓪⑴ⅡⅫⅷ髙﨑勞㍻㈱½ﬁßOoAaｱｶﾞﾟか\u3099\u200b\u0000\ud800\u3000 (1)-ー4🍜'),
    });

    test('normalising twice changes nothing more', () => {
      fc.assert(fc.property(changing, (text) => normalise(normalise(text)) === normalise(text)));
    });

    test('no control, invisible or broken character is left, nor a space too many', () => {
      fc.assert(
        fc.property(anyText(40), (text) => {
          expect(normalise(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|^\s|\s$|\s\s/u);
        }),
      );
    });

    test('width and capitals make no difference', () => {
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom(...'abcxyz0129.,()') }), (text) => {
          const wide = text.replace(/./gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
          expect(normalise(wide)).toBe(normalise(text));
          expect(normalise(text.toUpperCase())).toBe(normalise(text));
        }),
      );
    });
  });
});

describe('cutting a question', () => {
  test('a text within the limit stays as it is', () => {
    expect(cut('電子申請', 4)).toBe('電子申請');
  });

  test('a longer one loses its end', () => {
    expect(cut('電子申請', 3)).toBe('電子申');
  });

  test('emoji count as one each and are never halved', () => {
    expect(cut('🍜'.repeat(300), 300)).toBe('🍜'.repeat(300));
    expect(cut('🍜'.repeat(301), 300)).toBe('🍜'.repeat(300));
    expect(cut(`a${'🍜'.repeat(300)}`, 300)).toBe(`a${'🍜'.repeat(299)}`);
  });

  test('it keeps the first characters of any text, whole', () => {
    fc.assert(
      fc.property(anyText(30), fc.nat(30), (text, length) => {
        expect(cut(text, length)).toBe(Array.from(text).slice(0, length).join(''));
      }),
    );
  });
});
