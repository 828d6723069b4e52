import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText } from '../../support/arbitrary-words.ts';
import { documentOf, drawn, htmlOf } from '../../support/drawn.ts';

const pieces = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b onclick=alert(1)>',
  '<javascript:alert(1)|押す>',
  '<data:text/html,x|押す>',
  '</textarea></select></form>',
  'js:alert(1)',
  "' hx-post='/elsewhere",
  '{"block_id":"other"}',
];
const hostile = fc.oneof(fc.constantFrom(...pieces), hostileText(120));
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

/** Every place of a block where text may stand. */
function everywhere(text: string): object[] {
  const option = { text: plain(text), value: text, description: plain(text) };
  const confirm = { title: plain(text), text: mrkdwn(text), confirm: plain(text), deny: plain(text) };
  const field = (element: object) => ({ type: 'input', label: plain(text), hint: plain(text), element });
  return [
    { type: 'header', text: plain(text) },
    {
      type: 'section',
      block_id: text,
      text: mrkdwn(text),
      fields: [plain(text), mrkdwn(text)],
      accessory: { type: 'button', action_id: text, text: plain(text), value: text, url: text, confirm },
    },
    { type: 'context', elements: [mrkdwn(text), { type: 'image', image_url: text, alt_text: text }] },
    { type: 'image', image_url: text, alt_text: text, title: plain(text) },
    { type: 'markdown', text },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text },
            { type: 'link', url: text },
          ],
        },
      ],
    },
    {
      type: 'actions',
      elements: [
        { type: 'overflow', action_id: 'o', options: [option, { ...option, url: text }] },
        { type: 'static_select', action_id: 's', placeholder: plain(text), options: [option] },
        { type: 'button', action_id: 'b', text: plain(text), accessibility_label: text, confirm },
      ],
    },
    field({ type: 'plain_text_input', action_id: 'p', multiline: true, initial_value: text, placeholder: plain(text) }),
    field({ type: 'checkboxes', action_id: 'c', options: [option], initial_options: [option] }),
    {
      type: 'data_table',
      caption: text,
      rows: [[{ type: 'raw_text', text }], [{ type: 'raw_number', value: 1, text }]],
    },
    ...(['bar', 'line', 'area'] as const).map((type) => ({
      type: 'data_visualization',
      title: text,
      chart: {
        type,
        series: [{ name: text, data: [{ label: text, value: -1 }] }],
        axis_config: { categories: [text] },
      },
    })),
  ];
}

/** What could run or reach out if hostile text had become more than text. */
function live(html: string): string[] {
  const all = [...documentOf(html).body.querySelectorAll('*')];
  return all.flatMap((element) => {
    const attributes = [...element.attributes];
    const address = element.getAttribute('href');
    return [
      ...(['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'META', 'BASE'].includes(element.tagName)
        ? [element.tagName]
        : []),
      ...attributes.filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
      ...(address !== null && address !== '' && !/^(?:https?|mailto|tel):/iu.test(address) ? [address] : []),
      ...(element.hasAttribute('hx-post') && element.getAttribute('hx-post') !== '/actions/1' ? ['hx-post'] : []),
      ...(element.getAttribute('hx-confirm')?.trim().startsWith('j') ? ['hx-confirm'] : []),
    ];
  });
}

describe('hostile text', () => {
  test.each(['message', 'modal'] as const)('stays text wherever it stands in a %s', (mode) => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(live(htmlOf(everywhere(text), { mode, errors: { 'block-8': text } }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('in plain text is shown letter by letter', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // What HTML itself cannot hold.
        const sound = text.toWellFormed().replace(/[\0\r]/gu, '');
        const shown = drawn([{ type: 'section', text: plain(sound) }]).querySelector('.formatted')?.textContent;
        expect(shown).toBe(sound);
      }),
      { numRuns: 100 },
    );
  });

  test('in an id does not reach another block', () => {
    const button = { type: 'button', action_id: '","block_id":"other', text: plain('押す') };
    const [drawnButton] = drawn([{ type: 'actions', block_id: 'own', elements: [button] }]).querySelectorAll('button');
    expect(JSON.parse(drawnButton?.getAttribute('hx-vals') ?? '')).toEqual({
      block_id: 'own',
      action_id: '","block_id":"other',
    });
  });

  test('that says «js:» in a confirmation is asked, not run', () => {
    const confirm = { title: plain('js:alert(1)'), text: plain('本当ですか') };
    const blocks = [{ type: 'actions', elements: [{ type: 'button', text: plain('押す'), confirm }] }];
    expect(drawn(blocks).querySelector('button')?.getAttribute('hx-confirm')).toMatch(/^☑ js:alert/u);
  });
});

describe('what cannot be drawn', () => {
  const note = (block: unknown) => drawn([block]).querySelector('[role=note]')?.textContent;

  test.each([
    [{ type: 'video', title: plain('動画') }, 'video'],
    [{ type: 'section', text: 3 }, 'section'],
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section' }] }, 'rich_text'],
    [{ type: 'data_visualization', title: '図', chart: { type: 'pie', segments: [] } }, 'data_visualization'],
    [{ type: 'actions', elements: [{ type: 'workflow_button' }] }, 'workflow_button'],
    [{ type: 'input', label: plain('欄'), element: { type: 'rich_text_input' } }, 'rich_text_input'],
    [{ type: 'context', elements: [{ type: 'user' }] }, 'user'],
    [null, '?'],
    ['text', '?'],
  ])('%j becomes a note that says so', (block, type) => {
    expect(note(block)).toBe(`この画面では表示できない部品です（${type}）。`);
  });

  test('does not take its neighbours along', () => {
    const elements = [{ type: 'nonsense' }, { type: 'button', action_id: 'b', text: plain('詳細') }];
    expect(drawn([{ type: 'actions', elements }]).querySelector('button')?.textContent).toBe('詳細');
  });

  test('never stops the page, whatever its shape', () => {
    const types = [
      'section',
      'context',
      'actions',
      'input',
      'data_table',
      'data_visualization',
      'rich_text',
      'markdown',
    ];
    const keys = ['text', 'elements', 'accessory', 'element', 'rows', 'chart', 'fields', 'label', 'title', 'caption'];
    const block = fc
      .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...keys), fc.anything({ maxDepth: 3 })))
      .map(([type, rest]) => ({ ...rest, type }));
    fc.assert(
      fc.property(block, (one) => {
        expect(htmlOf([one])).toContain('blocks');
      }),
    );
  });
});
