import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOf } from '../../../src/notice/notice.ts';
import type { Outbox } from '../../../src/notice/outbox.ts';
import type { Desk } from '../../../src/report/desk/desk.ts';
import type { TypedLine } from '../../../src/report/desk/read-lines.ts';
import type { ReportStore } from '../../../src/report/store.ts';
import { realCatalog } from '../../support/catalog.ts';
import { openDesk } from '../../support/desk.ts';
import { deed, digital, head, kpi, openData, rosterEntry, round, roundId, user } from '../../support/rounds.ts';

const wireless = kpi('policy2021/無料公衆無線LAN整備事業#1');
const staff = user('U0STAFF');
const colleague = user('U0COLLEAGUE');
const stranger = user('U0STRANGER');
const coordinator = user('U0COORDINATOR');
const asked = round({ kpis: [openData, wireless], sections: [digital] });
const at = { round: asked.id, section: digital, version: 0 };

const line = (of: typeof openData, changes: Partial<TypedLine> = {}): TypedLine => ({
  ...{ kpi: of, value: '357', reason: '', measuredOn: '2025-03-31', mark: '', note: '理由' },
  ...changes,
});
const sound = [line(openData), line(wireless)];

let desk: Desk;
let store: ReportStore;
let outbox: Outbox;
let close: () => Promise<void>;

beforeEach(async () => {
  const opened = await openDesk({ catalog: realCatalog(), coordinators: [coordinator] });
  ({ desk, store, close } = opened);
  outbox = opened.notices.outbox;
  await store.saveRosterEntry(rosterEntry({ staff: [staff, colleague] }), deed('edit-roster'));
  await store.saveRound(asked, deed('open-round'));
});
afterEach(() => close());

describe('a draft', () => {
  test('keeps what was typed for the figures of another step', async () => {
    await desk.keepDraft(staff, at, [line(openData)]);
    await desk.keepDraft(staff, at, [line(wireless)]);
    const kept = await store.draft(asked.id, digital, staff);
    expect(kept?.lines.map(({ kpi: id }) => id)).toEqual([openData, wireless]);
  });

  test('holds the newest of what was typed for one figure', async () => {
    await desk.keepDraft(staff, at, [line(openData, { value: '1' })]);
    await desk.keepDraft(staff, at, [line(openData, { value: '2' })]);
    expect((await store.draft(asked.id, digital, staff))?.lines.map(({ value }) => value)).toEqual(['2']);
  });

  test('is not kept for somebody who may not fill in the form', async () => {
    await desk.keepDraft(stranger, at, sound);
    expect(await store.drafts(asked.id)).toEqual([]);
  });

  test('is not kept for a round that is not there', async () => {
    await desk.keepDraft(staff, { ...at, round: roundId('never-was') }, sound);
    expect(await store.drafts(roundId('never-was'))).toEqual([]);
  });

  test('is gone once the form is handed in', async () => {
    await desk.submitForm(staff, at, sound);
    expect(await store.drafts(asked.id)).toEqual([]);
  });
});

describe('handing in', () => {
  test('the same form twice stores one answer, and says so both times', async () => {
    const first = await desk.submitForm(staff, at, sound);
    const second = await desk.submitForm(staff, at, sound);
    expect([first, second]).toMatchObject([
      { ok: true, repeated: false },
      { ok: true, repeated: true },
    ]);
    expect(await store.reportVersions(asked.id, digital)).toHaveLength(1);
    expect(await store.drafts(asked.id)).toEqual([]);
  });

  test('the same form twice by the head, whose answer is confirmed at once', async () => {
    await desk.submitForm(head.user, at, sound);
    expect(await desk.submitForm(head.user, at, sound)).toMatchObject({ ok: true, repeated: true });
  });

  test('something else by the version of before is refused, and stays a draft', async () => {
    await desk.submitForm(staff, at, sound);
    const other = await desk.submitForm(staff, at, [line(openData, { value: '400' }), line(wireless)]);
    expect(other).toMatchObject({ ok: false, code: 'changed' });
    expect((await store.draft(asked.id, digital, staff))?.lines[0]?.value).toBe('400');
  });

  test('the same figures by two people is told to the second, who did not hand them in', async () => {
    await desk.submitForm(staff, at, sound);
    expect(await desk.submitForm(colleague, at, sound)).toMatchObject({ ok: false, code: 'changed' });
  });

  test('what is incomplete names every fault and keeps the draft', async () => {
    const typed = [line(openData, { value: '三百' }), line(wireless, { note: '', measuredOn: '' })];
    const done = await desk.submitForm(staff, at, typed);
    const codes = 'faults' in done ? done.faults.map(({ fault }) => fault.code) : [];
    expect(codes).toEqual(['not-a-number', 'date-required', 'note-required']);
    expect(await store.drafts(asked.id)).toHaveLength(1);
  });
});

