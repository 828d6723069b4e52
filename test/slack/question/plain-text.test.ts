import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/slack/question/plain-text.ts';
import { hostileText } from '../../support/arbitrary-words.ts';

/** What Slack makes of typed characters before it sends a message on. */
function asSent(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** What Slack writes itself: mentions of people, groups and everybody. */
const mention = fc.constantFrom(
  '<@U00000NAVI>',
  '<@U012AB3CD|taro>',
  '<!channel>',
  '<!here|here>',
  '<!subteam^S012|@team>',
);

describe('the text of a message', () => {
  test.each([
    ['<@U00000NAVI> 電子申請', '電子申請'],
    ['電子申請 <@U00000NAVI> の担当は？', '電子申請   の担当は？'],
    ['<!channel> 電子申請', '電子申請'],
    ['<!subteam^S012|@情報政策課> 電子申請', '電子申請'],
    ['<#C012AB|general> の件', 'general の件'],
    ['<#C012AB|> の件', 'の件'],
    ['<https://www.pref.miyagi.jp/|県のページ> を見て', '県のページ を見て'],
    ['<https://www.pref.miyagi.jp/>', 'https://www.pref.miyagi.jp/'],
    ['<mailto:x@example.jp|x@example.jp>', 'x@example.jp'],
    ['R&amp;D &lt;電子申請&gt;', 'R&D <電子申請>'],
    ['&amp;lt;', '&lt;'],
    ['', ''],
    ['<@U00000NAVI>', ''],
  ])('«%s» reads «%s»', (sent, read) => {
    expect(plainText(sent)).toBe(read);
  });

  test('comes out as it was typed, whatever was typed', () => {
    fc.assert(
      fc.property(hostileText(200), (typed) => {
        expect(plainText(asSent(typed))).toBe(typed.trim());
      }),
    );
  });

  test('keeps no mention of anybody', () => {
    const harmless = hostileText(60).map((typed) => asSent(typed.replace(/[<>]/gu, ' ')));
    fc.assert(
      fc.property(fc.array(fc.oneof(harmless, mention)), (parts) => {
        expect(plainText(parts.join(' '))).not.toMatch(/<[@!]/u);
      }),
    );
  });
});
