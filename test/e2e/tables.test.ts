import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasFocus } from './support/keyboard.ts';
import { test } from './support/test.ts';

/** A column as it is shown, top to bottom. */
const column = (table: Locator, number: number): Promise<string[]> =>
  table.locator(`tbody tr:not([hidden]) > :nth-child(${number})`).allInnerTexts();

const head = (table: Locator, name: string): Locator => table.getByRole('columnheader', { name });

describe('a table of figures', () => {
  test('is sorted by a click: up, down, and as it came', async ({ desk }) => {
    const { say, last } = await desk({ place: 'navi' });
    await say('/plan 指標 未達成');
    const asItCame = await column(last, 1);
    const sort = head(last, '担当').getByRole('button');
    await sort.click();
    expect(await head(last, '担当').getAttribute('aria-sort')).toBe('ascending');
    const up = await column(last, 7);
    expect(up).toEqual(up.toSorted(new Intl.Collator('ja', { numeric: true }).compare));
    await sort.click();
    expect(await head(last, '担当').getAttribute('aria-sort')).toBe('descending');
    await sort.click();
    expect(await column(last, 1)).toEqual(asItCame);
  });

  test('is sorted and turned by keyboard, and the focus stays on what was pressed', async ({ desk }) => {
    const { say, last } = await desk({ place: 'navi' });
    await say('/plan 指標 未達成');
    const sort = head(last, '担当').getByRole('button');
    await sort.press('Enter');
    expect(await head(last, '担当').getAttribute('aria-sort')).toBe('ascending');
    expect(await hasFocus(sort)).toBe(true);
    const next = last.getByRole('button', { name: '次へ' });
    await next.press('Enter');
    await expect.poll(() => last.locator('.data-table-pages').innerText()).toContain('11～12／12件');
    expect(await hasFocus(next)).toBe(true);
    expect((await column(last, 1)).length).toBe(2);
  });

  test('stays as its reader left it when the page is drawn anew', async ({ desk }) => {
    const { say, messages } = await desk();
    await say('/plan 指標 未達成');
    const table = messages.first();
    const sort = head(table, '担当').getByRole('button');
    await table.getByRole('button', { name: '次へ' }).click();
    await sort.press('Enter');
    await table.getByRole('button', { name: '次へ' }).click();
    await sort.focus();
    const left = await column(table, 1);
    const other = await desk();
    await other.say('ほかの画面からの発言');
    await expect.poll(() => messages.count()).toBe(2);
    expect(await column(table, 1)).toEqual(left);
    expect(await head(table, '担当').getAttribute('aria-sort')).toBe('ascending');
    expect(await hasFocus(sort)).toBe(true);
  });
});
