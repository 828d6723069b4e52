import { expect } from 'vitest';
import type { Desk } from './desk.ts';

/** What people do in a round, as the tests of several stories need it. */
export const round = 'オープンデータの照会';
export const minutes = 60_000;

/** Presses a button of the newest message. */
export async function press(desk: Desk, name: string): Promise<void> {
  await desk.last.getByRole('button', { name }).first().click();
}

/** Waits for the newest message to say something. */
export async function hears(desk: Desk, words: RegExp): Promise<void> {
  await expect.poll(() => desk.last.innerText(), { timeout: 30_000 }).toMatch(words);
}

/** A coordinator asks one section for one KPI. */
export async function openRound(coordinator: Desk): Promise<void> {
  const { modal } = coordinator;
  await coordinator.say('/plan 照会');
  await press(coordinator, '照会を作る');
  await modal.getByLabel('照会の名前').fill(round);
  await modal.getByLabel('オープンデータみやぎ公開数').check();
  await modal.getByLabel('受付を始める日').fill('2026-04-20');
  await modal.getByLabel('期限', { exact: true }).fill('2026-05-06');
  await modal.getByRole('button', { name: '内容を確かめる' }).click();
  await expect.poll(() => modal.innerText()).toContain('5月6日（水）は振替休日のため');
  await modal.locator('footer button.primary').click();
  await expect.poll(() => modal.innerText()).toContain('受付を始めました');
  // The board can be read, and closed; nothing is left to send.
  expect(await modal.locator('footer button.primary').count()).toBe(0);
  await modal.locator('header button').click();
  await modal.waitFor({ state: 'detached' });
}

/** The section's staff fill in the form; the check page shows what was read, and asks what is worth asking. */
export async function report(staff: Desk, button: string, value: string, read: RegExp): Promise<void> {
  const { modal } = staff;
  await staff.say('/plan 報告');
  const own = staff.last.getByRole('button', { name: new RegExp(`${button}.*${round}`, 'u') });
  await own.click();
  await modal.getByLabel(/^値/u).fill(value);
  await modal.getByLabel(/^測定日/u).fill('2026-03-31');
  await modal.getByLabel(/^備考/u).fill('登録する部局が増えなかったため。');
  await modal.locator('footer button.primary').click();
  // The first page says what was read too; only the second one hands in.
  await modal.getByRole('button', { name: '提出する' }).waitFor({ timeout: 15_000 });
  expect(await modal.innerText()).toMatch(read);
  await modal.locator('footer button.primary').click();
  await expect.poll(() => modal.innerText(), { timeout: 15_000 }).toContain('提出しました');
  await modal.locator('header button').click();
  await modal.waitFor({ state: 'detached' });
}

/** Sets the workspace's date. */
export async function moveTo(desk: Desk, date: string): Promise<void> {
  await desk.page.locator('input[name=date]').fill(date);
  await desk.page.getByRole('button', { name: 'この日にする' }).click();
  await expect.poll(() => desk.page.locator('input[name=date]').getAttribute('value')).toBe(date);
}

/** Sends what a modal holds, and closes what it becomes. */
export async function save(desk: Desk, said: string): Promise<void> {
  await desk.modal.locator('footer button.primary').click();
  await expect.poll(() => desk.modal.innerText(), { timeout: 15_000 }).toContain(said);
  await desk.modal.locator('header button').click();
  await desk.modal.waitFor({ state: 'detached' });
}
