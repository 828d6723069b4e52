import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { day, moment } from '../../src/report/day.ts';
import type { Store } from '../../src/store/store.ts';
import {
  deed,
  digital,
  draft,
  kpi,
  line,
  openData,
  report,
  rosterEntry,
  round,
  roundId,
  section,
  signed,
  user,
} from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';

/** Rows become the nouns they came from. */
export function roundTrips(engine: Engine): void {
  const store = everyTestOpens(engine);
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  test('a round with all it can have', async () => {
    const whole = round({
      kpis: [openData],
      sections: [digital, section('契約課')],
      exclusions: [
        { kpi: openData, section: null, reason: '把握が翌年度のため' },
        { kpi: null, section: digital, reason: '別途照会済み' },
      ],
      ladder: [-10, -1, 0, 3],
      closedDays: 'previous',
      paused: true,
    });
    const saved = await store.reports.saveRound(whole, deed('create-round'));
    expect(saved).toEqual({ ok: true, value: { ...whole, version: 1 } });
    expect(await store.reports.round(whole.id)).toEqual({ ...whole, version: 1 });
  });

  test('a round that loses its exclusions has none', async () => {
    const excluding = round({ exclusions: [{ kpi: openData, section: null, reason: '把握が翌年度のため' }] });
    await store.reports.saveRound(excluding, deed('create-round'));
    await store.reports.saveRound({ ...excluding, exclusions: [], version: 1 }, deed('change-round'));
    expect(await store.reports.round(excluding.id)).toMatchObject({ exclusions: [], version: 2 });
  });

  test('rounds stand with the one that opened last first', async () => {
    for (const [id, opens] of [
      ['older', '2025-05-12'],
      ['newer', '2026-05-11'],
    ] as const) {
      await store.reports.saveRound(round({ id: roundId(id), opens: day(opens) }), deed('create-round'));
    }
    expect((await store.reports.rounds()).map(({ id }) => id)).toEqual(['newer', 'older']);
  });

  test('a report with all it can have, its lines in their order', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    const whole = report({
      state: 'accepted',
      receivedVia: 'excel',
      lines: [
        line({ mark: '◎' }),
        line({
          kpi: kpi('ict2014/2-2-5#1'),
          reported: { kind: 'not-measured', reason: '集計中' },
          measuredOn: null,
          note: null,
        }),
      ],
      submitted: signed(),
      confirmed: signed('2026-05-21T01:00:00Z'),
      accepted: signed('2026-05-22T01:00:00Z'),
      returned: { ...signed(), reason: '単位の確認' },
      approval: { on: day('2026-05-25'), by: '企画部長', document: '情第123号' },
    });
    const saved = await store.reports.saveReport(whole, deed('accept'));
    expect(saved).toEqual({ ok: true, value: { ...whole, version: 1 } });
    expect(await store.reports.reports(round().id)).toEqual([{ ...whole, version: 1 }]);
  });

  test('an entry of the roster', async () => {
    const entry = rosterEntry({
      deputies: [user('U0DEPUTY')],
      staff: [user('U0A'), user('U0B')],
      to: day('2027-03-31'),
    });
    await store.reports.saveRosterEntry(entry, deed('edit-roster'));
    expect(await store.reports.roster()).toEqual([{ ...entry, version: 1 }]);
  });

  test('a draft, of which only the newest is kept, until it is dropped', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    const newest = draft({ basedOn: 3, savedAt: moment('2026-05-13T00:00:00Z') });
    const of = [newest.round, newest.section, newest.user] as const;
    await store.reports.saveDraft(draft());
    await store.reports.saveDraft(newest);
    expect(await store.reports.drafts(newest.round)).toEqual([newest]);
    await store.reports.dropDraft(...of);
    expect(await store.reports.draft(...of)).toBeNull();
  });

  test('drafts of two people for one section stand side by side', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveDraft(draft());
    await store.reports.saveDraft(draft({ user: user('U0OTHER') }));
    expect((await store.reports.drafts(round().id)).map((each) => each.user)).toEqual(['U0HEAD', 'U0OTHER']);
  });

  test.each([
    ['emoji and rare characters', '達成🎉 𠮷野 👨‍👩‍👧 «\'"\\;--»'],
    ['a text as long as Slack takes', '実績が伸びた。'.repeat(428)],
    ['several lines', '一行目\n二行目\r\n\t三行目'],
  ])('%s', async (_, note) => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveReport(report({ lines: [line({ note })] }), deed('submit'));
    const stored = await store.reports.report(round().id, digital);
    expect(stored?.lines[0]?.note).toBe(note);
  });

  test('NUL, which no database keeps, is left out, and half an emoji becomes a replacement', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveReport(report({ lines: [line({ note: '前\0後\uD83D' })] }), deed('submit'));
    const stored = await store.reports.report(round().id, digital);
    expect(stored?.lines[0]?.note).toBe('前後\uFFFD');
    expect(await store.reports.reportVersions(round().id, digital)).toEqual([stored]);
  });

  test.each(['UTC', 'America/St_Johns', 'Pacific/Kiritimati'])(
    'every figure, day and time comes back as it went, on a host in %s',
    async (zone) => {
      process.env.TZ = zone;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      await store.reports.saveRound(round(), deed('create-round'));
      const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
      const any = fc.record({
        value: fc.oneof(figure, fc.integer()),
        on: fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        at: fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      });
      let version = 0;
      await fc.assert(
        fc.asyncProperty(any, async ({ value, on, at }) => {
          const measured = line({ reported: { kind: 'value', value }, measuredOn: day(on.toISOString().slice(0, 10)) });
          const saved = await store.reports.saveReport(
            report({ lines: [measured], submitted: signed(at.toISOString()), version }),
            deed('submit', { at: moment(at.toISOString()) }),
          );
          version += 1;
          expect(saved).toMatchObject({ ok: true, value: { lines: [measured], submitted: signed(at.toISOString()) } });
          const [row] = await store.reports.ledger({
            round: null,
            section: null,
            rosterEntry: null,
            after: version,
            limit: 1,
          });
          expect(row?.at).toBe(at.toISOString());
        }),
        { numRuns: 20 },
      );
    },
  );

  test('accepted figures are found by KPI, the newest year first, and say whether they are «速報»', async () => {
    const approval = { on: day('2026-05-25'), by: '企画部長', document: '情第123号' };
    for (const [id, year, state, given] of [
      ['r5', 2023, 'accepted', approval],
      ['r6', 2024, 'accepted', null],
      ['r7', 2025, 'submitted', null],
    ] as const) {
      await store.reports.saveRound(round({ id: roundId(id), year: fiscalYear(year) }), deed('create-round'));
      const answered = report({ round: roundId(id), state, lines: [line()], approval: given });
      await store.reports.saveReport(answered, deed('submit'));
    }
    expect(await store.reports.acceptedLines([openData])).toEqual([
      { round: 'r6', year: 2024, section: digital, line: line(), preliminary: true },
      { round: 'r5', year: 2023, section: digital, line: line(), preliminary: false },
    ]);
    expect(await store.reports.acceptedLines([])).toEqual([]);
  });

  test('accepted figures are those of now, whoever of all processes has changed them since they were asked for', async () => {
    const other = await store.openAgain();
    const values = async () =>
      (await store.reports.acceptedLines([openData])).map(({ line: { reported } }) => reported);
    const accept = (by: Pick<Store, 'reports'>, value: number, version: number) =>
      by.reports.saveReport(
        report({ state: 'accepted', version, lines: [line({ reported: { kind: 'value', value } })] }),
        deed('accept'),
      );
    await store.reports.saveRound(round(), deed('create-round'));
    expect(await values()).toEqual([]);
    await accept(other, 347, 0);
    expect(await values()).toEqual([{ kind: 'value', value: 347 }]);
    const [, meanwhile] = await Promise.all([accept(store, 412, 1), values()]);
    expect([347, 412]).toContain(meanwhile.map((reported) => reported.kind === 'value' && reported.value).at(0));
    expect(await values()).toEqual([{ kind: 'value', value: 412 }]);
    await accept(other, 500, 2);
    expect(await values()).toEqual([{ kind: 'value', value: 500 }]);
  });
}
