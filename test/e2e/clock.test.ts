import { describe, expect } from 'vitest';
import { test } from './support/test.ts';

describe('the clock', () => {
  test('moves forward by open days, says that it is not the real date, and goes back', async ({ desk }) => {
    const { page } = await desk();
    const clock = page.getByRole('region', { name: 'ワークスペースの日時' });
    const shown = clock.locator('b');
    const real = await shown.innerText();
    await clock.getByRole('button', { name: '5開庁日進める' }).click();
    await expect.poll(() => clock.innerText()).toContain('（実際の日時とは違います）');
    expect(await shown.innerText()).not.toBe(real);
    await clock.getByRole('button', { name: '今日に戻す' }).click();
    await expect.poll(() => clock.innerText()).toContain('（実際の日時）');
    expect(await shown.innerText()).toBe(real);
  });

  test('goes to a date, and what is said then is dated so', async ({ desk }) => {
    const { page, say } = await desk();
    await page.getByLabel('日付を指定').fill('2027-04-01');
    await page.getByRole('button', { name: 'この日にする' }).click();
    await page.getByText('2027年4月1日(木)').waitFor();
    await say('/plan 電子申請');
    await expect.poll(() => page.getByRole('heading', { name: '4月1日(木)' }).count()).toBe(1);
  });

  test.for(['1990-04-01', '2099-12-31'])(
    'may stand at its first and its last date, and the bot still answers (%s)',
    async (date, { desk }) => {
      const { page, say, last } = await desk();
      await page.getByLabel('日付を指定').fill(date);
      await page.getByRole('button', { name: 'この日にする' }).click();
      await page.getByText('（実際の日時とは違います）').waitFor();
      await say('/plan 指標');
      await expect.poll(() => last.innerText()).toContain('指標の状況');
    },
  );
});

describe('«最初からやり直す»', () => {
  test('asks first, and does nothing when one thinks better of it', async ({ desk }) => {
    const { page, say, messages } = await desk();
    await say('/plan 電子申請');
    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      return dialog.dismiss();
    });
    await page.getByRole('button', { name: '最初からやり直す' }).click();
    expect(asked).toEqual(['会話と日付を消して、最初からやり直します。よろしいですか？']);
    expect(await messages.count()).toBe(1);
  });

  test('empties the conversations, the line’s memory and the clock', async ({ desk }) => {
    const { page, say, line, messages } = await desk();
    await say('/plan 電子申請');
    await page.getByRole('button', { name: '1開庁日進める' }).click();
    await page.getByRole('button', { name: '今日に戻す' }).waitFor();
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: '最初からやり直す' }).click();
    await expect.poll(() => page.getByText('まだ発言はありません').count()).toBe(1);
    await line.press('ArrowUp');
    expect([await messages.count(), await line.inputValue()]).toEqual([0, '']);
    expect(await page.getByText('（実際の日時）').count()).toBe(1);
  });
});
