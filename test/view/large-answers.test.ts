import { describe, expect, test } from 'vitest';
import type { Answered } from '../../src/ask/answer.ts';
import { kpiStatus } from '../../src/plan/comparison.ts';
import { answerView } from '../../src/view/answer-view.ts';
import { layOut } from '../../src/view/lay-out.ts';
import { realCatalog } from '../support/catalog.ts';
import { breaches } from '../support/slack-limits.ts';
import { viewContextOf } from '../support/view-context.ts';

const catalog = realCatalog();
const context = viewContextOf(catalog);

/** A few thousand of something that there are a few hundred of. */
function thousands<T>(some: readonly T[]): T[] {
  return Array.from({ length: Math.ceil(2_000 / some.length) }, () => some).flat();
}

const items = thousands(catalog.items);
const kpis = thousands(catalog.items.flatMap((item) => item.kpis.map((kpi) => kpiStatus(item, kpi))));
const common = { question: '電子申請', items: [], shortenedTo: null };
const words = { ...common, filters: [], readAs: thousands([{ typed: 'でんし', read: '電子' }]) };
const areas = thousands([{ area: '県民生活', met: 1, missed: 2, notMeasured: 3, notComparable: 4 }]);

const answers: Answered[] = [
  { kind: 'found', ...words, lead: null, hits: items, near: items },
  { kind: 'kpis', ...words, kpis },
  { kind: 'none', ...words, reason: 'unknown-words', unknown: thousands(['語']), suggestions: items, sections: [] },
  { kind: 'sections', ...common, sections: thousands(catalog.sections) },
  ...catalog.plans
    .slice(0, 1)
    .map((plan): Answered => ({ kind: 'kpi-overview', ...common, plan, areas, headlines: kpis })),
  ...catalog.sections.slice(0, 1).map((section): Answered => {
    const duties = catalog.plans.map((plan) => ({ section, plan, items }));
    return { kind: 'section', ...common, section, predecessors: thousands(catalog.sections), duties };
  }),
  {
    kind: 'history',
    ...words,
    steps: catalog.plans.map((plan) => ({ plan, items })),
    links: thousands(catalog.lineage),
  },
];

describe('an answer with thousands of items is a message that Slack takes', () => {
  test.each(answers)('$kind', (answer) => {
    const view = answerView(answer, context, { from: 0, length: 5 });
    const found = [true, false].flatMap((newerBlocks) =>
      breaches('message', layOut(view, { surface: 'message', newerBlocks })),
    );
    expect(found).toEqual([]);
  });

  test('found, on its last page', () => {
    const [found] = answers;
    if (found?.kind !== 'found') throw new Error('the first answer is one of items');
    const view = answerView(found, context, { from: found.hits.length + found.near.length - 2, length: 5 });
    expect(breaches('message', layOut(view, { surface: 'message', newerBlocks: true }))).toEqual([]);
  });
});
