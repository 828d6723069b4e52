import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/plan/catalog.ts';
import { type HomeFacts, homeView } from '../../src/view/home-view.ts';
import { layOut, type View } from '../../src/view/lay-out.ts';
import { arbitraryCatalog } from '../support/arbitrary-catalog.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import { breaches } from '../support/slack-limits.ts';
import { viewContextOf } from '../support/view-context.ts';

const nobody: HomeFacts = { overview: null, own: null, sections: [], digest: null };

function asHome(view: View, newerBlocks: boolean) {
  return { type: 'home', blocks: layOut(view, { surface: 'home', newerBlocks }).blocks };
}

describe('the App Home over any plans', () => {
  const home = fc
    .tuple(arbitraryCatalog, fc.boolean())
    .map(([catalog, newerBlocks]) => asHome(homeView(nobody, viewContextOf(catalog)), newerBlocks));

  test('keeps within the limits', () => {
    fc.assert(
      fc.property(home, (view) => {
        expect(breaches('home', view)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('lets no markup of the plans through', () => {
    fc.assert(
      fc.property(home, (view) => {
        expect(mrkdwnTexts(view).flatMap(liveMarkup)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the App Home over the real plans', () => {
  let catalog: Catalog;
  let withKpis: View;
  beforeAll(async () => {
    catalog = realCatalog();
    const answer = await askWithoutDictionary(catalog)('指標');
    withKpis = homeView(
      { ...nobody, overview: answer.kind === 'kpi-overview' ? answer : null },
      viewContextOf(catalog),
    );
  });

  test.each([true, false])('keeps within the limits (newer blocks: %s)', (newerBlocks) => {
    expect(breaches('home', asHome(withKpis, newerBlocks))).toEqual([]);
  });

  test('offers every section', () => {
    const offered = JSON.stringify(asHome(withKpis, true));
    expect(catalog.sections.filter(({ id }) => !offered.includes(`"value":"${id}"`))).toEqual([]);
  });

  test('begins with questions to try', () => {
    expect(JSON.stringify(asHome(withKpis, true).blocks[3])).toContain('電子申請');
  });

  test('names every plan with its document', () => {
    const shown = mrkdwnTexts(asHome(withKpis, true)).join('\n');
    expect(catalog.plans.filter(({ source }) => !shown.includes(source.document))).toEqual([]);
  });
});
