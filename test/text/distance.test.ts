import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from '../../src/text/distance.ts';

const far = 20;

describe('typing errors', () => {
  test.each([
    ['nothing', '電子申請', '電子申請', 0],
    ['a wrong character', '電子人札', '電子入札', 1],
    ['a missing character', 'オプンデータ', 'オープンデータ', 1],
    ['a character too many', 'クラウウド', 'クラウド', 1],
    ['swapped neighbours', 'ルクラウド', 'クルラウド', 1],
    ['two errors', 'マイナソハーカード', 'マイナンバーカード', 2],
    ['an emoji for a character', '電子🍜請', '電子申請', 1],
    ['everything', 'abc', 'xyz', 3],
    ['an empty word', '', 'abc', 3],
  ])('%s', (_, typed, meant, errors) => {
    expect(distance(typed, meant, far)).toBe(errors);
  });

  test('more errors than the limit are one more than the limit, however many', () => {
    expect(distance('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(distance('a', 'abcdefgh', 2)).toBe(3);
    expect(distance('a', 'b', 0)).toBe(1);
  });
});

describe('for any words', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcサバ🍜'), maxLength: 8 });

  test('it is the same from either side', () => {
    fc.assert(fc.property(word, word, fc.nat(6), (a, b, limit) => distance(a, b, limit) === distance(b, a, limit)));
  });

  test('it is nought for equal words only', () => {
    fc.assert(fc.property(word, word, (a, b) => (distance(a, b, far) === 0) === (a === b)));
  });

  test('it lies between the difference of the lengths and the longer length', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const lengths = [Array.from(a).length, Array.from(b).length];
        const errors = distance(a, b, far);
        expect(errors).toBeGreaterThanOrEqual(Math.max(...lengths) - Math.min(...lengths));
        expect(errors).toBeLessThanOrEqual(Math.max(...lengths));
      }),
    );
  });

  test('a limit only cuts it off', () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, limit) => {
        expect(distance(a, b, limit)).toBe(Math.min(distance(a, b, far), limit + 1));
      }),
    );
  });

  test('a way round is never shorter than half the straight way', () => {
    // A swap may not be edited again, so the plain triangle rule does not hold; each swap is worth two edits at most.
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(distance(a, c, far)).toBeLessThanOrEqual(2 * (distance(a, b, far) + distance(b, c, far)));
      }),
    );
  });
});
