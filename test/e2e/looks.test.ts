import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { barriers } from './support/accessibility.ts';
import type { Desk, Place } from './support/desk.ts';
import { hasFocus, tabTo } from './support/keyboard.ts';
import { test } from './support/test.ts';

interface Scene {
  name: string;
  place: Place;
  play(desk: Desk): Promise<void>;
}

const scenes: readonly Scene[] = [
  { name: 'an empty conversation', place: 'general', play: async () => undefined },
  {
    name: 'an answer',
    place: 'general',
    async play({ say, last }) {
      await say('/plan 電子申請');
      await last.waitFor();
    },
  },
  {
    name: 'figures with a chart and a table',
    place: 'navi',
    async play({ say, last }) {
      await say('/plan 指標');
      await last.locator('.chart').first().waitFor();
      await say('/plan 指標 未達成');
      await last.locator('.data-table').waitFor();
    },
  },
  {
    name: 'details in a modal',
    place: 'general',
    async play({ say, openDetails }) {
      await say('/plan テレワークは目標を達成した？');
      await openDetails();
    },
  },
  {
    name: 'a conversation with a thread and something refused',
    place: 'digital',
    async play({ say, page, problem }) {
      await say('@計画ナビ 電子申請の担当課は？');
      await page.locator('.thread article').waitFor();
      await say('/paln');
      await problem.getByText('使えない').waitFor();
    },
  },
  { name: 'the Home', place: 'home', play: ({ page }) => page.locator('.home .blocks').waitFor() },
];

const looks = [
  { width: 1200, dark: false },
  { width: 1200, dark: true },
  { width: 360, dark: false },
  { width: 360, dark: true },
];

async function look(page: Page, { width, dark }: (typeof looks)[number]): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
}

describe.for(scenes)('$name', ({ place, play }) => {
  test('has no serious barrier, wide or narrow, light or dark', async ({ desk }) => {
    const before = await desk({ place });
    await play(before);
    for (const one of looks) {
      await look(before.page, one);
      expect(await barriers(before.page), JSON.stringify(one)).toEqual([]);
    }
  });

  test('never scrolls sideways, down to 320 pixels', async ({ desk }) => {
    const { page, ...rest } = await desk({ place });
    await play({ page, ...rest });
    for (const width of [1200, 701, 700, 480, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect([width, overflow]).toEqual([width, 0]);
    }
  });
});

describe('at 360 pixels', () => {
  test('everything can be reached by keyboard, and is inside of the screen when it is', async ({ desk }) => {
    const { page } = await desk({ width: 360, place: 'general' });
    const stops = page.locator('a[href]:visible, button:visible, textarea:visible, input:visible');
    await page.locator('body').press('Home');
    for (const stop of await stops.all()) {
      await tabTo(stop);
      expect(await hasFocus(stop)).toBe(true);
      const box = await stop.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 800).toBe(true);
    }
  });

  test('an answer leaves room to read it: the input line takes no third of the screen', async ({ desk }) => {
    const { page, say, last } = await desk({ width: 360 });
    await say('/plan 電子申請');
    await last.waitFor();
    expect((await page.locator('.composer').boundingBox())?.height).toBeLessThan(800 / 3);
  });
});
