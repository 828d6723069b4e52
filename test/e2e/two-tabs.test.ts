import { describe, expect } from 'vitest';
import { hasFocus } from './support/keyboard.ts';
import { postTo } from './support/post.ts';
import { test } from './support/test.ts';

describe('two tabs', () => {
  test('show the same conversation: what is said in one appears in the other', async ({ desk }) => {
    const one = await desk();
    const other = await desk({ persona: 'head' });
    await one.say('おはようございます');
    await expect.poll(() => other.last.innerText()).toContain('おはようございます');
  });

  test('leave each other’s half-written line and its focus alone', async ({ desk }) => {
    const one = await desk();
    await one.line.fill('/plan 電子');
    const other = await desk({ persona: 'head' });
    await other.say('おはようございます');
    await expect.poll(() => one.last.innerText()).toContain('おはようございます');
    expect([await one.line.inputValue(), await hasFocus(one.line)]).toEqual(['/plan 電子', true]);
  });

  test('of one person have one modal, as it belongs to the person; closed in one, it is closed in both', async ({
    desk,
  }) => {
    const one = await desk();
    const other = await desk({ place: 'digital' });
    await one.say('/plan 地方税電子申告');
    await one.openDetails();
    await other.modal.waitFor();
    await other.page.keyboard.press('Escape');
    await one.modal.waitFor({ state: 'detached' });
  });

  test('leave what is chosen in an open form alone', async ({ desk }) => {
    const one = await desk();
    await one.say('/plan 地方税電子申告');
    await one.openDetails();
    const list = one.modal.getByLabel('この内容を共有する会話');
    await list.selectOption({ label: '#デジタル推進' });
    const other = await desk({ persona: 'head' });
    await other.say('おはようございます');
    await expect.poll(() => one.messages.count()).toBe(2);
    expect(await list.locator('option:checked').innerText()).toBe('#デジタル推進');
    expect(await one.modal.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
  });
});

describe('a page that was asleep while everything was taken away', () => {
  test('says of a button that its message is gone, and shows what is there now', async ({ desk, program }) => {
    const { say, last, messages, problem } = await desk({ asleep: true });
    await say('/plan 電子申請');
    await postTo(program.address, '/head/general/reset');
    await last.getByRole('button', { name: /^次の/u }).click();
    await expect.poll(() => problem.innerText()).toMatch(/^そのメッセージか画面は、もうありません。/u);
    expect(await messages.count()).toBe(0);
  });
});
