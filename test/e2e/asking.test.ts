import { describe, expect } from 'vitest';
import { hasFocus, tabTo } from './support/keyboard.ts';
import { test } from './support/test.ts';

/** «16件» in the headline of an answer. */
const count = (answer: string): number => Number(/　(\d+)件/u.exec(answer)?.[1]);

describe('asking with the keyboard alone', () => {
  test('needs typing, Enter, Tab to «詳細», Enter, and Escape, which brings the focus back', async ({ desk }) => {
    const { page, last, modal } = await desk();
    await page.keyboard.type('/plan 電子申請');
    await page.keyboard.press('Enter');
    await expect.poll(() => last.innerText()).toContain('電子申請');
    const button = last.getByRole('button', { name: /詳細/u }).first();
    await tabTo(button, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await modal.waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    expect(await hasFocus(button)).toBe(true);
  });
});

describe('an answer', () => {
  test('comes at a click on an example', async ({ desk }) => {
    const { page, last, line } = await desk();
    await page.getByRole('button', { name: '/plan 指標 未達成' }).click();
    await expect.poll(() => last.innerText()).toContain('未達成');
    expect(await line.inputValue()).toBe('');
  });

  test('has further pages, in the same place', async ({ desk }) => {
    const { say, last, messages } = await desk();
    await say('/plan 電子申請');
    const first = await last.innerText();
    await last.getByRole('button', { name: /^次の/u }).click();
    await expect.poll(() => last.innerText()).toMatch(/（6～\d+件目）/u);
    await last.getByRole('button', { name: '前へ戻る' }).click();
    await expect.poll(() => last.innerText()).toMatch(/（1～5件目）/u);
    expect(await messages.count()).toBe(1);
    expect((await last.innerText()).replace('（編集済み）', '').replace(/\s/gu, '')).toBe(first.replace(/\s/gu, ''));
  });

  test('is wider with one of its filters taken away', async ({ desk }) => {
    const { say, last } = await desk();
    await say('/plan 情報政策課の△');
    const narrow = await last.innerText();
    await last.getByRole('button', { name: '絞り込み「情報政策課」を外す' }).click();
    await expect.poll(() => last.innerText()).not.toContain('情報政策課・');
    expect(count(await last.innerText())).toBeGreaterThan(count(narrow));
  });
});
