/** test/e2e: the compiled program, driven as a person drives it, in Debian's Chromium. */
import { test as base, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Desk, deskAt, type Persona, type Place } from './desk.ts';
import { postTo } from './post.ts';
import { newFolder, startProgram } from './program.ts';
import { watch } from './watch.ts';

interface Seat {
  persona?: Persona;
  place?: Place;
  width?: number;
  dark?: boolean;
  /** A page that is not told of changes, as if it had been in the background. */
  asleep?: boolean;
}

/**
 * A test with a program, whose workspace is empty when the test begins, and any number of desks before it. It fails when any
 * page complained in the console or asked for something outside of the machine.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it that nothing else is needed first
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  /** How a file's program is started; `keep` keeps what its folder holds over the tests. */
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it that nothing else is needed first
  .extend('launch', { scope: 'file' }, async ({}) => ({ folder: newFolder(), keep: false }))
  .extend('program', { scope: 'file' }, async ({ launch }, { onCleanup }) => {
    const program = await startProgram(launch);
    onCleanup(() => program.stop());
    // The first answer waits for the dictionary; the tests are not about that.
    await postTo(program.address, '/head/navi/send', { text: '/plan 電子申請' });
    return program;
  })
  .extend('desk', async ({ browser, launch, program }, { onCleanup }) => {
    if (!launch.keep) await postTo(program.address, '/staff/navi/reset');
    const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    context.setDefaultTimeout(15_000);
    const complaints = watch(context, program.address);
    onCleanup(async () => {
      await context.close();
      expect(complaints).toEqual([]);
    });
    return async ({
      persona = 'staff',
      place = 'general',
      width = 1200,
      dark = false,
      asleep = false,
    }: Seat = {}): Promise<Desk> => {
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      if (asleep) await page.route('**/events', (route) => route.fulfill({ status: 204 }));
      const desk = deskAt(page, program.address, persona);
      await desk.goTo(place);
      return desk;
    };
  });
