import type { NoneAnswer } from './answer.ts';

/** «該当なし» with whatever helps to go on. */
export function none(question: string, part: Partial<Omit<NoneAnswer, 'kind' | 'question' | 'items'>>): NoneAnswer {
  return {
    kind: 'none',
    question,
    items: [],
    reason: 'no-item',
    unknown: [],
    filters: [],
    readAs: [],
    suggestions: [],
    sections: [],
    ...part,
  };
}
