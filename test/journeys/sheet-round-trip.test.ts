import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../src/ask/ask.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { day } from '../../src/report/day.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { type LocalSlack, openLocalSlack } from '../support/local-slack.ts';
import { deed, digital, type kpi, rosterEntry, round, user } from '../support/rounds.ts';
import { fillIn, letterOf } from '../support/sheets.ts';

let catalog: Catalog;
let ask: Ask;
let local: LocalSlack;

/** Two KPIs of one section, so that a sheet can be whole. */
let asked: ReturnType<typeof kpi>[];

beforeAll(() => {
  catalog = realCatalog();
  ask = askWithoutDictionary(catalog);
  asked = catalog
    .plan(round().plan)
    .items.filter(({ sections }) => sections.includes(digital))
    .flatMap(({ kpis }) => kpis.map(({ id }) => id))
    .slice(0, 2);
});
beforeEach(async () => {
  local = await openLocalSlack({ catalog, ask });
  const people = { head: user('U0HEAD0001'), staff: [user('U0STAFF001')] };
  await local.store.saveRosterEntry(rosterEntry({ ...people, from: day('2026-04-01') }), deed('edit-roster'));
  await local.store.saveRound(round({ kpis: asked, due: day('2026-12-04') }), deed('create-round'));
});
afterEach(() => local.close());

/** The sheet as the bot hands it out to a persona. */
async function sheetFor(persona: string): Promise<Uint8Array> {
  const page = await local.post(`/${persona}/navi/send`, { text: '/plan 出力' });
  await local.press(page, '様式を受け取る');
  return fileAt(await local.pageWith(`/${persona}/navi`, '.xlsx'));
}

