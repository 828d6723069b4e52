import type { Locator } from 'playwright-core';

/** Whether the keyboard is on this element. */
export async function hasFocus(element: Locator): Promise<boolean> {
  return (await element.and(element.page().locator(':focus')).count()) === 1;
}

/** More stops than any page of the tests has. */
const mostStops = 150;

/** Presses Tab, or Shift+Tab to go back, until the keyboard is on the element. @throws Error when it never comes there. */
export async function tabTo(element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await hasFocus(element)) return;
    await element.page().keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${element}`);
}
