import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { buttonsOf, type Message, type Person, textOf } from '../support/person.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let staff: Person;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: await realAsk(catalog) });
  staff = await workspace.person('staff');
});
afterAll(() => workspace.close());

function nextOf(message: Message): string | undefined {
  return buttonsOf(message).find((label) => label.startsWith('次の'));
}
function filtersOf(message: Message): string[] {
  return buttonsOf(message).filter((label) => label.startsWith('✕ '));
}
function countOf({ text }: Message): number {
  return Number(/は(\d+)件です/u.exec(text)?.[1]);
}
function cardsOf(message: Message): number {
  return buttonsOf(message).filter((label) => label === '詳細').length;
}

/** All pages of an answer, by pressing «次の…件» as long as it is there. */
async function allPages(first: Message): Promise<Message[]> {
  const pages = [first];
  for (let page = first; ; ) {
    const next = nextOf(page);
    if (next === undefined) return pages;
    page = await staff.press(page, next);
    pages.push(page);
  }
}

describe('paging through «電子申請» to the end', () => {
  test('shows every item that was counted', async () => {
    const first = await staff.plan('電子申請');
    const shown = (await allPages(first)).reduce((sum, page) => sum + cardsOf(page), 0);
    expect(shown).toBe(countOf(first));
  });

  test('shows no item twice', async () => {
    const pages = await allPages(await staff.plan('電子申請'));
    const opens = pages.flatMap((page) => JSON.stringify(page.blocks).match(/\{\\"item\\":[^}]*\}/gu) ?? []);
    expect(opens.length).toBe(new Set(opens).size);
  });

  test('offers on each page as many more as come', async () => {
    const pages = await allPages(await staff.plan('電子申請'));
    const announced = pages.flatMap((page) => nextOf(page) ?? []);
    expect(announced).toEqual(pages.slice(1).map((page) => `次の${cardsOf(page)}件`));
  });

  test('and back shows the first page again', async () => {
    const first = await staff.plan('電子申請');
    const pages = await allPages(first);
    let page = pages.at(-1) ?? first;
    for (let left = pages.length - 1; left > 0; left -= 1) page = await staff.press(page, '前へ戻る');
    expect(textOf(page)).toBe(textOf(first));
  });

  test('offers no way back on the first page', async () => {
    expect(buttonsOf(await staff.plan('電子申請'))).not.toContain('前へ戻る');
  });
});

describe('a question with three conditions', () => {
  const question = '情報政策課 △ H25';

  test('names each condition on a button that takes it away', async () => {
    expect(filtersOf(await staff.plan(question))).toEqual(['✕ 情報政策課', '✕ △', '✕ 平成25年度']);
  });

  test('loses one condition a click', async () => {
    const answer = await staff.plan(question);
    const wider = await staff.press(answer, '✕ △');
    expect(filtersOf(wider)).toEqual(['✕ 情報政策課', '✕ 平成25年度']);
  });

  test('finds at least as much with each condition that goes', async () => {
    const answer = await staff.plan(question);
    const wider = await staff.press(answer, '✕ △');
    expect(countOf(wider)).toBeGreaterThan(countOf(answer));
  });

  test('comes down to the section itself when only that is left', async () => {
    const wider = await staff.press(await staff.plan(question), '✕ △');
    const widest = await staff.press(wider, '✕ 平成25年度');
    expect(widest.text).toMatch(/^情報政策課が担当する事業は\d+件です。$/u);
  });

  test('keeps the other words when a condition goes', async () => {
    const answer = await staff.plan('電子申請 H25');
    const wider = await staff.press(answer, '✕ 平成25年度');
    expect(textOf(wider)).toBe(textOf(await staff.plan('電子申請')));
  });
});