describe('a form', () => {
  test('is closed while its round takes no answers, and says why', async () => {
    const stored = await store.round(asked.id);
    if (!stored) throw new Error('the round was stored');
    await store.saveRound({ ...stored, state: 'closed' }, deed('close-round'));
    expect(await desk.openForm(staff, asked.id, digital)).toMatchObject({
      form: { closed: { code: 'round-not-open', state: 'closed' } },
    });
  });

  test('is closed once the head has confirmed', async () => {
    await desk.submitForm(head.user, at, sound);
    expect(await desk.openForm(staff, asked.id, digital)).toMatchObject({
      form: { closed: { code: 'wrong-state', state: 'confirmed' } },
    });
  });

  test('is open again after a return', async () => {
    await desk.submitForm(head.user, at, sound);
    await desk.decide(coordinator, { ...at, version: 1 }, { action: 'return', reason: '確認' });
    expect(await desk.openForm(staff, asked.id, digital)).toMatchObject({ form: { closed: null } });
  });

  test('names those of the section in its refusal, not the coordinators', async () => {
    expect(await desk.openForm(stranger, asked.id, digital)).toMatchObject({
      ok: false,
      whoCan: ['staff', 'deputy', 'head'],
    });
  });
});

describe('the news of a change', () => {
  const placed = async () => {
    const rows = await outbox.list({ states: ['waiting'], limit: 10 });
    return rows.map(({ notice }) => keyOf(notice)).toSorted();
  };

  test('waits in the outbox as soon as the change is stored, for who the roster names today', async () => {
    await desk.submitForm(staff, at, sound);
    expect(await placed()).toEqual([
      `news/U0HEAD/${asked.id}/${digital}/1/please-confirm`,
      `news/U0STAFF/${asked.id}/${digital}/1/receipt`,
    ]);
  });

  test('goes to the coordinators where the roster names nobody', async () => {
    await store.saveRosterEntry({ ...rosterEntry({ head: null, staff: [staff] }), version: 1 }, deed('edit-roster'));
    await desk.submitForm(staff, at, sound);
    expect(await placed()).toContain(`news/U0COORDINATOR/${asked.id}/${digital}/1/nobody-confirms`);
  });

  test('is told to nobody where the change was not stored', async () => {
    await desk.submitForm(staff, at, sound);
    const before = await placed();
    await desk.submitForm(colleague, at, sound);
    await desk.decide(staff, { ...at, version: 1 }, { action: 'confirm' });
    expect(await placed()).toEqual(before);
  });
});

describe('a section without a head and a deputy', () => {
  async function vacated(): Promise<number> {
    await store.saveRosterEntry({ ...rosterEntry({ head: null, staff: [staff] }), version: 1 }, deed('edit-roster'));
    const done = await desk.submitForm(staff, at, sound);
    return done.ok ? done.report.version : 0;
  }

  test('has its answer confirmed by a coordinator', async () => {
    const version = await vacated();
    const confirmed = await desk.decide(coordinator, { ...at, version }, { action: 'confirm' });
    expect(confirmed).toMatchObject({ ok: true, report: { state: 'confirmed' } });
  });

  test('has it confirmed by nobody else', async () => {
    const version = await vacated();
    const refused = await desk.decide(staff, { ...at, version }, { action: 'confirm' });
    expect(refused).toMatchObject({ ok: false, code: 'other-role' });
  });
});
