import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementAt } from '../../../src/local/blocks/placed.ts';
import { actionOf, fieldName, sentValues, stateValues } from '../../../src/local/blocks/submitted.ts';
import { hostileText, hostileWord } from '../../support/arbitrary-words.ts';
import { blocksContext, drawn, sentBy } from '../../support/drawn.ts';

const { directory } = blocksContext();
const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(`選択肢 ${value}`), value });

/** NUL, CR and broken characters do not survive HTML; no person types them. */
const survives = (text: string) => text.toWellFormed().replace(/[\0\r]/gu, '');

/** Options with different values, and some of them chosen, in the order of the options. */
const chosen = fc
  .uniqueArray(
    hostileWord(20).map((word) => survives(word) || '語'),
    { minLength: 1, maxLength: 6 },
  )
  .chain((values) => fc.record({ values: fc.constant(values), picked: fc.subarray(values) }))
  .map(({ values, picked }) => ({ options: values.map(option), picked: picked.map(option) }));
const users = fc.subarray(directory.users.map(({ id }) => id));

/** An element with initial values, and how Slack would send them back untouched. */
const element = fc.oneof(
  chosen.map(({ options, picked: [first] }) => ({
    given: { type: 'static_select', options, ...(first ? { initial_option: first } : {}) },
    value: { type: 'static_select', selected_option: first ?? null },
  })),
  chosen.map(({ options, picked: [first] }) => ({
    given: { type: 'radio_buttons', options, ...(first ? { initial_option: first } : {}) },
    value: { type: 'radio_buttons', selected_option: first ?? null },
  })),
  chosen.map(({ options, picked }) => ({
    given: {
      type: 'multi_static_select',
      option_groups: [{ label: plain('区分'), options }],
      initial_options: picked,
    },
    value: { type: 'multi_static_select', selected_options: picked },
  })),
  chosen.map(({ options, picked }) => ({
    given: { type: 'checkboxes', options, initial_options: picked },
    value: { type: 'checkboxes', selected_options: picked },
  })),
  users.map((ids) => ({
    given: { type: 'multi_users_select', initial_users: ids },
    value: { type: 'multi_users_select', selected_users: ids },
  })),
  fc.constantFrom('C1', 'C2', 'D1').map((id) => ({
    given: { type: 'conversations_select', initial_conversation: id },
    value: { type: 'conversations_select', selected_conversation: id },
  })),
  fc.boolean().map((current) => ({
    given: { type: 'conversations_select', default_to_current_conversation: current },
    value: { type: 'conversations_select', selected_conversation: current ? 'C1' : null },
  })),
  fc.integer({ min: 0, max: 60_000_000 }).map((minutes) => ({
    given: { type: 'datetimepicker', initial_date_time: minutes * 60 },
    value: { type: 'datetimepicker', selected_date_time: minutes * 60 },
  })),
  fc.constantFrom('2026-04-01', '2000-02-29').map((date) => ({
    given: { type: 'datepicker', initial_date: date },
    value: { type: 'datepicker', selected_date: date },
  })),
  fc
    .tuple(fc.constantFrom('', '\n', '\n\n'), hostileText(200))
    .map(([above, text]) => survives(above + text))
    .map((text) => ({
      given: { type: 'plain_text_input', multiline: true, initial_value: text },
      value: { type: 'plain_text_input', value: text === '' ? null : text },
    })),
);

describe('a form sent back as it was shown', () => {
  test('gives the initial values', () => {
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 5 }), (elements) => {
        const blocks = elements.map(({ given }, index) => ({
          type: 'input',
          block_id: `block ${index}`,
          label: plain('欄'),
          element: { ...given, action_id: 'a/b' },
        }));
        const expected = Object.fromEntries(elements.map(({ value }, index) => [`block ${index}`, { 'a/b': value }]));
        expect(stateValues(blocks, sentBy(drawn(blocks, { mode: 'modal' })), directory)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

const chooser = (type: string) => ({ type, action_id: 'x', options: [option('甲'), option('乙')] });
const placed = (one: object) => elementAt([{ type: 'actions', block_id: 'b', elements: [one] }], 'b', 'x');
const sent = (one: object, ...values: string[]) => {
  const at = placed(one);
  return at && actionOf(at, values, directory);
};
const ids = { action_id: 'x', block_id: 'b' };

describe('a gesture', () => {
  test.each([
    [
      { type: 'button', action_id: 'x', text: plain('詳細'), value: '4-2-1' },
      [],
      { text: plain('詳細'), value: '4-2-1' },
    ],
    [chooser('static_select'), ['乙'], { selected_option: option('乙') }],
    [chooser('overflow'), ['甲'], { selected_option: option('甲') }],
    [chooser('checkboxes'), ['乙', '甲'], { selected_options: [option('甲'), option('乙')] }],
    [{ type: 'users_select', action_id: 'x' }, ['U1'], { selected_user: 'U1' }],
    [{ type: 'channels_select', action_id: 'x' }, ['C1'], { selected_channel: 'C1' }],
    [{ type: 'datepicker', action_id: 'x' }, ['2026-04-01'], { selected_date: '2026-04-01' }],
    [{ type: 'timepicker', action_id: 'x' }, ['09:30'], { selected_time: '09:30' }],
    [{ type: 'datetimepicker', action_id: 'x' }, ['2026-04-01T09:00'], { selected_date_time: 1775001600 }],
    [{ type: 'plain_text_input', action_id: 'x' }, ['一\r\n二'], { value: '一\n二' }],
  ])('on %j carries its value', (one, values, payload) => {
    expect(sent(one, ...values)).toEqual({ type: one.type, ...ids, ...payload });
  });

  test.each([
    [chooser('static_select'), '丙'],
    [chooser('radio_buttons'), '__proto__'],
    [chooser('overflow'), ''],
    [{ type: 'users_select', action_id: 'x' }, 'U9'],
    [{ type: 'channels_select', action_id: 'x' }, 'C2'],
    [{ type: 'conversations_select', action_id: 'x', filter: { include: ['public'] } }, 'D1'],
    [{ type: 'datepicker', action_id: 'x' }, '四月一日'],
    [{ type: 'datetimepicker', action_id: 'x' }, 'いつか'],
  ])('on %j with the forged value «%s» is none', (one, value) => {
    expect(sent(one, value)).toBeNull();
  });

  test('is read from a message under «value»', () => {
    const at = placed(chooser('static_select'));
    expect(at && sentValues(new Map([['value', ['甲']]]), at)).toEqual(['甲']);
  });

  test('is read from a modal under its own name', () => {
    const at = placed(chooser('static_select'));
    expect(at && sentValues(new Map([[fieldName('b', 'x'), ['甲']]]), at)).toEqual(['甲']);
  });

  test('on an element that the blocks do not hold is none', () => {
    expect(elementAt([{ type: 'actions', block_id: 'b', elements: [chooser('static_select')] }], 'b', 'y')).toBeNull();
  });
});

test('a forged value of a form counts as nothing chosen', () => {
  const blocks = [{ type: 'input', block_id: 'b', label: plain('課'), element: chooser('static_select') }];
  expect(stateValues(blocks, new Map([['b/x', ['丙']]]), directory)).toEqual({
    b: { x: { type: 'static_select', selected_option: null } },
  });
});
