import { beforeAll, describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/ask/ask.ts';
import { itemAnswer } from '../../../src/ask/item.ts';
import type { Catalog } from '../../../src/plan/catalog.ts';
import { answerView } from '../../../src/view/answer-view.ts';
import { homeView } from '../../../src/view/home-view.ts';
import { layOut, type View } from '../../../src/view/lay-out.ts';
import { modalView } from '../../../src/view/modal-view.ts';
import { realAsk, realCatalog } from '../../support/catalog.ts';
import { accessibleName, drawn } from '../../support/drawn.ts';
import { viewContextOf } from '../../support/view-context.ts';

let catalog: Catalog;
let ask: Ask;
beforeAll(async () => {
  catalog = realCatalog();
  ask = await realAsk(catalog);
});

type Mode = 'message' | 'modal' | 'home';

/** The words in a text, without what formats them: marks, brackets, entities and white space. */
function bare(text: string): string {
  return text.replace(/<[^>|]*\|?|>/gu, '').replace(/&(?:amp|lt|gt);|[&<>*_~`\s]/gu, '');
}

/** Every string of a payload that people should read. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return textsIn(inner);
    return ['text', 'caption', 'title', 'label', 'name'].includes(key) ? [inner] : [];
  });
}

/** What is missing or nameless once blocks are drawn. */
function faults(name: string, blocks: readonly unknown[], mode: Mode): string[] {
  const document = drawn(blocks, { mode });
  const groups = [...document.querySelectorAll('optgroup')].map((group) => group.getAttribute('label') ?? '');
  const shown = bare([document.body.textContent, ...groups].join('\n'));
  const lost = textsIn(blocks).filter((text) => !shown.includes(bare(text)));
  const nameless = [...document.querySelectorAll('button, a, select, input, textarea, summary')].filter(
    (control) => accessibleName(control) === '',
  );
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return [
    ...lost.map((text) => `${name} (${mode}): lost «${text}»`),
    ...nameless.map((control) => `${name} (${mode}): nameless ${control.outerHTML}`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${name} (${mode}): id twice ${id}`),
    ...[...document.querySelectorAll('[role=note]')].map((note) => `${name} (${mode}): ${note.textContent}`),
  ];
}

function faultsOf(name: string, view: View): string[] {
  const modal = modalView(view, { q: name }, true, viewContextOf(catalog));
  return [
    ...[true, false].flatMap((newerBlocks) =>
      faults(name, layOut(view, { surface: 'message', newerBlocks }).blocks, 'message'),
    ),
    ...faults(name, modal.blocks, 'modal'),
  ];
}

function viewOf(answer: Awaited<ReturnType<Ask>>): View {
  return answerView(answer, viewContextOf(catalog), { from: 0, length: 5 });
}

describe('nothing the bot says is lost, and every control has a name, in', () => {
  test.each([
    ['電子申請'],
    ['電子申請の担当課はどこ？'],
    ['テレワークは目標を達成した？'],
    ['4-2-1'],
    ['指標'],
    ['指標 R6'],
    ['指標 達成'],
    ['担当'],
    ['担当 情報政策課'],
    ['系譜 電子申請'],
    ['help'],
    ['ラーメン'],
    ['<!channel> *太字* <https://x.example|安全>'],
  ])('the answer to «%s»', async (question) => {
    expect(faultsOf(question, viewOf(await ask(question)))).toEqual([]);
  });

  test('the details of items of every plan', () => {
    const items = catalog.items.filter((_, index) => index % 12 === 0);
    const found = items.flatMap((item) =>
      faultsOf(item.id, viewOf({ ...itemAnswer(item, catalog, item.title), shortenedTo: null })),
    );
    expect(found).toEqual([]);
  });

  test.each([true, false])('the App Home (newer blocks: %s)', async (newerBlocks) => {
    const answer = await ask('指標');
    const view = homeView(
      { overview: answer.kind === 'kpi-overview' ? answer : null, own: null, sections: [], digest: null },
      viewContextOf(catalog),
    );
    expect(faults('home', layOut(view, { surface: 'home', newerBlocks }).blocks, 'home')).toEqual([]);
  });
});

test('the page asks nothing of other sites', async () => {
  const { blocks } = layOut(viewOf(await ask('指標')), { surface: 'message', newerBlocks: true });
  expect(drawn(blocks).querySelectorAll('img, script, iframe, link, object').length).toBe(0);
});
