import { request } from 'node:http';
import { describe, expect } from 'vitest';
import { postTo } from './support/post.ts';
import { test } from './support/test.ts';

const alert = (html: string): string =>
  /role="alert">([^<]*)</u.exec(html.slice(html.indexOf('class="problem"')))?.[1] ?? '';

describe('what no page of ours sends', () => {
  test.for<[string, Record<string, string>, string]>([
    ['/staff/general/send', {}, '入力を読み取れませんでした。'],
    ['/staff/general/act', { block_id: 'b', action_id: 'a' }, '入力を読み取れませんでした。'],
    ['/staff/general/act?kind=home', { block_id: 'b' }, '入力を読み取れませんでした。'],
    [
      '/staff/general/act?kind=message&conversation=C0GENERAL1&ts=1',
      { block_id: 'b', action_id: 'a' },
      'もうありません。',
    ],
    ['/staff/general/act?kind=view&id=V1', { block_id: 'b', action_id: 'a' }, 'もうありません。'],
    ['/staff/general/views/V1/submit', {}, 'もうありません。'],
    ['/staff/general/shortcut', {}, '入力を読み取れませんでした。'],
    ['/staff/general/shortcut?callback=x&conversation=C0GENERAL1&ts=1', {}, 'もうありません。'],
    ['/staff/general/clock', { date: '2026-02-30' }, '「2026-02-30」の日にはできません。'],
    ['/staff/general/clock', { date: '9999-12-31' }, '2099-12-31 までの日付'],
    ['/staff/general/clock?forward=-1', {}, 'の日にはできません。'],
  ])('is answered with the page and what is wrong (%s)', async ([path, fields, problem], { program }) => {
    const { status, body } = await postTo(program.address, path, fields);
    expect([status, alert(body)]).toEqual([200, expect.stringContaining(problem)]);
  });

  test('is refused as an action that nothing on the page has', async ({ desk, program }) => {
    const { page } = await desk({ place: 'home' });
    await page.locator('.home .blocks').waitFor();
    const forged = { block_id: 'block-0', action_id: 'delete-everything' };
    const { body } = await postTo(program.address, '/staff/home/act?kind=home', forged);
    expect(alert(body)).toMatch(/^この操作は受け付けられません。/u);
  });

  test.for(['/nobody/general/send', '/staff/nowhere/send', '/staff/general/nothing', '/staff/general/views/V1'])(
    'is not found (%s)',
    async (path, { program }) => {
      expect(await postTo(program.address, path)).toMatchObject({ status: 404 });
    },
  );

  test('is too large', async ({ program }) => {
    const { status } = await postTo(program.address, '/staff/general/clock', { date: 'x'.repeat(1_100_000) });
    expect(status).toBe(413);
  });

  test('is read as no form when it says it is JSON', async ({ program }) => {
    const { body } = await postTo(
      program.address,
      '/staff/general/send',
      { text: 'x' },
      { 'content-type': 'application/json' },
    );
    expect(alert(body)).toMatch(/^入力を読み取れませんでした。/u);
  });
});

describe('what another site sends', () => {
  test.for<[string, Record<string, string | undefined>]>([
    ['another origin', { origin: 'https://example.jp' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['no origin', { origin: undefined }],
    ['a sandbox', { origin: 'null' }],
    ['another name for this address', { host: 'rebound.example.jp', origin: 'http://rebound.example.jp' }],
  ])('is refused: %s', async ([, headers], { program }) => {
    expect(await postTo(program.address, '/staff/general/send', { text: 'x' }, headers)).toMatchObject({ status: 403 });
  });

  test('cannot read the pages under another name either', async ({ program }) => {
    const status = await new Promise((resolve, reject) => {
      request(`${program.address}/staff/general`, { headers: { host: 'rebound.example.jp' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
