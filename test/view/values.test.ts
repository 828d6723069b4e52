import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askValue, decode, encode, itemValue, pageValue, shareValue } from '../../src/view/values.ts';

const question = fc.string({ unit: 'binary', maxLength: 150 });

describe('a value on a button', () => {
  test('comes back as it was written', () => {
    const value = fc.record({ q: question, from: fc.nat({ max: 10_000 }) });
    fc.assert(
      fc.property(value, (page) => {
        expect(decode(pageValue, encode(page))).toEqual(page);
      }),
    );
  });

  test('is a question or an item where either can be shared', () => {
    expect([decode(shareValue, '{"q":"電子申請"}'), decode(shareValue, '{"item":"it2013/4-2-1"}')]).toEqual([
      { q: '電子申請' },
      { item: 'it2013/4-2-1' },
    ]);
  });

  test.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['no JSON', '{"q":'],
    ['null', 'null'],
    ['a list', '["電子申請"]'],
    ['a number for a question', '{"q":1}'],
    ['another key', '{"question":"電子申請"}'],
    ['one key too many', '{"q":"電子申請","admin":true}'],
    ['a question no person can type', JSON.stringify({ q: 'あ'.repeat(301) })],
    ['a polluted prototype', '{"__proto__":{"q":"x"}}'],
  ])('is not taken from %s', (_, text) => {
    expect(decode(askValue, text)).toBeNull();
  });

  test.each([-1, 0.5, 10_001, '5', null])('is not taken with the page %s', (from) => {
    expect(decode(pageValue, JSON.stringify({ q: '電子申請', from }))).toBeNull();
  });

  test('is never anything but the value or nothing, whatever a client sends', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const value = decode(itemValue, text);
        expect(value === null || typeof value.item === 'string').toBe(true);
      }),
    );
  });
});
