import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../src/ask/ask.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { day } from '../../src/report/day.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { type LocalSlack, newFolder, openLocalSlack } from '../support/local-slack.ts';
import { deed, rosterEntry, round, user } from '../support/rounds.ts';

let catalog: Catalog;
let ask: Ask;
let local: LocalSlack;

beforeAll(async () => {
  catalog = realCatalog();
  ask = await realAsk(catalog);
});
beforeEach(async () => {
  local = await openLocalSlack({ catalog, ask });
});
afterEach(() => local.close());

/** A page as a document. */
function parse(html: string) {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
  document.write(html);
  return document;
}

function messagesOf(html: string): string[] {
  return [...parse(html).querySelectorAll('article')].map(({ textContent }) => textContent);
}

function problemOf(html: string): string {
  return parse(html).querySelector('.problem')?.textContent ?? '';
}

/** Where a button or a list posts to, and what. @throws Error when the page has none. */
function gesture(html: string, label: string): [string, Record<string, string>] {
  const all = [...parse(html).querySelectorAll('button[hx-post]')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent).includes(label));
  if (!found) throw new Error(`no «${label}»`);
  return [found.getAttribute('hx-post') ?? '', JSON.parse(found.getAttribute('hx-vals') ?? '{}')];
}

function press(html: string, label: string): Promise<string> {
  return local.post(...gesture(html, label));
}

describe('a slash command', () => {
  test('is answered on the page of the one who typed it, and on no other', async () => {
    const own = await local.post('/staff/general/send', { text: '/plan 4-2-2' });
    expect(messagesOf(own).join()).toContain('電子認証基盤の運用');
    expect(messagesOf(own).join()).toContain('あなただけに表示されています');
    expect(messagesOf(await local.page('/head/general'))).toEqual([]);
  });

  test('of another name is refused in words', async () => {
    const page = await local.post('/staff/general/send', { text: '/plna 電子申請' });
    expect(problemOf(page)).toContain('「/plna 電子申請」は使えないコマンドです');
    expect(messagesOf(page)).toEqual([]);
  });

  test('leaves what was typed to be brought back', async () => {
    await local.post('/staff/general/send', { text: '/plan 4-2-2' });
    await local.post('/staff/general/send', { text: '/plan help' });
    const app = parse(await local.page('/staff/navi')).querySelector('#app');
    expect(JSON.parse(app?.getAttribute('data-typed') ?? '')).toEqual(['/plan 4-2-2', '/plan help']);
  });
});

describe('words', () => {
  test('to the bot alone are a question', async () => {
    await local.post('/staff/navi/send', { text: '電子申請の担当課はどこ？' });
    expect(messagesOf(await local.pageWith('/staff/navi', 'デジタルみやぎ推進課')).length).toBe(2);
  });

  test('that name the bot in a channel are answered in a thread, for everybody', async () => {
    await local.post('/staff/digital/send', { text: '@計画ナビ 4-2-2' });
    const page = parse(await local.pageWith('/coordinator/digital', '電子認証基盤の運用'));
    expect(page.querySelector('.thread article')?.textContent).toContain('電子認証基盤の運用');
    expect(page.querySelector('article')?.textContent).toContain('@計画ナビ');
  });

  test('to nobody stand there for everybody, as they were typed', async () => {
    const typed = '<script>alert(1)</script> *太字* & <!channel>';
    await local.post('/staff/general/send', { text: typed });
    const page = await local.page('/head/general');
    expect(page).not.toContain('<script>alert');
    expect(messagesOf(page).join()).toContain('<script>alert(1)</script>');
  });
});

