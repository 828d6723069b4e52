import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/report/actor.ts';
import { changeReport, type ReportChange } from '../../src/report/change-report.ts';
import { day, moment } from '../../src/report/day.ts';
import { isPreliminary, type Report, type ReportState, reportStates } from '../../src/report/report.ts';
import type { RoundState } from '../../src/report/round.ts';
import { actor, digital, head, line, report, section, signed } from '../support/rounds.ts';

const now = moment('2026-05-20T01:00:00Z');
const approval = { on: day('2026-05-25'), by: '企画部長', document: '情第123号' };
const submit: ReportChange = { action: 'submit', lines: [line()], via: 'form' };
const onBehalf: ReportChange = { action: 'submit-on-behalf', lines: [line()], via: 'on-behalf' };
const giveBack: ReportChange = { action: 'return', reason: '単位の確認' };
const reopen: ReportChange = { action: 'reopen-report', reason: '数値の誤り' };
const changes: readonly ReportChange[] = [
  submit,
  onBehalf,
  { action: 'confirm' },
  { action: 'accept' },
  giveBack,
  reopen,
  { action: 'record-approval', approval },
];

const staff = actor('staff');
const chief = actor('head');
const deputy = actor('deputy');
const coordinator = actor(null, { coordinator: true });
const elsewhere = actor('head', { of: section('契約課') });
const actors: readonly (Actor | null)[] = [staff, chief, deputy, coordinator, elsewhere, actor(null), null];

function moved(before: Report, who: Actor | null, change: ReportChange, round: RoundState = 'open'): Report {
  const result = changeReport(before, change, { actor: who, round, now });
  if (!result.ok) throw new Error(result.code);
  return result.report;
}

function refusal(before: Report, who: Actor | null, change: ReportChange, round: RoundState = 'open') {
  const result = changeReport(before, change, { actor: who, round, now });
  return result.ok ? null : result.code;
}

describe('a report on its way', () => {
  test('from the staff, by the head, to the coordinators', () => {
    const sent = moved(report(), staff, submit);
    expect(sent).toMatchObject({ state: 'submitted', submitted: { by: head, at: now }, receivedVia: 'form' });
    const confirmed = moved(sent, chief, { action: 'confirm' });
    expect(moved(confirmed, coordinator, { action: 'accept' })).toMatchObject({
      state: 'accepted',
      lines: [line()],
      accepted: { at: now },
    });
  });

  test('a head’s own answer needs no second look', () => {
    expect(moved(report(), chief, submit)).toMatchObject({ state: 'confirmed', confirmed: { by: head } });
  });

  test('a deputy’s does, and so does what a coordinator registers for the section', () => {
    expect(moved(report(), deputy, submit).state).toBe('submitted');
    expect(moved(report(), coordinator, onBehalf)).toMatchObject({ state: 'submitted', receivedVia: 'on-behalf' });
  });

  test('a coordinator who heads the section cannot sign twice in one step', () => {
    expect(moved(report(), actor('head', { coordinator: true }), onBehalf).state).toBe('submitted');
  });

  test('returned with a reason, corrected, and no longer returned', () => {
    const returned = moved(moved(report(), chief, submit), coordinator, giveBack);
    expect(returned).toMatchObject({
      state: 'returned',
      confirmed: null,
      returned: { reason: '単位の確認' },
      lines: [line()],
    });
    expect(moved(returned, staff, submit)).toMatchObject({ state: 'submitted', returned: null });
  });

  test('its approval ends «速報», and falls when the figures are called into question', () => {
    const accepted = report({ state: 'accepted', lines: [line()], accepted: signed() });
    expect(isPreliminary(accepted)).toBe(true);
    const approved = moved(accepted, staff, { action: 'record-approval', approval });
    expect([isPreliminary(approved), approved.state]).toEqual([false, 'accepted']);
    expect(isPreliminary(moved(approved, coordinator, reopen))).toBe(true);
  });
});

describe('a change is refused', () => {
  test.each<[string, ReportState, Actor | null, ReportChange, RoundState, string]>([
    ['by nobody', 'open', null, submit, 'open', 'outsider'],
    ['from another section', 'open', elsewhere, submit, 'open', 'other-section'],
    ['to staff who would confirm', 'submitted', staff, { action: 'confirm' }, 'open', 'other-role'],
    ['before the round opens', 'open', staff, submit, 'draft', 'round-not-open'],
    ['after it closed', 'submitted', chief, { action: 'confirm' }, 'closed', 'round-not-open'],
    [
      'even to a coordinator after it closed',
      'confirmed',
      coordinator,
      { action: 'accept' },
      'closed',
      'round-not-open',
    ],
    ['before the head has confirmed', 'submitted', coordinator, { action: 'accept' }, 'open', 'wrong-state'],
    ['where nothing was sent', 'open', coordinator, giveBack, 'open', 'wrong-state'],
    ['once it is accepted', 'accepted', staff, submit, 'open', 'wrong-state'],
    ['where the head has it already', 'confirmed', chief, submit, 'open', 'wrong-state'],
  ])('%s', (_, state, who, change, round, code) => {
    expect(refusal(report({ state }), who, change, round)).toBe(code);
  });
});

describe('whatever people do, in whatever order', () => {
  const step = fc.record({
    who: fc.constantFrom(...actors),
    change: fc.constantFrom(...changes),
    round: fc.constantFrom<RoundState[]>('open', 'open', 'open', 'closed', 'draft'),
  });

  test('nothing is accepted that its head or a deputy has not signed, and that a coordinator has not accepted', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let current = report();
        /** Told apart from the report itself: whether a head or deputy stands behind the lines it holds. */
        let vouched = false;
        for (const { who, change, round } of steps) {
          const result = changeReport(current, change, { actor: who, round, now });
          if (!result.ok) continue;
          const office = who?.offices.get(digital);
          if (change.action === 'submit') vouched = office === 'head';
          if (change.action === 'submit-on-behalf' || change.action === 'return') vouched = false;
          if (change.action === 'reopen-report') vouched = false;
          if (change.action === 'confirm') vouched = office === 'head' || office === 'deputy';
          if (result.report.state === 'accepted' && current.state !== 'accepted') {
            expect([vouched, who?.coordinator]).toEqual([true, true]);
          }
          current = result.report;
        }
        expect(current.state === 'accepted' && !vouched).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('a round that is not open stands still, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reportStates), step, (state, { who, change }) => {
        const before = report({ state, lines: [line()] });
        const kept = structuredClone(before);
        expect(changeReport(before, change, { actor: who, round: 'closed', now }).ok).toBe(false);
        expect(before).toEqual(kept);
      }),
    );
  });

  test('every state can be left again, so that no report is stuck', () => {
    for (const state of reportStates) {
      const ways = changes.filter((change) => actors.some((who) => refusal(report({ state }), who, change) === null));
      expect(ways.filter(({ action }) => action !== 'record-approval')).not.toEqual([]);
    }
  });
});
