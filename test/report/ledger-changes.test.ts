import { describe, expect, test } from 'vitest';
import { ledgerChanges } from '../../src/report/ledger-changes.ts';
import { noticeDeskOfEachTest, staff } from '../support/notice-desk.ts';
import { channel, entry, handover, keyOfPlaced, nine, past, placed, reminderTo } from '../support/notices.ts';
import { deed, digital, head, round } from '../support/rounds.ts';

const it = noticeDeskOfEachTest();

describe('the record says', () => {
  test('who has an answer in hand after a hand-over, and who had it before', async () => {
    await it.given();
    const first = await it.store.saveHandover(handover(), deed('hand-over'));
    if (!first.ok) throw new Error(first.code);
    await it.store.saveHandover({ ...first.value, to: head.user }, deed('hand-over'));
    expect((await it.deeds('hand-over')).map(ledgerChanges)).toEqual([
      [{ kind: 'handed-over', before: head.user, after: staff }],
      [{ kind: 'handed-over', before: staff, after: head.user }],
    ]);
  });

  test('what a round no longer asks for, and what it asks for again', async () => {
    await it.given();
    const { version } = (await it.store.round(round().id)) ?? round();
    const excluding = { ...round({ version }), exclusions: [{ kpi: null, section: digital, reason: '事業終了' }] };
    await it.store.saveRound(excluding, deed('change-round'));
    await it.store.saveRound(round({ version: version + 1 }), deed('change-round'));
    expect((await it.deeds('change-round')).map(ledgerChanges)).toEqual([
      [{ kind: 'exclusion', section: digital, kpi: null }],
      [{ kind: 'inclusion', section: digital, kpi: null }],
    ]);
  });

  test.each([
    ['told-person', head.user],
    ['told-channel', channel('C0SECTION')],
  ] as const)('to whom a notice went: %s', async (kind, to) => {
    const notice = placed({ notice: reminderTo(to) });
    const key = keyOfPlaced(notice);
    const { outbox } = it.notices;
    await outbox.place([notice]);
    await outbox.claim({ by: 'one', now: nine, until: past(60) });
    const place = { channel: 'D0', ts: '1.0' };
    const after = { key, to, place, trouble: null };
    await outbox.settle({ key, by: 'one', at: nine }, { kind: 'sent', place, shown: null }, [
      entry('send-notice', after),
    ]);
    expect((await it.deeds('send-notice')).map(ledgerChanges)).toEqual([[{ kind, after: to }]]);
  });
});