describe('a button', () => {
  test('opens the details as a modal of the one who pressed it', async () => {
    const found = await local.post('/staff/general/send', { text: '/plan 電子申請' });
    await press(found, '詳細');
    const page = parse(await local.pageWith('/staff/general', '<dialog'));
    expect(page.querySelector('dialog')?.textContent).toContain('要約');
    expect(parse(await local.page('/head/general')).querySelector('dialog')).toBeNull();
  });

  test('that shares puts the answer before everybody, with who shared it', async () => {
    const found = await local.post('/staff/general/send', { text: '/plan 電子申請' });
    await press(found, 'チャンネルに共有');
    const seen = messagesOf(await local.pageWith('/head/general', '共有'));
    expect(seen.join()).toContain('職員');
  });

  test('whose message is gone says so', async () => {
    const found = await local.post('/staff/general/send', { text: '/plan 電子申請' });
    const [path, fields] = gesture(found, '詳細');
    expect(problemOf(await local.post(path.replace(/ts=[^&]+/u, 'ts=1.1'), fields))).toContain('もうありません');
  });

  test('of somebody else’s private answer cannot be pressed', async () => {
    const found = await local.post('/staff/general/send', { text: '/plan 電子申請' });
    const [path, fields] = gesture(found, '詳細');
    expect(problemOf(await local.post(path.replace('/staff/', '/head/'), fields))).toContain('もうありません');
  });

  test.each([
    ['an action the message does not have', { action_id: 'delete-everything' }],
    ['a block the message does not have', { block_id: 'nowhere' }],
  ])('with %s is refused before the bot hears of it', async (_, forged) => {
    const found = await local.post('/staff/general/send', { text: '/plan 電子申請' });
    const [path, fields] = gesture(found, '詳細');
    expect(problemOf(await local.post(path, { ...fields, ...forged }))).toContain('受け付けられません');
  });

  test.each(['/staff/general/act', '/staff/general/act?kind=message', '/staff/general/act?kind=nothing'])(
    'without its place is not understood: %s',
    async (path) => {
      expect(problemOf(await local.post(path))).toContain('読み取れませんでした');
    },
  );
});

describe('the modal of an answer', () => {
  test('shares into the conversation that was chosen, and closes', async () => {
    const found = await local.post('/staff/general/send', { text: '/plan 電子申請' });
    await press(found, '詳細');
    const modal = parse(await local.pageWith('/staff/general', '<dialog'));
    const field = modal.querySelector('dialog select')?.getAttribute('name') ?? '';
    const path = modal.querySelector('dialog form')?.getAttribute('hx-post') ?? '';
    const after = await local.post(path, { [field]: 'C0DIGITAL1' });
    expect(parse(after).querySelector('dialog')).toBeNull();
    expect(messagesOf(await local.pageWith('/head/digital', '共有')).join()).toContain('電子申請サービス');
  });

  test('closes without telling anybody', async () => {
    const found = await local.post('/staff/general/send', { text: '/plan 電子申請' });
    await press(found, '詳細');
    const modal = await local.pageWith('/staff/general', '<dialog');
    expect(parse(await press(modal, '閉じる')).querySelector('dialog')).toBeNull();
  });
});

describe('the App Home', () => {
  test('is drawn for the one who opens it', async () => {
    await fetch(`${local.address}/coordinator/home`);
    expect(await local.pageWith('/coordinator/home', 'まずはこれから')).toContain('指標の状況');
    expect(await local.page('/staff/home')).toContain('ホームを読み込んでいます');
  });
});

describe('the App Home of somebody whose section is asked', () => {
  test('begins with what they owe, and opens the form', async () => {
    await local.store.saveRosterEntry(
      rosterEntry({ staff: [user('U0STAFF001')], from: day('2026-04-01') }),
      deed('edit-roster'),
    );
    await local.store.saveRound(round({ due: day('2026-12-04') }), deed('create-round'));
    await fetch(`${local.address}/staff/home`);
    const page = await local.pageWith('/staff/home', '令和6年度実績の照会');
    await local.press(page, '報告する');
    expect(parse(await local.pageWith('/staff/home', '<dialog')).querySelector('dialog h2')?.textContent).toBe(
      '実績の報告',
    );
  });
});

describe('a message shortcut', () => {
  test('asks about what somebody wrote', async () => {
    const written = await local.post('/staff/general/send', { text: '電子入札' });
    await press(written.replaceAll('/staff/', '/head/'), '計画ナビで調べる');
    const page = await local.pageWith('/head/general', '<dialog');
    expect(parse(page).querySelector('dialog')?.textContent).toContain('電子入札');
  });
});

