import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigrams } from '../../src/text/grams.ts';

describe('character pairs', () => {
  test.each([
    ['電子申請', ['電子', '子申', '申請']],
    ['防災', ['防災']],
    ['水', ['水']],
    ['', []],
    ['a🍜b', ['a🍜', '🍜b']],
  ])('of «%s»', (word, pairs) => {
    expect(bigrams(word)).toEqual(pairs);
  });

  test('every two neighbours make one pair, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'電子申請アb🍜'), { minLength: 2 }), (characters) => {
        const pairs = bigrams(characters.join(''));
        expect(pairs).toHaveLength(characters.length - 1);
        expect(pairs.map((pair) => Array.from(pair)[0])).toEqual(characters.slice(0, -1));
        expect(pairs.map((pair) => Array.from(pair)[1])).toEqual(characters.slice(1));
      }),
    );
  });
});
