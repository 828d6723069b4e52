import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { fillIn, letterOf } from '../support/sheets.ts';
import { hears, minutes, moveTo, openRound, press, report, round, save } from './support/rounds.ts';
import { test } from './support/test.ts';

/** The sheet with its one row filled in. */
function filled(bytes: Uint8Array): Uint8Array {
  const row = { value: '６００', measuredOn: '2026/3/31', note: '部局が一斉に登録したため。' } as const;
  const cells = Object.entries(row).map(
    ([column, text]) => [`${letterOf(column as keyof typeof row)}3`, text] as const,
  );
  return fillIn(bytes, Object.fromEntries(cells));
}

describe('a round', () => {
  test(
    'goes from its creation over a return to acceptance, and then stands in everybody’s answers',
    async ({ desk }) => {
      const coordinator = await desk({ persona: 'coordinator', place: 'navi' });
      await coordinator.page.locator('input[name=date]').fill('2026-04-20');
      await coordinator.page.getByRole('button', { name: 'この日にする' }).click();
      await expect.poll(() => coordinator.page.locator('.clock b').innerText()).toContain('2026年4月20日');
      await openRound(coordinator);

      const staff = await desk({ persona: 'staff', place: 'navi' });
      await report(staff, '報告する', '３４０', /340/u);
      await hears(staff, /報告を受け付けました|提出/u);

      const head = await desk({ persona: 'head', place: 'navi' });
      await press(head, '確認する');
      await expect.poll(() => head.last.innerText()).toMatch(/確認/u);

      await coordinator.goTo('navi', 'coordinator');
      await press(coordinator, '差し戻す');
      await coordinator.modal.getByRole('textbox').fill('前回の347より少ない理由を書いてください。');
      await coordinator.modal.locator('footer button.primary').click();
      await coordinator.modal.waitFor({ state: 'detached' });

      await staff.goTo('navi', 'staff');
      await hears(staff, /前回の347より少ない理由/u);
      await report(staff, '直して再提出', '352', /352/u);
      await head.goTo('navi', 'head');
      await press(head, '確認する');
      await coordinator.goTo('navi', 'coordinator');
      await press(coordinator, '受理する');
      await expect.poll(() => coordinator.last.innerText()).toMatch(/受理/u);

      await staff.goTo('general', 'staff');
      await staff.say('/plan 指標 オープンデータみやぎ公開数');
      await hears(staff, /報告 R\d+ 速報　352 データセット（未達成）/u);
    },
    2 * minutes,
  );

  test(
    'is extended, and answered in Excel by the head who came in the meantime',
    async ({ desk }) => {
      const coordinator = await desk({ persona: 'coordinator', place: 'navi' });
      const { modal } = coordinator;
      await moveTo(coordinator, '2026-04-20');
      await openRound(coordinator);
      await coordinator.say(`/plan 照会 ${round}`);
      await press(coordinator, '延長する');
      await modal.getByLabel('新しい期限').fill('2026-05-20');
      await modal.getByLabel('延ばす理由').fill('異動があったため。');
      await save(coordinator, '期限を 2026年5月20日（水） 17時までに延ばしました');

      await coordinator.say('/plan 名簿 デジタルみやぎ推進課');
      await press(coordinator, '異動を入れる');
      await modal.getByLabel('責任者（課長・室長）').selectOption({ label: '職員' });
      await modal.getByLabel('いつから').fill('2026-05-01');
      await save(coordinator, '異動を入れました');
      await moveTo(coordinator, '2026-05-01');

      const successor = await desk({ persona: 'staff', place: 'navi' });
      await successor.say('/plan 出力');
      await hears(successor, new RegExp(round, 'u'));
      await successor.last.getByRole('button', { name: new RegExp(`様式を受け取る.*${round}`, 'u') }).click();
      const link = successor.page.locator('.file a').last();
      const [download] = await Promise.all([successor.page.waitForEvent('download'), link.click()]);
      const buffer = Buffer.from(filled(new Uint8Array(readFileSync(await download.path()))));
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await successor.page.locator('input[type=file]').setInputFiles({ name: '様式.xlsx', mimeType, buffer });
      await hears(successor, /新しく入る 1件/u);
      await press(successor, '反映する');
      await expect.poll(() => successor.page.locator('.conversation').innerText()).toContain('に反映しました');

      await coordinator.goTo('navi', 'coordinator');
      await coordinator.say(`/plan 照会 ${round}`);
      await hears(coordinator, /課長確認済 1/u);
    },
    2 * minutes,
  );
});
