import { describe, expect } from 'vitest';
import { test } from './support/test.ts';

describe('the input line', () => {
  test('brings back with ↑ what was sent before, and empties again with ↓', async ({ desk }) => {
    const { say, line, messages } = await desk();
    await say('/plan 電子申請');
    await say('/plan help');
    await expect.poll(() => messages.count()).toBe(2);
    await expect.poll(() => line.inputValue()).toBe('');
    await line.press('ArrowUp');
    expect(await line.inputValue()).toBe('/plan help');
    await line.press('ArrowUp');
    expect(await line.inputValue()).toBe('/plan 電子申請');
    await line.press('ArrowDown');
    await line.press('ArrowDown');
    expect(await line.inputValue()).toBe('');
  });

  test('suggests commands at «/», chosen with arrow keys and Enter, which sends none of them yet', async ({ desk }) => {
    const { line, page, messages } = await desk();
    await line.pressSequentially('/');
    const list = page.getByRole('listbox');
    expect(await line.getAttribute('aria-expanded')).toBe('true');
    await line.press('ArrowDown');
    await line.press('ArrowDown');
    const chosen = await list.locator('[aria-selected=true]').innerText();
    expect(await line.getAttribute('aria-activedescendant')).toBe(
      await list.locator('[aria-selected=true]').getAttribute('id'),
    );
    await line.press('Enter');
    expect(await line.inputValue()).toBe(chosen);
    expect([await list.count(), await messages.count()]).toEqual([0, 0]);
  });

  test('puts the suggestions away at Escape', async ({ desk }) => {
    const { line, page } = await desk();
    await line.pressSequentially('/');
    await line.press('Escape');
    expect([await page.getByRole('listbox').count(), await line.inputValue()]).toEqual([0, '/']);
  });

  test('does not send at the Enter that ends a conversion to kanji', async ({ desk }) => {
    const { line, messages } = await desk();
    await line.fill('/plan でんし');
    await line.dispatchEvent('compositionstart');
    await line.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await line.dispatchEvent('compositionend');
    await line.press('Shift+Enter');
    expect([await line.inputValue(), await messages.count()]).toEqual(['/plan でんし\n', 0]);
  });
});

describe('what cannot be sent', () => {
  test.for(['/paln 電子申請', '/', '/plan電子申請', `/${'あ'.repeat(3_000)}`])(
    'stays in the line, with the reason above it («%s»)',
    async (typed, { desk }) => {
      const { say, line, problem, messages } = await desk();
      await say(typed);
      await expect.poll(() => problem.innerText()).toMatch(/は使えないコマンドです。\/plan に続けて/u);
      expect([await line.inputValue(), await messages.count()]).toEqual([typed, 0]);
      expect((await problem.innerText()).length).toBeLessThan(120);
    },
  );

  test('is nothing at all: Enter in an empty line does nothing', async ({ desk }) => {
    const { say, messages, problem } = await desk();
    await say('  ');
    expect([await messages.count(), await problem.innerText()]).toEqual([0, '']);
  });

  test('says no more that it was wrong once something right was sent', async ({ desk }) => {
    const { say, problem, last } = await desk();
    await say('/paln');
    await say('/plan 電子申請');
    await expect.poll(() => last.innerText()).toContain('16件');
    expect(await problem.innerText()).toBe('');
  });
});

describe('odd input', () => {
  test.for(['/plan', '/plan ラーメン', '/plan ？？？', '/plan 🍜'])(
    'is answered in words («%s»)',
    async (typed, { desk }) => {
      const { say, last } = await desk();
      await say(typed);
      await expect.poll(() => last.innerText()).toMatch(/使い方|該当なし/u);
    },
  );

  test('may be as long as Slack takes: 12,000 characters', async ({ desk }) => {
    const { say, last } = await desk();
    await say(`/plan ${'電'.repeat(11_994)}`);
    await expect.poll(() => last.innerText()).toContain('該当なし');
  });

  const tricks = [
    '<script>alert(1)</script>',
    '<!channel> <@U0HEAD0001>',
    '*太字* `x` &lt;b&gt; <https://example.jp|ここ>',
    '<img src=x onerror=alert(1)>',
  ];
  test.for(tricks)('is shown as it was typed («%s»)', async (typed, { desk }) => {
    const { say, last } = await desk();
    await say(typed);
    await expect.poll(() => last.locator('.typed').innerText()).toBe(typed);
  });

  test.for(tricks)('does nothing in the answer («%s»)', async (typed, { desk }) => {
    const { say, last } = await desk();
    await say(`/plan ${typed}`);
    await last.waitFor();
    expect(await last.locator('script, img, a, .mention').count()).toBe(0);
  });
});
