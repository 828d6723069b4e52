/** Writes pictures of the main scenes for people to look at: npm run scenes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './support/browser.ts';
import { type Desk, deskAt, type Persona } from './support/desk.ts';
import { startProgram } from './support/program.ts';
import { press } from './support/rounds.ts';

const folder = join(process.cwd(), '.local', 'scenes');
const wide = { width: 900, height: 640 };
const narrow = { width: 360, height: 640 };

interface Scene {
  name: string;
  persona?: Persona;
  size?: { width: number; height: number };
  dark?: boolean;
  play(desk: Desk): Promise<void>;
}

const scenes: readonly Scene[] = [
  { name: '01-empty', play: (desk) => desk.goTo('general') },
  {
    name: '02-found',
    async play({ goTo, say }) {
      await goTo('general');
      await say('/plan 電子申請');
    },
  },
  { name: '03-found-narrow-dark', size: narrow, dark: true, play: ({ goTo }) => goTo('general') },
  {
    name: '04-figures',
    async play({ goTo, say }) {
      await goTo('navi');
      await say('/plan 指標');
    },
  },
  { name: '05-figures-dark', dark: true, play: ({ goTo }) => goTo('navi') },
  { name: '06-figures-narrow', size: narrow, play: ({ goTo }) => goTo('navi') },
  {
    name: '07-missed',
    async play({ goTo, say }) {
      await goTo('navi');
      await say('/plan 指標 未達成');
    },
  },
  {
    name: '08-details',
    async play({ goTo, say, openDetails }) {
      await goTo('digital');
      await say('/plan テレワークは目標を達成した？');
      await openDetails();
    },
  },
  { name: '09-details-narrow-dark', size: narrow, dark: true, play: ({ goTo }) => goTo('digital') },
  {
    name: '10-shared',
    async play({ goTo, modal, page }) {
      await goTo('digital');
      await modal.getByRole('button', { name: '共有する' }).click();
      await modal.waitFor({ state: 'detached' });
      await page.getByText('さんが').first().waitFor();
    },
  },
  { name: '11-shared-to-another', persona: 'head', play: ({ goTo }) => goTo('digital') },
  {
    name: '12-talk',
    async play({ goTo, say, page }) {
      await goTo('general');
      await say('@計画ナビ 電子申請の担当課は？');
      await page.locator('.thread article').first().waitFor();
    },
  },
  { name: '13-home', play: ({ goTo, page }) => goTo('home').then(() => page.locator('.home .blocks').waitFor()) },
  { name: '14-home-narrow', size: narrow, play: ({ goTo }) => goTo('home') },
  {
    name: '15-clock-moved',
    async play({ goTo, page }) {
      await goTo('general');
      await page.getByRole('button', { name: '5開庁日進める' }).click();
      await page.getByRole('button', { name: '今日に戻す' }).waitFor();
    },
  },
  {
    name: '16-refused',
    dark: true,
    async play({ goTo, say, problem }) {
      await goTo('general');
      await say('/paln 電子申請');
      await problem.getByText('使えないコマンド').waitFor();
    },
  },
  {
    name: '17-digest-set-up',
    persona: 'coordinator',
    async play(desk) {
      await desk.goTo('navi');
      await desk.say('/plan 週報');
      await press(desk, '設定');
      await desk.modal.getByLabel('#一般').check();
      await desk.modal.locator('footer button.primary').click();
      await desk.modal.getByText('設定を保存しました').waitFor();
    },
  },
  {
    name: '18-reminder',
    persona: 'head',
    async play(desk) {
      await desk.goTo('navi');
      await desk.page.getByRole('button', { name: '5開庁日進める' }).click();
      await desk.page.getByText('報告のお願い').last().waitFor();
    },
  },
  { name: '19-reminder-narrow-dark', persona: 'head', size: narrow, dark: true, play: ({ goTo }) => goTo('navi') },
  {
    name: '20-why',
    persona: 'head',
    async play(desk) {
      await desk.goTo('navi');
      await press(desk, 'なぜ届いた？');
      await desk.modal.getByText('お知らせを止めるには').waitFor();
    },
  },
  {
    name: '21-schedule',
    persona: 'coordinator',
    async play(desk) {
      await desk.goTo('navi');
      await desk.modal.locator('header button').click();
      await desk.modal.waitFor({ state: 'detached' });
      await desk.say('/plan 送信記録');
      await desk.page.getByRole('button', { name: 'これからの予定' }).last().click();
      await desk.page.getByText('お知らせの予定').last().waitFor();
    },
  },
  {
    name: '22-digest',
    async play({ goTo, page }) {
      await goTo('general');
      await page.locator('.conversation article').filter({ hasText: '週報' }).first().waitFor();
      await page.locator('.thread article').first().waitFor();
    },
  },
  { name: '23-home-of-a-coordinator', persona: 'coordinator', play: ({ goTo }) => goTo('home') },
];

mkdirSync(folder, { recursive: true });
const program = await startProgram();
const browser = await launchBrowser();
for (const { name, persona = 'staff', size = wide, dark = false, play } of scenes) {
  const page = await browser.newPage({ viewport: size, colorScheme: dark ? 'dark' : 'light', locale: 'ja-JP' });
  await play(deskAt(page, program.address, persona));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
await program.stop();
process.stdout.write(`${folder}\n`);