/** The newest file of a page. */
async function fileAt(shown: string): Promise<Uint8Array> {
  const path = [...shown.matchAll(/href="([^"]*\/files\/[^"]*)"/gu)].at(-1)?.[1] ?? '';
  const response = await fetch(`${local.address}${path.replaceAll('&amp;', '&')}`);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** Both rows filled in. */
function filled(bytes: Uint8Array, first = '35', second = '40'): Uint8Array {
  const row = (number: number, value: string) => ({
    [`${letterOf('value')}${number}`]: value,
    [`${letterOf('measuredOn')}${number}`]: '2026/3/31',
    [`${letterOf('note')}${number}`]: '導入が一巡したため。',
  });
  return fillIn(bytes, { ...row(3, first), ...row(4, second) });
}

describe('a sheet', () => {
  test('goes out, comes back filled in, is shown first, and becomes a report when somebody says so', async () => {
    const bytes = await sheetFor('staff');
    await local.sendFile('/staff/navi/send', '様式.xlsx', filled(bytes));
    const preview = await local.pageWith('/staff/navi', 'の表を読み取りました');
    expect(preview).toContain('新しく入る 2件');
    expect(await local.store.report(round().id, digital)).toBeNull();

    await local.press(preview, '反映する');
    await local.pageWith('/staff/navi', 'に反映しました');
    const report = await local.store.report(round().id, digital);
    expect(report).toMatchObject({ state: 'submitted', receivedVia: 'excel', lines: [{}, {}] });
    expect(report?.lines[0]?.reported).toEqual({ kind: 'value', value: 35 });
  });

  test('is recorded in the ledger when it goes out and when it is applied', async () => {
    await local.sendFile('/staff/navi/send', '様式.xlsx', filled(await sheetFor('staff')));
    await local.press(await local.pageWith('/staff/navi', '反映する'), '反映する');
    await local.pageWith('/staff/navi', 'に反映しました');
    const rows = await local.store.ledger({ round: round().id, section: null, rosterEntry: null, after: 0, limit: 20 });
    expect(rows.map(({ action, via }) => [action, via]).slice(-2)).toEqual([
      ['export', 'excel'],
      ['submit', 'excel'],
    ]);
  });

  test('whose report changed in the meantime is held back row by row, and nothing is half applied', async () => {
    const bytes = await sheetFor('staff');
    await local.sendFile('/staff/navi/send', '一.xlsx', filled(bytes));
    await local.press(await local.pageWith('/staff/navi', '反映する'), '反映する');
    await local.pageWith('/staff/navi', 'に反映しました');
    await local.sendFile('/staff/navi/send', '二.xlsx', filled(bytes, '36', '41'));
    expect(await local.pageWith('/staff/navi', '様式を受け取った後に')).toContain('受け取れない 2件');
    expect((await local.store.report(round().id, digital))?.lines[0]?.reported).toEqual({ kind: 'value', value: 35 });
  });

  test('with a value that cannot be read names the row and what to do', async () => {
    await local.sendFile('/staff/navi/send', '様式.xlsx', filled(await sheetFor('staff'), '多い'));
    expect(await local.pageWith('/staff/navi', '3行目')).toContain('「値」を読み取れません');
  });

  test('of every section goes to a coordinator', async () => {
    expect(await local.post('/coordinator/navi/send', { text: '/plan 出力' })).toContain('指標2件');
  });

  test('is not there for somebody of no section', async () => {
    await local.store.saveRosterEntry(
      { ...rosterEntry({ head: user('U0HEAD0001'), staff: [], from: day('2026-04-01') }), version: 1 },
      deed('edit-roster'),
    );
    const page = await local.post('/staff/navi/send', { text: '/plan 出力' });
    expect(page).toContain('いま Excel で受け取れる照会はありません');
  });
});

describe('the roster', () => {
  test('goes to a coordinator, comes back changed, and is changed when they say so', async () => {
    const page = await local.post('/coordinator/navi/send', { text: '/plan 出力' });
    await local.press(page, '名簿（Excel）');
    const bytes = await fileAt(await local.pageWith('/coordinator/navi', '.xlsx'));
    await local.sendFile('/coordinator/navi/send', '名簿.xlsx', fillIn(bytes, { C3: '次のデジタルみやぎ推進課長' }));
    const preview = await local.pageWith('/coordinator/navi', '名簿の表を読み取りました');
    expect(preview).toContain('変わる 1件');
    await local.press(preview, '反映する');
    await local.pageWith('/coordinator/navi', '名簿に1件を反映しました');
    expect((await local.store.roster()).map(({ post }) => post)).toEqual(['次のデジタルみやぎ推進課長']);
  });

  test('sent by somebody else is no sheet to them', async () => {
    const page = await local.post('/coordinator/navi/send', { text: '/plan 出力' });
    await local.press(page, '名簿（Excel）');
    const bytes = await fileAt(await local.pageWith('/coordinator/navi', '.xlsx'));
    await local.sendFile('/staff/navi/send', '名簿.xlsx', fillIn(bytes, { C3: '私' }));
    expect(await local.pageWith('/staff/navi', '様式ではありません')).not.toContain('反映する');
  });
});

describe('the record of a round', () => {
  test.each([
    ['記録（Excel）', /^PK/u],
    ['記録（JSON Lines）', /"action":"create-round"/u],
  ])('can be filed: %s', async (button, content) => {
    await local.press(await local.post('/coordinator/navi/send', { text: '/plan 出力' }), button);
    const bytes = await fileAt(await local.pageWith('/coordinator/navi', 'の記録'));
    expect(new TextDecoder('latin1').decode(bytes)).toMatch(content);
  });
});

describe('the text form', () => {
  test('comes back filled in as a sheet does', async () => {
    await local.press(await local.post('/staff/navi/send', { text: '/plan 出力' }), 'メール用の文章で受け取る');
    const text = new TextDecoder().decode(await fileAt(await local.pageWith('/staff/navi', '.txt')));
    const answered = text
      .replaceAll(/【値】.*/gu, '【値】３５')
      .replaceAll(/【測定日】.*/gu, '【測定日】令和8年3月31日')
      .replaceAll(/【備考】.*/gu, '【備考】導入が一巡したため。');
    await local.sendFile(
      '/staff/navi/send',
      '返信.txt',
      new TextEncoder().encode(`> ${answered.replaceAll('\n', '\n> ')}`),
    );
    await local.press(await local.pageWith('/staff/navi', '新しく入る 2件'), '反映する');
    await local.pageWith('/staff/navi', 'に反映しました');
    expect(await local.store.report(round().id, digital)).toMatchObject({ state: 'submitted', receivedVia: 'form' });
  });
});

describe('another file', () => {
  test.each([
    ['a text', new TextEncoder().encode('hello'), '.xlsx）ではありません'],
    [
      'an old .xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]),
      '.xls',
    ],
    ['a file of seven megabytes', new Uint8Array(7_000_000), '様式です'],
  ])('%s is refused in words', async (_, bytes, said) => {
    await local.sendFile('/staff/navi/send', '表.xlsx', bytes);
    expect(await local.pageWith('/staff/navi', said)).toContain(said);
  });
});
