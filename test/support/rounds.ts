import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { type KpiId, kpiIdSchema } from '../../src/plan/kpi.ts';
import { planIdSchema } from '../../src/plan/plan.ts';
import { type SectionId, sectionIdSchema } from '../../src/plan/section.ts';
import type { Actor } from '../../src/report/actor.ts';
import { day, moment } from '../../src/report/day.ts';
import type { Draft } from '../../src/report/draft.ts';
import type { Deed, LedgerAction } from '../../src/report/ledger.ts';
import { type Office, type Person, type UserId, userIdSchema } from '../../src/report/person.ts';
import { emptyReport, type Report, type ReportLine, type Signature } from '../../src/report/report.ts';
import { type RosterEntry, rosterEntryIdSchema } from '../../src/report/roster.ts';
import { type Round, type RoundId, roundIdSchema } from '../../src/report/round.ts';

/** Nouns of a round for tests: sound as they are, each part to be changed where a test is about it. */
export const roundId = (id: string): RoundId => roundIdSchema.parse(id);
export const section = (name: string): SectionId => sectionIdSchema.parse(name);
export const kpi = (id: string): KpiId => kpiIdSchema.parse(id);
export const user = (id: string): UserId => userIdSchema.parse(id);

export const digital = section('デジタルみやぎ推進課');
export const openData = kpi('policy2021/オープンデータみやぎ推進事業#1');

export const head: Person = { user: user('U0HEAD'), name: '課長', post: 'デジタルみやぎ推進課長' };

export const signed = (at = '2026-05-20T01:00:00Z'): Signature => ({ by: head, at: moment(at) });

export function actor(office: Office | null, { coordinator = false, of = digital } = {}): Actor {
  return { person: head, coordinator, offices: new Map(office === null ? [] : [[of, office]]), standsInFor: new Set() };
}

export function round(changes: Partial<Round> = {}): Round {
  return {
    id: roundId('r6-results'),
    title: '令和6年度実績の照会',
    plan: planIdSchema.parse('policy2021'),
    year: fiscalYear(2024),
    kpis: null,
    sections: null,
    exclusions: [],
    opens: day('2026-05-11'),
    due: day('2026-05-29'),
    ladder: null,
    closedDays: 'next',
    grace: 0,
    state: 'open',
    paused: false,
    version: 0,
    ...changes,
  };
}

export function line(changes: Partial<ReportLine> = {}): ReportLine {
  return {
    kpi: openData,
    reported: { kind: 'value', value: 347 },
    measuredOn: day('2025-03-31'),
    mark: null,
    note: '公開が一巡したため。',
    ...changes,
  };
}

export function report(changes: Partial<Report> = {}): Report {
  return { ...emptyReport(round().id, digital), ...changes };
}

export function rosterEntry(changes: Partial<RosterEntry> = {}): RosterEntry {
  return {
    id: rosterEntryIdSchema.parse('digital-2026'),
    section: digital,
    post: 'デジタルみやぎ推進課長',
    head: head.user,
    deputies: [],
    staff: [],
    channel: null,
    from: day('2026-04-01'),
    to: null,
    confirmedOn: null,
    version: 0,
    ...changes,
  };
}

export function draft(changes: Partial<Draft> = {}): Draft {
  return {
    round: round().id,
    section: digital,
    user: head.user,
    basedOn: 0,
    lines: [{ kpi: openData, value: '三百', reason: '', measuredOn: '', mark: '', note: '' }],
    savedAt: moment('2026-05-12T00:00:00Z'),
    ...changes,
  };
}

export function deed(action: LedgerAction, changes: Partial<Deed> = {}): Deed {
  return { by: head, at: moment('2026-05-20T01:00:00Z'), action, via: 'form', reason: null, ...changes };
}
