import { beforeAll, describe, expect, test } from 'vitest';
import type { Answered } from '../../src/ask/answer.ts';
import type { Ask } from '../../src/ask/ask.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';

let ask: Ask;

beforeAll(async () => {
  ask = await realAsk(realCatalog());
});

function itemsOf(answer: Answered): readonly string[] {
  return answer.items;
}

describe('nothing found', () => {
  test.each([
    ['words that stand in no plan', 'ラーメン', { reason: 'unknown-words', unknown: ['ラーメン'] }],
    ['an unknown word beside a known one', '電子申請 ラーメン', { reason: 'unknown-words', unknown: ['ラーメン'] }],
    ['an unknown word in a question', 'ラーメンはいつ？', { reason: 'unknown-words', unknown: ['ラーメン'] }],
    ['conditions that nothing meets', '税務課 ×', { reason: 'no-item', unknown: [] }],
    ['fillers only', 'について教えて', { reason: 'nothing-asked' }],
    ['a question without subject', 'どこ？', { reason: 'nothing-asked' }],
    ['punctuation', '…', { reason: 'nothing-asked' }],
  ])('%s: «%s»', async (_, question, expected) => {
    expect(await ask(question)).toMatchObject({ kind: 'none', items: [], ...expected });
  });

  test('what comes near is offered beside the answer, never as the answer', async () => {
    const answer = await ask('電子申請 ラーメン');
    expect(itemsOf(answer)).toEqual([]);
    expect(answer.kind === 'none' && answer.suggestions.length).toBeGreaterThan(0);
  });

  test('the conditions are named, so that one can be taken away', async () => {
    const answer = await ask('税務課 ×');
    expect(answer.kind === 'none' && answer.filters.map(({ without }) => without)).toEqual(['×', '税務課']);
  });
});

describe('the order shown', () => {
  test('hits come first, then what only comes near', async () => {
    const answer = await ask('電子申請 研修');
    if (answer.kind !== 'found') throw new Error(answer.kind);
    expect(answer.items).toEqual([...answer.hits, ...answer.near].map(({ id }) => id));
  });

  test('the question is shown as it was read', async () => {
    expect(await ask('　電子申請・ＬＧＷＡＮ ')).toMatchObject({ question: '電子申請 lgwan' });
  });
});
