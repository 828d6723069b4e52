import { describe, expect, test } from 'vitest';
import { isHandedOver } from '../../../src/report/handover.ts';
import { at, colleague, coordinator, deputy, guest, noticeDeskOfEachTest, staff } from '../../support/notice-desk.ts';
import { deed, digital, head, report, round, section, signed, user } from '../../support/rounds.ts';

const it = noticeDeskOfEachTest();
const reason = '4月から担当が替わったため';
const give = (from = head.user, to = colleague) => it.noticeDesk.handOver(from, { ...at, to, reason });
const lasting = async () => (await it.store.handovers()).filter(isHandedOver).map(({ from, to }) => [from, to]);

describe('handing over', () => {
  test('goes from who does it to whom they chose, with the reason in the ledger', async () => {
    await it.given();
    expect(await give()).toMatchObject({ ok: true, handover: { from: head.user, to: colleague } });
    expect(await it.deeds('hand-over')).toMatchObject([{ by: { user: head.user }, reason, section: digital }]);
    expect(it.changes()).toBeGreaterThan(0);
  });

  test('lets the new one fill in, and nothing more', async () => {
    await it.given();
    await give();
    expect(await it.desk.openForm(colleague, at.round, at.section)).toMatchObject({ ok: true });
    const { offices } = (await it.desk.actorFor(colleague)) ?? { offices: new Map() };
    expect([...offices]).toEqual([[digital, 'staff']]);
  });

  test('makes the new one the one who is told', async () => {
    await it.given({ entry: { staff: [], deputies: [] } });
    await give();
    const opened = await it.noticeDesk.openDeadlines(colleague);
    expect(opened.ok && opened.deadlines.deadlines[0]?.rows[0]?.addressees).toMatchObject([{ to: colleague }]);
  });

  test.each([
    ['oneself', head.user, 'self'],
    ['a guest', guest, 'not-a-member'],
  ])('to %s is refused', async (_, to, fault) => {
    await it.given();
    expect(await give(head.user, to)).toEqual({ ok: false, code: 'fault', fault });
    expect(await it.store.handovers()).toEqual([]);
  });

  test('twice to the same is refused, to another one replaces it', async () => {
    await it.given();
    await give();
    expect(await give()).toMatchObject({ fault: 'already' });
    expect(await give(head.user, deputy)).toMatchObject({ ok: true });
    expect(await lasting()).toEqual([[head.user, deputy]]);
  });

  test('of another section is refused, by guests too', async () => {
    await it.given();
    expect(await give(colleague)).toMatchObject({ ok: false, code: 'other-role' });
    expect(await give(guest)).toMatchObject({ ok: false, code: 'outsider' });
    expect(
      await it.noticeDesk.handOver(head.user, { ...at, section: section('契約課'), to: colleague, reason }),
    ).toMatchObject({
      ok: false,
      code: 'other-section',
    });
    expect(await it.deeds('hand-over')).toEqual([]);
  });

  test('by a coordinator is done for the head', async () => {
    await it.given();
    expect(await give(coordinator)).toMatchObject({ handover: { from: head.user, to: colleague } });
  });

  test('has no use once the section has answered, or the round is closed', async () => {
    await it.given();
    await it.store.saveReport(report({ state: 'submitted', submitted: signed() }), deed('submit'));
    expect(await give()).toMatchObject({ code: 'not-owed', progress: { stage: 'submitted' } });
    await it.store.saveRound(round({ state: 'closed', version: 1 }), deed('close-round'));
    expect(await give()).toEqual({ ok: false, code: 'round-not-open', state: 'closed' });
  });

  test('offers what is owed, the most urgent first', async () => {
    await it.given();
    const opened = await it.noticeDesk.openHandover(head.user);
    expect(opened.ok && opened.asks.map(({ asked }) => asked.section)).toEqual([digital]);
    expect(await it.noticeDesk.openHandover(colleague)).toEqual({ ok: true, asks: [] });
    expect(await it.noticeDesk.openHandover(guest)).toMatchObject({ code: 'outsider' });
  });
});

describe('taking back', () => {
  test('is for who handed over', async () => {
    await it.given();
    await give();
    expect(await it.noticeDesk.takeBack(head.user, at)).toMatchObject({ ok: true });
    expect(await lasting()).toEqual([]);
    expect(await it.desk.openForm(colleague, at.round, at.section)).toMatchObject({ ok: false });
  });

  test('is for who took over, too, who gives it back so', async () => {
    await it.given();
    await give();
    expect(await it.noticeDesk.takeBack(colleague, at)).toMatchObject({ ok: true });
    expect(await lasting()).toEqual([]);
  });

  test('happens where it is handed to whom it came from', async () => {
    await it.given();
    await give();
    expect(await give(colleague, head.user)).toMatchObject({ ok: true });
    expect(await lasting()).toEqual([]);
  });

  test('takes it from everybody to whom it went on', async () => {
    await it.given();
    const third = user('U0THIRD');
    await give();
    await give(colleague, third);
    expect(await lasting()).toHaveLength(2);
    await it.noticeDesk.takeBack(head.user, at);
    expect(await lasting()).toEqual([]);
    expect(await it.desk.openForm(third, at.round, at.section)).toMatchObject({ ok: false });
  });

  test('leaves what others handed over', async () => {
    await it.given();
    await give();
    await give(staff, deputy);
    await it.noticeDesk.takeBack(head.user, at);
    expect(await lasting()).toEqual([[staff, deputy]]);
  });

  test('says so where nothing was handed over, or it is not theirs', async () => {
    await it.given();
    expect(await it.noticeDesk.takeBack(head.user, at)).toEqual({ ok: false, code: 'not-handed-over' });
    expect(await it.noticeDesk.takeBack(colleague, at)).toMatchObject({ code: 'other-role' });
  });
});
