import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shorten, shortenMrkdwn } from '../../src/view/limits.ts';
import { escapeMrkdwn } from '../../src/wording/escape.ts';
import { hostileText } from '../support/arbitrary-words.ts';
import { liveMarkup } from '../support/live-markup.ts';

const limit = fc.integer({ min: 1, max: 200 });
/** Escaped text of data between the one kind of markup that we write ourselves. */
const mrkdwn = fc
  .array(fc.oneof(hostileText(80).map(escapeMrkdwn), fc.constantFrom('<@U012AB3CD>', '<https://x.example/a|資料>')), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

describe('shortening plain text', () => {
  test('leaves what fits as it is', () => {
    expect(shorten('電子申請', 4)).toBe('電子申請');
  });

  test('ends with an ellipsis within the limit', () => {
    expect(shorten('電子申請の推進', 5)).toBe('電子申請…');
  });

  test('never halves a character outside the basic plane', () => {
    expect(shorten('吉野家の𠮷𠮷𠮷', 6)).toBe('吉野家の…');
  });

  test('never passes the limit', () => {
    fc.assert(
      fc.property(hostileText(300), limit, (text, most) => {
        expect(shorten(text, most).length).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('keeps the beginning and adds nothing but the ellipsis', () => {
    fc.assert(
      fc.property(hostileText(300), limit, (text, most) => {
        const kept = shorten(text, most).replace(/…$/u, '');
        expect(text.startsWith(kept)).toBe(true);
      }),
    );
  });

  test('keeps well-formed text well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), limit, (text, most) => {
        expect(shorten(text, most).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('shortening mrkdwn', () => {
  test.each([
    ['a&amp;b', 4, 'a…'],
    ['a&amp;b', 6, 'a…'],
    ['a&amp;bc', 7, 'a&amp;…'],
    ['見て<https://x.example|資料>を', 12, '見て…'],
    ['<@U012AB3CD> さん', 6, '…'],
    ['<@U012AB3CD> さんが', 14, '<@U012AB3CD> …'],
  ])('cuts «%s» to %d characters outside of what Slack reads as one', (text, most, expected) => {
    expect(shortenMrkdwn(text, most)).toBe(expected);
  });

  test('never passes the limit', () => {
    fc.assert(
      fc.property(mrkdwn, limit, (text, most) => {
        expect(shortenMrkdwn(text, most).length).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('makes no markup that was not there, and cuts none open', () => {
    fc.assert(
      fc.property(mrkdwn, limit, (text, most) => {
        const before = liveMarkup(text);
        expect(before.slice(0, liveMarkup(shortenMrkdwn(text, most)).length)).toEqual(
          liveMarkup(shortenMrkdwn(text, most)),
        );
      }),
    );
  });
});
