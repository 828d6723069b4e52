import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { newFolder } from './support/program.ts';
import { test as base } from './support/test.ts';

/** The journal of a channel in which somebody has written so much. */
function longJournal(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => ({
    kind: 'posted',
    message: {
      conversation: 'C0GENERAL1',
      ts: `${1_700_000_000 + index}.000001`,
      at: new Date((1_700_000_000 + index) * 1000).toISOString(),
      author: 'U0HEAD0001',
      onlyFor: null,
      thread: null,
      text: `発言 ${index + 1}`,
      blocks: [],
      edited: false,
    },
  }));
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

const test = base.extend(
  'launch',
  { scope: 'file' },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it that nothing else is needed first
  async ({}) => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'journal.jsonl'), longJournal(5_000));
    return { folder, keep: true };
  },
);

describe('a channel of 5,000 messages', () => {
  test('opens at the newest fifty, and an answer comes', async ({ desk }) => {
    const { say, messages, last } = await desk();
    expect([await messages.count(), await last.locator('.typed').innerText()]).toEqual([50, '発言 5000']);
    await say('/plan 電子申請');
    await expect.poll(() => last.innerText()).toContain('16件');
    expect((await last.boundingBox())?.y).toBeLessThan(800);
  });

  test('shows earlier ones at a press, without losing the place, and keeps them when something is sent', async ({
    desk,
  }) => {
    const { page, say, messages } = await desk({ persona: 'coordinator' });
    const first = messages.first();
    await first.scrollIntoViewIfNeeded();
    const read = page.locator(`[id="${await first.getAttribute('id')}"]`);
    const top = (await read.boundingBox())?.y ?? 0;
    await page.getByRole('button', { name: '前のメッセージを表示（残り4950件）' }).click();
    await expect.poll(() => messages.count()).toBe(100);
    expect(Math.abs(((await read.boundingBox())?.y ?? 0) - top)).toBeLessThan(60);
    await say('/plan 電子申請');
    await expect.poll(() => messages.last().innerText()).toContain('16件');
    expect(await messages.count()).toBe(100);
  });
});
