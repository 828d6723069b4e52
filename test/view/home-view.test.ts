import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAsk } from '../../src/ask/ask.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { createIsFillerOnly } from '../../src/search/filler.ts';
import { createRecognise } from '../../src/search/recognise.ts';
import { homeView } from '../../src/view/home-view.ts';
import { layOut, type View } from '../../src/view/lay-out.ts';
import { arbitraryCatalog } from '../support/arbitrary-catalog.ts';
import { realCatalog } from '../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import { buttonsOf } from '../support/person.ts';
import { breaches } from '../support/slack-limits.ts';
import { viewContextOf } from '../support/view-context.ts';

function asHome(view: View, newerBlocks: boolean) {
  return { type: 'home', blocks: layOut(view, { surface: 'home', newerBlocks }).blocks };
}

describe('the App Home over any plans', () => {
  const home = fc
    .tuple(arbitraryCatalog, fc.boolean())
    .map(([catalog, newerBlocks]) => asHome(homeView(null, viewContextOf(catalog)), newerBlocks));

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
    // The overview needs no dictionary.
    const answer = await createAsk({
      catalog,
      recognise: createRecognise(catalog),
      isFillerOnly: createIsFillerOnly(catalog.words.fillers),
      search: new Promise(() => undefined),
    })('指標');
    withKpis = homeView(answer.kind === 'kpi-overview' ? answer : null, viewContextOf(catalog));
  });

  test.each([true, false])('keeps within the limits (newer blocks: %s)', (newerBlocks) => {
    expect(breaches('home', asHome(withKpis, newerBlocks))).toEqual([]);
  });

  test('offers every section', () => {
    const offered = JSON.stringify(asHome(withKpis, true));
    expect(catalog.sections.filter(({ id }) => !offered.includes(`"value":"${id}"`))).toEqual([]);
  });

  test('begins with questions to try', () => {
    expect(buttonsOf(asHome(withKpis, true))).toContain('電子申請');
  });

  test('names every plan with its document', () => {
    const shown = mrkdwnTexts(asHome(withKpis, true)).join('\n');
    expect(catalog.plans.filter(({ source }) => !shown.includes(source.document))).toEqual([]);
  });
});
