import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeFallback, escapeMrkdwn } from '../../src/wording/escape.ts';

/** Text made to be misread: the characters Slack acts on among letters of both languages. */
const hostile = fc
  .array(fc.constantFrom(...'<>&*_~`!@#|:;/ \nab12県あ', '&lt;', '<!channel>', '<@U1>', '~~', '＊', '😀'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const anyText = fc.oneof(hostile, fc.string({ unit: 'grapheme' }));

/** What a person sees in Slack: entities as characters, full-width forms as their plain ones. */
function seen(text: string): string {
  const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
  return text.replace(/&(?:amp|lt|gt);/gu, (entity) => characters[entity] ?? entity).normalize('NFKC');
}

describe('a value inside mrkdwn', () => {
  test.each([
    ['<!channel> <!here> <!everyone>', '&lt;!channel&gt; &lt;!here&gt; &lt;!everyone&gt;'],
    ['<@U012AB3CD>', '&lt;@U012AB3CD&gt;'],
    ['<https://example.jp|県のページ>', '&lt;https://example.jp|県のページ&gt;'],
    ['A&B', 'A&amp;B'],
    ['&lt;!channel&gt;', '&amp;lt;!channel&amp;gt;'],
    ['*太字*', '＊太字＊'],
    ['`code` ```code```', '｀code｀ ｀｀｀code｀｀｀'],
    ['_斜体_', '＿斜体＿'],
    ['~取消~', '～取消～'],
    ['a *b', 'a ＊b'],
  ])('%s becomes %s', (text, escaped) => {
    expect(escapeMrkdwn(text)).toBe(escaped);
  });

  test.each([
    'みやぎICT推進プラン(2014~2016)',
    'H23~H25',
    '県~市町村',
    'snake_case',
    '4-2-1①②',
    '【HP】「食材王国みやぎ」',
    '5,700h（目標 300人）',
    '3 − 2 = 1; 50%!',
    '',
  ])('«%s» holds nothing that formats and stays as it is', (text) => {
    expect(escapeMrkdwn(text)).toBe(text);
  });

  test('no bracket, ampersand, star or backtick stays, but for whole entities', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeMrkdwn(text).replace(/&(?:amp|lt|gt);/gu, '')).not.toMatch(/[<>&*`]/u);
      }),
    );
  });

  test('an underscore or tilde stays only between letters or digits, where Slack lets it be', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeMrkdwn(text)).not.toMatch(/(?:^|[^\p{L}\p{N}])[_~]|[_~](?:$|[^\p{L}\p{N}])/u);
      }),
    );
  });

  test('to the eye nothing changes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(seen(escapeMrkdwn(text))).toBe(text.normalize('NFKC'));
      }),
    );
  });

  test('a value that would begin a quotation does not, wherever its line begins', () => {
    expect(escapeMrkdwn('> 引用')).toBe('＞ 引用');
    expect(escapeMrkdwn('目標\n>引用')).toBe('目標\n＞引用');
    expect(escapeMrkdwn('3 > 2')).toBe('3 &gt; 2');
  });

  test('two values side by side are as safe as each alone', () => {
    const notQuoting = anyText.filter((text) => !text.startsWith('>'));
    fc.assert(
      fc.property(anyText, notQuoting, (one, other) => {
        expect(`${escapeMrkdwn(one)} ${escapeMrkdwn(other)}`).toBe(escapeMrkdwn(`${one} ${other}`));
      }),
    );
  });
});

describe('the text beside the blocks', () => {
  test.each([
    ['「<!channel>」に当たるものは見つかりませんでした。', '「&lt;!channel&gt;」に当たるものは見つかりませんでした。'],
    ['<http://x.example|安全> & <', '&lt;http://x.example|安全&gt; &amp; &lt;'],
    ['<@U0&<!here>', '&lt;@U0&amp;&lt;!here&gt;'],
  ])('calls nobody and leads nowhere: %s', (text, safe) => {
    expect(escapeFallback(text)).toBe(safe);
  });

  test.each(['<@U012AB3CD> さんに引き継ぎました。', '<#C0GENERAL> に届きます。', 'A &amp; B &lt;1&gt;'])(
    'keeps names, and what is escaped already: %s',
    (text) => {
      expect(escapeFallback(text)).toBe(text);
    },
  );
});
