import type { Locator, Page } from 'playwright-core';

export type Persona = 'staff' | 'head' | 'coordinator';
export type Place = 'general' | 'digital' | 'navi' | 'home';

/** One person before one page of the workspace. */
export interface Desk {
  page: Page;
  /** The input line. */
  line: Locator;
  /** Everything said in the conversation, oldest first. */
  messages: Locator;
  /** The newest message. */
  last: Locator;
  modal: Locator;
  /** What the page says is wrong. */
  problem: Locator;
  /** Types and sends, and waits until the bot has taken it. */
  say(text: string): Promise<void>;
  goTo(place: Place, persona?: Persona): Promise<void>;
  /** Opens the details of the newest answer's first item. */
  openDetails(): Promise<void>;
}

/** Sits somebody down before a page. */
export function deskAt(page: Page, address: string, own: Persona = 'staff'): Desk {
  const line = page.getByRole('combobox', { name: /へのメッセージ$/u });
  const messages = page.locator('.conversation article');
  const last = messages.last();
  const modal = page.getByRole('dialog');
  return {
    page,
    line,
    messages,
    last,
    modal,
    problem: page.locator('.problem'),
    async say(text) {
      await line.fill(text);
      const sent = page.waitForResponse((response) => response.url().endsWith('/send'));
      await line.press('Enter');
      await (await sent).finished();
    },
    async goTo(place, persona = own) {
      await page.goto(`${address}/${persona}/${place}`);
    },
    async openDetails() {
      await last.getByRole('button', { name: /詳細/u }).first().click();
      await modal.waitFor();
    },
  };
}
