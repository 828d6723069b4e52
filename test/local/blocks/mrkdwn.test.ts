import { describe, expect, test } from 'vitest';
import { drawn } from '../../support/drawn.ts';

/** The HTML of mrkdwn, without the boxes around it. */
function html(text: string, verbatim = false): string {
  const document = drawn([{ type: 'section', text: { type: 'mrkdwn', text, verbatim } }]);
  return document.querySelector('.formatted')?.innerHTML ?? '';
}

describe('mrkdwn is formatted as Slack does', () => {
  test.each([
    ['*太字*　_斜体_ ~取消~ `符号`', '<div><strong>太字</strong>　<em>斜体</em> <s>取消</s> <code>符号</code></div>'],
    ['*太字 _斜体_*', '<div><strong>太字 <em>斜体</em></strong></div>'],
    ['（*太字*）、*次*', '<div>（<strong>太字</strong>）、<strong>次</strong></div>'],
    ['&gt; 引用\n本文', '<blockquote>引用</blockquote><div>本文</div>'],
    ['前\n```\n一 *二*\n```', '<div>前\n</div><pre>一 *二*\n</pre>'],
    ['&lt;b&gt; &amp;amp;', '<div>&lt;b&gt; &amp;amp;</div>'],
    ['`*そのまま*`', '<div><code>*そのまま*</code></div>'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test.each(['2014~2016 と 2017~2020', 'a_b と c_d', '2*3*4', '10:30:45', '# 見出し', '---', '* 点 *', '**', '1. 一'])(
    '«%s» has no markup',
    (text) => {
      expect(html(text)).toBe(`<div>${text}</div>`);
    },
  );
});

describe('what stands in angle brackets', () => {
  test('a person is called by name', () => {
    expect(html('<@U1>さん')).toBe('<div><span class="mention">@職員</span>さん</div>');
  });

  test('a conversation is called by name', () => {
    expect(html('<#C1>')).toBe('<div><span class="mention">#情報化推進</span></div>');
  });

  test('a person nobody knows keeps the id', () => {
    expect(html('<@U9>')).toBe('<div><span class="mention">@U9</span></div>');
  });

  test('a link opens beside the workspace and tells the other site nothing', () => {
    expect(html('<https://e.example/?a=1&amp;b=2|県のページ>')).toBe(
      '<div><a href="https://e.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">県のページ</a></div>',
    );
  });

  test('an address that would run stays text', () => {
    expect(html('<javascript:alert(1)|押す>')).toBe('<div>押す</div>');
  });

  test('a date reads as its fallback', () => {
    expect(html('<!date^1775001600^{date_num}|2026年4月1日>')).toBe('<div>2026年4月1日</div>');
  });
});

describe('an address in running text', () => {
  test('becomes a link', () => {
    expect(html('https://e.example/a_b_c を見る')).toContain('<a href="https://e.example/a_b_c"');
  });

  test('stays text where the bot asks for it', () => {
    expect(html('https://e.example/', true)).toBe('<div>https://e.example/</div>');
  });
});
