import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { type Person, textOf } from '../support/person.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let staff: Person;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog), patience: 0 });
  staff = await workspace.person('staff');
});
afterAll(() => workspace.close());

const starting = /^起動したばかりで、まだ準備中です。/u;

describe('before the dictionary is loaded', () => {
  test.each([
    ['4-2-1', '「電子申請の推進(宮城県電子申請システム)」'],
    ['復4-1-2', '「復4-1-2」に当たるものは'],
    ['9-9-9', '該当なし'],
    ['担当', '課・室を選んでください'],
    ['担当 情報政策課', '情報政策課が担当する事業は'],
    ['情報政策課', '情報政策課が担当する事業は'],
    ['指標', 'の指標'],
    ['help', '計画ナビの使い方'],
    ['', '計画ナビの使い方'],
  ])('«/plan %s» is answered at once', async (words, text) => {
    expect((await staff.plan(words)).text).toContain(text);
  });

  test.each(['電子申請', '電子申請の担当課はどこ？', '指標 研修', '系譜 電子申請'])(
    '«/plan %s» is told to wait',
    async (words) => {
      expect((await staff.plan(words)).text).toMatch(starting);
    },
  );

  test('a person who waits is told privately', async () => {
    expect((await staff.plan('電子申請')).response_type).toBe('ephemeral');
  });

  test('a direct message is told to wait too', async () => {
    expect((await staff.directMessage('電子申請')).text).toMatch(starting);
  });

  test('the App Home is drawn', async () => {
    expect(textOf(await staff.openHome())).toContain('指標の状況');
  });

  test('a section is chosen from its list', async () => {
    const chosen = await staff.choose(await staff.plan('担当'), 'choose-section', '情報政策課');
    expect(chosen.text).toMatch(/^情報政策課が担当する事業は/u);
  });

  test('the details of an item open', async () => {
    const recovery = await staff.plan('復4-1-2');
    expect(textOf(await staff.open(recovery, '詳細'))).toContain('出典: ');
  });
});
