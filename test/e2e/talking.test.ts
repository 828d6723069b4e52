import { describe, expect } from 'vitest';
import { test } from './support/test.ts';

describe('talking to the bot', () => {
  test('by a mention in a channel gets an answer in the thread, for everybody', async ({ desk }) => {
    const { say } = await desk();
    const head = await desk({ persona: 'head' });
    await say('@計画ナビ 電子申請の担当課は？');
    await expect.poll(() => head.page.locator('.thread').innerText()).toContain('デジタルみやぎ推進課');
    expect(await head.messages.first().innerText()).toContain('@計画ナビ 電子申請の担当課は？');
  });

  test('by a direct message needs no command', async ({ desk }) => {
    const { say, page } = await desk({ place: 'navi' });
    await say('電子申請');
    await expect.poll(() => page.locator('.conversation').innerText()).toContain('16件');
  });

  test('by words to nobody in a channel gets none', async ({ desk }) => {
    const { say, messages } = await desk();
    await say('電子申請');
    // The bot answers in the order it is asked: a later answer shows that there was none to the first.
    await say('/plan 電子申請');
    await expect.poll(() => messages.count()).toBe(2);
  });

  test('by the message shortcut looks up what somebody else wrote', async ({ desk }) => {
    const staff = await desk();
    await staff.say('電子申請はどうなった？');
    const head = await desk({ persona: 'head' });
    const written = head.messages.first();
    await written.hover();
    await written.getByRole('button', { name: /計画ナビで調べる/u }).click();
    await expect.poll(() => head.modal.or(head.last).last().innerText()).toContain('電子申請');
    expect(await staff.messages.count()).toBe(1);
  });
});

describe('the App Home', () => {
  test('is there as soon as it is opened, with examples that answer', async ({ desk }) => {
    const { page, modal } = await desk({ place: 'home' });
    await page.locator('.home').getByRole('button', { name: '電子申請', exact: true }).click();
    await expect.poll(() => modal.innerText()).toContain('16件');
  });

  test('opens a section’s measures when the section is chosen', async ({ desk }) => {
    const { page, modal } = await desk({ place: 'home' });
    const sections = page.locator('.home').getByLabel('課・室を選ぶ');
    await sections.selectOption({ index: 1 });
    const section = await sections.locator('option:checked').innerText();
    await expect.poll(() => modal.innerText()).toContain(section);
  });
});
