import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf, typedLines } from '../../../src/slack/report/report-state.ts';
import { openData } from '../../support/rounds.ts';

const blank = { kpi: openData, value: '', reason: '', measuredOn: '', mark: '', note: '' };
const inBlock = (block: string, held: unknown) => ({ values: { [block]: { 'report-field': held } } });

describe('what Slack says the form holds', () => {
  test.each([
    [`value:${openData}`, { type: 'plain_text_input', value: '３５７' }, { value: '３５７' }],
    [`value:${openData}`, { type: 'plain_text_input', value: null }, {}],
    [`measuredOn:${openData}`, { type: 'datepicker', selected_date: '2025-03-31' }, { measuredOn: '2025-03-31' }],
    [`mark:${openData}`, { type: 'static_select', selected_option: { value: '○' } }, { mark: '○' }],
    [`mark:${openData}`, { type: 'static_select', selected_option: { value: 'none' } }, {}],
    [`note:${openData}`, { type: 'plain_text_input', value: 'none' }, { note: 'none' }],
  ])('is read from %s: %j', (block, held, fields) => {
    expect(typedLines(inBlock(block, held))).toEqual([{ ...blank, ...fields }]);
  });

  test.each(['value', 'value:', 'other:x', `value ${openData}`, 'share-with'])('is not read from «%s»', (block) => {
    expect(typedLines(inBlock(block, { value: '1' }))).toEqual([]);
  });

  test('is nothing where it is of another form, whatever that is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (state) => {
        expect(typedLines(state).filter((line) => line.kpi === openData)).toEqual([]);
        expect([...textsOf(inBlock('reason', state)).values()].every((text) => typeof text === 'string')).toBe(true);
      }),
    );
  });
});
