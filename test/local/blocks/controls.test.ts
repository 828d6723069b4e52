import { describe, expect, test } from 'vitest';
import { drawn } from '../../support/drawn.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'b',
  label: plain('実績値'),
  hint: plain('半角の数字'),
  element: { action_id: 'a', ...element },
  ...more,
});
const text = { type: 'plain_text_input', initial_value: '10' };
const radio = { type: 'radio_buttons', options: [{ text: plain('達成'), value: '甲' }] };
const form = (block: object, over: Parameters<typeof drawn>[1] = {}) => drawn([block], { mode: 'modal', ...over });

/** The texts that explain an element to a screen reader. */
function explained(document: ReturnType<typeof drawn>, selector: string): string[] {
  const ids = document.querySelector(selector)?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `nothing has the id ${id}`);
}

describe('a field of a modal', () => {
  test('has a real label', () => {
    const document = form(input(text));
    expect(document.querySelector('label')?.getAttribute('for')).toBe(document.querySelector('input')?.id);
  });

  test('of several boxes has a legend', () => {
    expect(form(input(radio)).querySelector('fieldset > legend')?.textContent).toBe('実績値');
  });

  test('that may stay empty says so and is not required', () => {
    const document = form(input(text, { optional: true }));
    const { textContent } = document.querySelector('label') ?? {};
    expect([textContent, document.querySelector('input')?.required]).toEqual(['実績値任意', false]);
  });

  test('is explained by its hint', () => {
    expect(explained(form(input(text)), 'input')).toEqual(['半角の数字']);
  });

  test.each([
    ['input', text],
    ['fieldset', radio],
  ])('that is wrong is explained by the error too (%s)', (selector, element) => {
    const document = form(input(element), { errors: { b: '数字ではありません。' } });
    expect(explained(document, selector)).toEqual(['半角の数字', '数字ではありません。']);
  });

  test('that is wrong announces the error', () => {
    const document = form(input(text), { errors: { b: '数字ではありません。' } });
    const invalid = document.querySelector('input')?.getAttribute('aria-invalid');
    expect([document.querySelector('[role=alert]')?.textContent, invalid]).toEqual(['数字ではありません。', 'true']);
  });

  test('keeps what was typed', () => {
    expect(form(input(text), { values: new Map([['b/a', ['12']]]) }).querySelector('input')?.value).toBe('12');
  });

  test('keeps that everything was unticked', () => {
    const boxes = { type: 'checkboxes', options: radio.options, initial_options: radio.options };
    const document = form(input(boxes), { values: new Map([['b/a', ['']]]) });
    expect(document.querySelector('[checked]')).toBeNull();
  });

  test('sends nothing by itself', () => {
    expect(form(input(text)).querySelector('[hx-post]')).toBeNull();
  });

  test('sends at once where the bot asks for it', () => {
    const document = form(input(text, { dispatch_action: true }));
    expect(document.querySelector('input')?.getAttribute('hx-trigger')).toBe('change');
  });
});

describe('the browser knows what belongs into', () => {
  test.each([
    [
      { type: 'number_input', is_decimal_allowed: true, min_value: '0', max_value: '9.5' },
      { type: 'number', step: 'any', min: '0', max: '9.5' },
    ],
    [
      { type: 'number_input', is_decimal_allowed: false },
      { type: 'number', step: '1' },
    ],
    [{ type: 'email_text_input' }, { type: 'email' }],
    [{ type: 'url_text_input' }, { type: 'url' }],
    [{ type: 'datepicker' }, { type: 'date' }],
    [
      { type: 'plain_text_input', min_length: 2, max_length: 30 },
      { minlength: '2', maxlength: '30' },
    ],
    [
      { type: 'file_input', filetypes: ['xlsx', 'csv'], max_files: 1 },
      { type: 'file', accept: '.xlsx,.csv' },
    ],
  ])('%j', (element, attributes) => {
    const field = form(input(element)).querySelector('input');
    const found = Object.fromEntries(Object.keys(attributes).map((name) => [name, field?.getAttribute(name)]));
    expect(found).toEqual(attributes);
  });
});

describe('a control of a message', () => {
  const actions = (...elements: object[]) => drawn([{ type: 'actions', block_id: 'b', elements }]);
  const option = { text: plain('税務課'), value: '甲' };

  test.each([
    ['button', { type: 'button', action_id: 'a', text: plain('詳細') }],
    ['select', { type: 'static_select', action_id: 'a', options: [option] }],
    ['form', { type: 'checkboxes', action_id: 'a', options: [option] }],
    ['input', { type: 'datepicker', action_id: 'a' }],
  ])('posts its ids and nothing else (%s)', (selector, element) => {
    const control = actions(element).querySelector(selector);
    expect(JSON.parse(control?.getAttribute('hx-vals') ?? '')).toEqual({ block_id: 'b', action_id: 'a' });
  });

  test('gives its value as «value»', () => {
    const select = actions({ type: 'static_select', action_id: 'a', options: [option] }).querySelector('select');
    expect(select?.getAttribute('name')).toBe('value');
  });

  test('in a menu carries the option that was taken', () => {
    const button = actions({ type: 'overflow', action_id: 'a', options: [option] }).querySelector('li button');
    expect(JSON.parse(button?.getAttribute('hx-vals') ?? '')).toMatchObject({ value: '甲' });
  });

  test('that leads elsewhere is a link', () => {
    const link = actions({ type: 'button', text: plain('資料'), url: 'https://e.example/' }).querySelector('a.button');
    expect([link?.getAttribute('rel'), link?.getAttribute('hx-post')]).toEqual(['noopener noreferrer', null]);
  });

  test('asks before it sends', () => {
    const confirm = { title: plain('受理しますか'), text: plain('直せなくなります。') };
    const button = actions({ type: 'button', action_id: 'a', text: plain('受理'), confirm }).querySelector('button');
    expect(button?.getAttribute('hx-confirm')).toContain('受理しますか\n直せなくなります。');
  });

  test('is called by its accessibility label', () => {
    const button = actions({ type: 'button', text: plain('詳細'), accessibility_label: '電子申請の詳細' });
    expect(button.querySelector('button')?.getAttribute('aria-label')).toBe('電子申請の詳細');
  });
});
