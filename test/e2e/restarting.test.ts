import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { describe, expect } from 'vitest';
import { type Desk, deskAt } from './support/desk.ts';
import { postTo } from './support/post.ts';
import { freePort, newFolder, runProgram, startProgram } from './support/program.ts';
import { test } from './support/test.ts';

/** A page of somebody who keeps it open while the program comes and goes: its console does say that nobody answers. */
async function sit(browser: Browser, address: string): Promise<Desk> {
  const desk = deskAt(await browser.newPage(), address);
  await desk.goTo('general');
  return desk;
}

describe('the program, stopped and started again with the same folder', () => {
  test('is waited for by an open page, and has messages, Home and date as they were', async ({ browser }) => {
    const [folder, port] = [newFolder(), await freePort()];
    const first = await startProgram({ folder, port });
    const { page, say, last, messages, modal, goTo } = await sit(browser, first.address);
    await goTo('home');
    await page.locator('.home .blocks').waitFor();
    await goTo('general');
    await say('/plan 電子申請');
    await page.getByRole('button', { name: '1開庁日進める' }).click();
    await page.getByText('（実際の日時とは違います）').waitFor();
    const answer = await last.innerText();

    await first.stop();
    await page.getByText('プログラムが止まっています').waitFor();
    const second = await startProgram({ folder, port });
    await page.getByText('プログラムが止まっています').waitFor({ state: 'hidden' });
    await page.reload();
    expect([await messages.count(), await last.innerText()]).toEqual([1, answer]);
    expect(await page.getByText('（実際の日時とは違います）').count()).toBe(1);

    // What was answered before still answers.
    await last.getByRole('button', { name: /^次の/u }).click();
    await expect.poll(() => last.innerText()).toContain('6～10件目');
    await last.getByRole('button', { name: /詳細/u }).first().click();
    await modal.waitFor();
    await page.keyboard.press('Escape');
    await goTo('home');
    await page.locator('.home').getByRole('button', { name: '電子申請', exact: true }).click();
    await expect.poll(() => modal.innerText()).toContain('16件');
    await page.close();
    await second.stop();
  });

  test('keeps what is typed while it is away', async ({ browser }) => {
    const program = await startProgram();
    const { page, line } = await sit(browser, program.address);
    await program.stop();
    await page.getByText('プログラムが止まっています').waitFor();
    await line.fill('/plan 電子申請');
    await line.press('Enter');
    expect(await line.inputValue()).toBe('/plan 電子申請');
    await page.close();
  });
});

describe('a start that cannot succeed says why and what to do', () => {
  test('when the journal is damaged: the line, and a way out that works and loses nothing', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const journal = join(folder, 'journal.jsonl');
    writeFileSync(journal, '{"kind":"clock","days":1}\n{"kind":\n{"kind":"clock","days":2}\n');
    const { code, said } = await runProgram({ folder });
    expect([code, said]).toEqual([1, expect.stringContaining(`${journal} の2行目を読み取れません。`)]);
    expect(said).toContain('npm start -- --reset');
    const program = await startProgram({ folder, args: ['--reset'] });
    await program.stop();
    expect(existsSync(`${journal}.before`)).toBe(true);
  });

  test('when the folder cannot be one: its name, and another folder works', async () => {
    const folder = newFolder();
    writeFileSync(folder, 'a file in its place');
    const { code, said } = await runProgram({ folder });
    expect([code, said]).toEqual([1, expect.stringContaining(`${join(folder, 'journal.jsonl')} に書き込めません。`)]);
    expect(said).toContain('LOCAL_FOLDER=');
    const program = await startProgram({ folder: join(dirname(folder), 'another') });
    await program.stop();
  });

  test('when the port is taken: its number, and another port works', async ({ program }) => {
    const { code, said } = await runProgram({ port: program.port });
    expect([code, said]).toEqual([
      1,
      expect.stringContaining(`ポート ${program.port} はほかのプログラムが使っています。`),
    ]);
    expect(said).toContain('PORT=3001 npm start');
    const other = await startProgram();
    await other.stop();
  });
});

describe('a start that succeeds', () => {
  test('prints the address and three things to try', async ({ program }) => {
    expect(program.printed).toContain(program.address);
    expect(program.printed.match(/・\/plan .+/gu)).toHaveLength(3);
  });

  test('answers a question that was asked at once', async () => {
    const program = await startProgram();
    const { body } = await postTo(program.address, '/staff/navi/send', { text: '/plan 電子申請' });
    await program.stop();
    expect(body).toContain('16件');
  });
});
