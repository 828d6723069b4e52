import { beforeAll, describe, expect, test } from 'vitest';
import type { Answered } from '../../src/ask/answer.ts';
import type { Ask } from '../../src/ask/ask.ts';
import { itemAnswer } from '../../src/ask/item.ts';
import { sectionAnswer } from '../../src/ask/section-answer.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { answerView } from '../../src/view/answer-view.ts';
import { type LaidOut, layOut, type View } from '../../src/view/lay-out.ts';
import { modalView } from '../../src/view/modal-view.ts';
import { readJudgements } from '../relevance/judgements.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import { breaches } from '../support/slack-limits.ts';
import { viewContextOf } from '../support/view-context.ts';

let catalog: Catalog;
let ask: Ask;

beforeAll(async () => {
  catalog = realCatalog();
  ask = await realAsk(catalog);
});

function viewOf(answer: Answered): View {
  return answerView(answer, viewContextOf(catalog), { from: 0, length: 5 });
}

/** The view in the forms it can reach Slack. */
function forms(view: View): { message: LaidOut[]; modal: object[] } {
  const context = viewContextOf(catalog);
  return {
    message: [true, false].map((newerBlocks) => layOut(view, { surface: 'message', newerBlocks })),
    modal: [modalView(view, { q: '電子申請' }, true, context)],
  };
}

/** What is wrong with any form of an answer, with the question or id that led to it. */
function faults(name: string, answer: Answered): string[] {
  const view = viewOf(answer);
  const { message, modal } = forms(view);
  const found = [
    ...message.flatMap((one) => breaches('message', one)),
    ...modal.flatMap((one) => breaches('modal', one)),
  ];
  const live = [...message, ...modal].flatMap(mrkdwnTexts).flatMap(liveMarkup);
  return [...found.map(({ at, rule }) => `${name}: ${at} ${rule}`), ...live.map((markup) => `${name}: ${markup}`)];
}

async function faultsOf(asked: readonly string[]): Promise<string[]> {
  const found = await Promise.all(asked.map(async (question) => faults(question, await ask(question))));
  return found.flat();
}

function uncut(answer: Answered): Answered {
  return { ...answer, shortenedTo: null };
}

/** Two hundred questions as staff ask them: the judged ones, and titles of all plans with the usual endings. */
function questions(): string[] {
  const endings = [
    '',
    'の担当課はどこ？',
    'は達成した？',
    'はいつから？',
    'は何件？',
    'はなぜ遅れた？',
    'の系譜',
    '　R6 未達成',
  ];
  const judged = readJudgements('test/relevance/dev.json').map(({ query }) => query);
  const step = Math.floor(catalog.items.length / (200 - judged.length));
  const titles = catalog.items.filter((_, index) => index % step === 0).map(({ title }) => title);
  return [...judged, ...titles.map((title, index) => `${title}${endings[index % endings.length]}`)].slice(0, 200);
}

describe('within the limits and without live markup is', () => {
  test('every item of the plans', () => {
    const found = catalog.items.flatMap((item) =>
      faults(item.id, { ...itemAnswer(item, catalog, item.title), shortenedTo: null }),
    );
    expect(found).toEqual([]);
  });

  test('every section', () => {
    const found = catalog.sections.flatMap((own) =>
      faults(own.id, { ...sectionAnswer(own, catalog, own.id), shortenedTo: null }),
    );
    expect(found).toEqual([]);
  });

  test('every plan asked for by its title, with each subcommand', async () => {
    const asked = catalog.plans.flatMap(({ title }) =>
      ['', '指標 ', '系譜 ', '担当 '].map((word) => `${word}${title}`),
    );
    expect(await faultsOf(asked)).toEqual([]);
  });

  test('the answer to each of two hundred questions', async () => {
    const asked = questions();
    expect([asked.length, await faultsOf(asked)]).toEqual([200, []]);
  });
});

describe('no part of an answer about the real plans falls off the end', () => {
  function lastShown(answer: Answered, newerBlocks: boolean): boolean {
    const view = viewOf(uncut(answer));
    const { blocks } = layOut(view, { surface: 'message', newerBlocks });
    return blocks.at(-1) === view.parts.at(-1);
  }

  test('of any item', () => {
    const cut = catalog.items.filter(
      (item) => !lastShown({ ...itemAnswer(item, catalog, item.title), shortenedTo: null }, false),
    );
    expect(cut.map(({ id }) => id)).toEqual([]);
  });

  test('of any section', () => {
    const cut = catalog.sections.filter(
      (own) => !lastShown({ ...sectionAnswer(own, catalog, own.id), shortenedTo: null }, false),
    );
    expect(cut.map(({ id }) => id)).toEqual([]);
  });

  test.each(['指標', '指標 R6', '指標 達成', '系譜 電子申請', '担当', 'help'])(
    'of «%s» without newer blocks',
    async (question) => {
      expect(lastShown(await ask(question), false)).toBe(true);
    },
  );

  test('of the table of all KPIs of a plan', async () => {
    const answer = await ask('指標 R6');
    const rows = viewOf(answer).parts.flatMap((part) =>
      'newer' in part && part.newer.type === 'data_table' ? part.newer.rows.slice(1) : [],
    );
    expect(rows.length).toBe(answer.kind === 'kpis' ? answer.kpis.length : 'not a list of KPIs');
  });
});
