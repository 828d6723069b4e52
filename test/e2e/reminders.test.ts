import { describe, expect } from 'vitest';
import { hears, minutes, moveTo, openRound, press, report, save } from './support/rounds.ts';
import { test } from './support/test.ts';

describe('the clock of a round', () => {
  test(
    'brings a reminder, puts it off, brings it again, and shows in it that the section has answered',
    async ({ desk }) => {
      const coordinator = await desk({ persona: 'coordinator', place: 'navi' });
      await moveTo(coordinator, '2026-04-20');
      await openRound(coordinator);

      await moveTo(coordinator, '2026-04-24');
      const head = await desk({ persona: 'head', place: 'navi' });
      await hears(head, /あと5開庁日[\s\S]*期限 5月7日（木）17時/u);
      await press(head, 'なぜ届いた？');
      await expect.poll(() => head.modal.innerText()).toContain('5月6日（水）は振替休日のため');
      await head.modal.locator('header button').click();

      await press(head, '2時間後');
      await expect
        .poll(() => head.page.locator('.conversation').innerText())
        .toMatch(/11:0\d.*もう一度お知らせします/u);
      const wait = coordinator.page.getByRole('button', { name: '1時間進める' });
      await wait.click();
      await wait.click();
      await expect.poll(() => head.messages.filter({ hasText: '報告のお願い' }).count(), { timeout: 45_000 }).toBe(2);

      const staff = await desk({ persona: 'staff', place: 'navi' });
      await report(staff, '報告する', '352', /352/u);
      await expect
        .poll(() => head.messages.filter({ hasText: '提出済' }).count(), { timeout: 45_000 })
        .toBeGreaterThanOrEqual(2);
      await hears(head, /確認してください/u);

      // Nobody is chased who has answered.
      const said = await head.messages.count();
      await moveTo(coordinator, '2026-05-07');
      await coordinator.say('/plan 送信記録');
      await press(coordinator, '送信済');
      await hears(coordinator, /送信済/u);
      expect(await head.messages.count()).toBe(said);
    },
    3 * minutes,
  );

  test(
    'lets a coordinator keep a reminder back before it goes',
    async ({ desk }) => {
      const coordinator = await desk({ persona: 'coordinator', place: 'navi' });
      await moveTo(coordinator, '2026-04-20');
      await openRound(coordinator);
      await moveTo(coordinator, '2026-04-23');
      await coordinator.say('/plan 送信記録');
      await press(coordinator, 'これからの予定');
      await hears(coordinator, /4月24日（金）[\s\S]*課長/u);
      await press(coordinator, '内容を見る');
      await expect.poll(() => coordinator.modal.innerText()).toContain('あと5開庁日');
      await coordinator.modal.locator('header button').click();
      await press(coordinator, '送らない');
      await hears(coordinator, /保留しているお知らせ/u);

      await moveTo(coordinator, '2026-04-24');
      await coordinator.say('/plan 送信記録');
      await press(coordinator, '送信済');
      await hears(coordinator, /職員/u);
      expect(await coordinator.last.innerText()).not.toContain('@課長');
    },
    3 * minutes,
  );
});

describe('the weekly digest', () => {
  test(
    'is set up, written on, seen before, and posted with its thread on Monday',
    async ({ desk }) => {
      const coordinator = await desk({ persona: 'coordinator', place: 'navi' });
      await moveTo(coordinator, '2026-04-20');
      await openRound(coordinator);
      const staff = await desk({ persona: 'staff', place: 'navi' });
      await report(staff, '報告する', '352', /352/u);

      await coordinator.say('/plan 週報');
      await press(coordinator, '設定');
      await coordinator.modal.getByLabel('#一般').check();
      await save(coordinator, '設定を保存しました');
      await coordinator.say('/plan 週報');
      await press(coordinator, '一言を書く');
      await coordinator.modal.getByRole('textbox').fill('連休前に確認をお願いします。');
      await save(coordinator, '一言');

      await moveTo(coordinator, '2026-04-24');
      await coordinator.goTo('navi', 'coordinator');
      await hears(coordinator, /連休前に確認をお願いします。/u);
      await moveTo(coordinator, '2026-04-27');
      await staff.goTo('general', 'staff');
      const digest = staff.messages.filter({ hasText: '週報' }).first();
      await expect.poll(() => digest.innerText(), { timeout: 45_000 }).toContain('連休前に確認をお願いします。');
      await expect
        .poll(() => staff.page.locator('.thread').innerText(), { timeout: 45_000 })
        .toContain('オープンデータみやぎ公開数');
    },
    3 * minutes,
  );
});
