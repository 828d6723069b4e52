import { describe, expect } from 'vitest';
import { test } from './support/test.ts';

describe('an answer to /plan', () => {
  test('is marked as shown to oneself only, and nobody else sees it', async ({ desk }) => {
    const staff = await desk({ place: 'digital' });
    await staff.say('/plan 電子申請');
    await expect.poll(() => staff.last.innerText()).toContain('あなただけに表示されています');
    const head = await desk({ persona: 'head', place: 'digital' });
    expect(await head.page.getByText('まだ発言はありません').count()).toBe(1);
  });

  test('is everybody’s after «チャンネルに共有», with who shared it and nothing to press', async ({ desk }) => {
    const staff = await desk({ place: 'digital' });
    await staff.say('/plan 電子申請');
    await staff.last.getByRole('button', { name: 'チャンネルに共有' }).click();
    const head = await desk({ persona: 'head', place: 'digital' });
    await expect.poll(() => head.last.innerText()).toMatch(/@職員 さんが「電子申請」の答えを共有しました。/u);
    expect(await head.last.innerText()).not.toContain('あなただけ');
    expect(await head.last.locator('.body').getByRole('button').count()).toBe(0);
  });
});

describe('the details', () => {
  test('are shared from the modal into another channel, where another persona reads who did it', async ({ desk }) => {
    const { say, openDetails, modal, page } = await desk();
    await say('/plan 地方税電子申告');
    await openDetails();
    await modal.getByLabel('この内容を共有する会話').selectOption({ label: '#デジタル推進' });
    await modal.getByRole('button', { name: '共有する' }).click();
    await modal.waitFor({ state: 'detached' });
    // Changing the persona and the place is two links.
    await page.getByRole('link', { name: '取りまとめ担当' }).click();
    await page.getByRole('link', { name: '#デジタル推進' }).click();
    await expect.poll(() => page.locator('.conversation').innerText()).toMatch(/@職員 さんが「.*」の答えを共有/u);
    expect(new URL(page.url()).pathname).toBe('/coordinator/digital');
  });

  test('close without sharing, by «閉じる» as by «×», and the focus is back on «詳細»', async ({ desk }) => {
    const { say, openDetails, modal, messages, last } = await desk();
    await say('/plan 地方税電子申告');
    for (const button of ['footer button:not(.primary)', 'header button']) {
      await openDetails();
      await modal.locator(button).click();
      await modal.waitFor({ state: 'detached' });
      await expect.poll(() => last.locator(':focus').innerText()).toBe('詳細');
    }
    expect(await messages.count()).toBe(1);
  });

  test('are still there after a reload, as one person’s and nobody else’s', async ({ desk }) => {
    const { say, openDetails, modal, page } = await desk();
    await say('/plan 地方税電子申告');
    await openDetails();
    const title = await modal.locator('h2').first().innerText();
    await page.reload();
    await expect.poll(() => modal.locator('h2').first().innerText()).toBe(title);
    const head = await desk({ persona: 'head' });
    expect(await head.modal.count()).toBe(0);
  });
});