describe('the clock', () => {
  function dateOf(html: string): string {
    return parse(html).querySelector('.clock b')?.textContent ?? '';
  }

  test('goes forward, to a date, and back', async () => {
    expect(dateOf(await local.page('/staff/navi'))).toBe('2026年11月20日(金)');
    expect(dateOf(await local.post('/staff/navi/clock', { date: '2027-05-06' }))).toBe('2027年5月6日(木)');
    expect(dateOf(await local.post('/staff/navi/clock?forward=0'))).toBe('2026年11月20日(金)');
  });

  test('stands at nine in the morning of a day it is moved to, and can wait there for some hours', async () => {
    const timeOf = (html: string): string => parse(html).querySelector('.clock b + span')?.textContent ?? '';
    expect(timeOf(await local.page('/staff/navi'))).toBe('10:00');
    expect(timeOf(await local.post('/staff/navi/clock?forward=1'))).toBe('9:00');
    expect(timeOf(await local.post('/staff/navi/clock?wait=2'))).toBe('11:00');
    expect(timeOf(await local.post('/staff/navi/clock?forward=0'))).toBe('10:00');
  });

  test('of a workspace kept by an earlier program, which counted days, still stands where it stood', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'journal.jsonl'), '{"kind":"clock","days":3}\n');
    const kept = await openLocalSlack({ catalog, ask, folder });
    expect(dateOf(await kept.page('/staff/navi'))).toBe('2026年11月23日(月)');
    await kept.close();
  });

  test.each(['', '2027-02-30', '明日', '2027/5/6', '1990-03-31', '2100-01-01'])(
    'refuses «%s» in words and stays',
    async (date) => {
      const page = await local.post('/staff/navi/clock', { date });
      expect(problemOf(page)).toContain(`「${date}」の日にはできません`);
      expect(dateOf(page)).toBe('2026年11月20日(金)');
    },
  );
});

describe('what is kept', () => {
  test('over a restart: messages, the Home, the date; and buttons still work', async () => {
    const folder = newFolder();
    const before = await openLocalSlack({ catalog, ask, folder });
    await before.post('/staff/general/send', { text: '/plan 電子申請' });
    await fetch(`${before.address}/staff/home`);
    await before.pageWith('/staff/home', 'まずはこれから');
    await before.post('/staff/navi/clock', { date: '2027-05-06' });
    await before.close();

    const after = await openLocalSlack({ catalog, ask, folder });
    const page = await after.page('/staff/general');
    expect(messagesOf(page)).toHaveLength(1);
    expect(page).toContain('2027年5月6日(木)');
    expect(await after.page('/staff/home')).toContain('まずはこれから');
    await after.post(...gesture(page, '詳細'));
    expect(parse(await after.pageWith('/staff/general', '<dialog')).querySelector('dialog')).not.toBeNull();
    await after.close();
  });

  test('goes when somebody begins anew', async () => {
    await local.post('/staff/general/send', { text: '/plan 電子申請' });
    expect(messagesOf(await local.post('/staff/general/reset'))).toEqual([]);
  });
});

describe('from outside', () => {
  test.each([
    ['another site', { origin: 'https://example.jp' }],
    ['nowhere', {}],
  ])('a post from %s is refused', async (_, headers) => {
    const response = await fetch(`${local.address}/staff/general/send`, { method: 'POST', headers, body: 'text=x' });
    expect(response.status).toBe(403);
    expect(messagesOf(await local.page('/staff/general'))).toEqual([]);
  });

  test('a page that nobody has is none', async () => {
    for (const path of ['/admin/general', '/staff/secret', '/assets/../package.json', '/x']) {
      expect((await fetch(`${local.address}${path}`)).status, path).toBe(404);
    }
  });

  test('a page may load nothing but its own files', async () => {
    const response = await fetch(`${local.address}/staff/general`);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/u);
    const links = parse(await response.text()).querySelectorAll('link, script');
    for (const link of [...links].map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '')) {
      expect((await fetch(`${local.address}${link}`)).status, link).toBe(200);
    }
  });
});
