import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { buttonsOf, type Person, textOf, type View } from '../support/person.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let staff: Person;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: await realAsk(catalog) });
  staff = await workspace.person('staff');
});
afterAll(() => workspace.close());

/** The details of 地方税電子申告システムの運用, a numbered measure with a section and a history. */
async function details(): Promise<View> {
  return staff.open(await staff.plan('地方税電子申告'), '詳細');
}

describe('the details of an item', () => {
  test('open in a modal, so that the list stays', async () => {
    const before = workspace.recorder.calls.length;
    await details();
    const shown = workspace.recorder.calls.slice(before).map(({ method }) => method);
    // Who is asking is looked up beside it, once in five minutes.
    expect(shown.filter((method) => !/^(?:users\.info|auth\.test)$/u.test(method))).toEqual(['views.open']);
  });

  test('name plan, number, section and source', async () => {
    const text = textOf(await details());
    for (const part of ['*計画*', '*番号*', '*担当（当時の記載）*', '出典: ']) expect(text).toContain(part);
  });

  test('mark as 要約 what the documents do not say in these words', async () => {
    expect(textOf(await details())).toMatch(/\*要約\*　.+/u);
  });

  test('offer the way to its history and its section', async () => {
    const labels = buttonsOf(await details());
    expect([labels[0], labels[1]]).toEqual(['系譜を見る', expect.stringMatching(/の担当事業$/u)]);
  });

  test('can be shared from the modal itself', async () => {
    expect(JSON.stringify((await details()).blocks)).toContain('この内容を共有する会話');
  });
});

describe('from the details', () => {
  test('the history of the item opens in the same modal', async () => {
    const history = await staff.pressInModal(await details(), '系譜を見る');
    expect(textOf(history)).toContain('の系譜*');
  });

  test('the section opens in the same modal', async () => {
    const modal = await details();
    const label = buttonsOf(modal)[1] ?? '';
    const section = await staff.pressInModal(modal, label);
    expect(textOf(section).split('\n')[0]).toBe(label.replace('の担当事業', ''));
  });

  test('what is shared is what the modal shows last', async () => {
    const history = await staff.pressInModal(await details(), '系譜を見る');
    await staff.submit(history);
    expect(String((await workspace.recorder.next('response')).body.text)).toMatch(/の系譜です。/u);
  });
});

describe('the details of a KPI', () => {
  test('set figures, print and judgement side by side', async () => {
    const modal = await staff.open(await staff.plan('テレワークの導入'), '詳細');
    expect(textOf(modal)).toMatch(/基準値 .+　目標値 .+　実績値 .+/u);
  });
});
