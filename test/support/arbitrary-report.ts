import fc from 'fast-check';
import type { Kpi } from '../../src/plan/kpi.ts';
import { marks } from '../../src/plan/mark.ts';
import { day, moment } from '../../src/report/day.ts';
import type { Duty } from '../../src/report/desk/board.ts';
import type { FormLine, ReportForm } from '../../src/report/desk/form.ts';
import type { ReportSheet } from '../../src/report/desk/report-desk.ts';
import type { Prefill } from '../../src/report/prefill.ts';
import { stages } from '../../src/report/progress.ts';
import { emptyReport, type Report, type ReportLine, reportStates } from '../../src/report/report.ts';
import type { AskedKpi } from '../../src/report/scope.ts';
import { type ReportAction, reportActions } from '../../src/report/transitions.ts';
import { hostileText } from './arbitrary-words.ts';
import { realCatalog } from './catalog.ts';
import { kpi, round, section, user } from './rounds.ts';

/** As long as a field of Slack's takes, and seldom harmless. */
const text = hostileText(3_000);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const days = fc.constantFrom('2024-04-01', '2025-03-31', '2026-11-20').map(day);

const [anyItem] = realCatalog().items;
if (!anyItem) throw new Error('the catalog has items');
const item = anyItem;

/** KPIs with hostile texts that no catalog knows, and such as the plans print. */
const printed = realCatalog().items.flatMap(({ kpis }) => kpis);
const strange: fc.Arbitrary<Omit<Kpi, 'id'>> = fc.record({
  name: text,
  unit: maybe(text),
  rule: fc.constantFrom('raise', 'lower', 'keep-at-least', 'keep-at-most'),
  baseline: maybe(fc.record({ value: maybe(value), asOf: fc.constant(null), text })),
  target: maybe(fc.record({ value: maybe(value), asOf: fc.constant(null), text })),
  actuals: fc.constant([]),
  printed: fc.constant([]),
  analysis: fc.constant(null),
});
const asked = (index: number): fc.Arbitrary<AskedKpi> =>
  fc
    .tuple(
      fc.oneof(strange, fc.constantFrom(...printed)),
      text,
      fc.array(fc.constant(section('課<&>')), { maxLength: 3 }),
    )
    .map(([one, title, sections]) => ({
      item: { ...item, title },
      kpi: { ...one, id: kpi(`p/${index}#1`) },
      formerly: [],
      inferred: false,
      sections,
    }));

const line = (of: AskedKpi): fc.Arbitrary<ReportLine> =>
  fc.record({
    kpi: fc.constantFrom(of.kpi.id, ...printed.slice(0, 3).map(({ id }) => id)),
    reported: fc.oneof(
      fc.record({ kind: fc.constant('value' as const), value }),
      fc.record({ kind: fc.constant('not-measured' as const), reason: text }),
    ),
    measuredOn: maybe(days),
    mark: maybe(fc.constantFrom(...marks)),
    note: maybe(text),
  });
const signature = text.map((name) => ({
  by: { user: user('U0HEAD'), name, post: name },
  at: moment('2026-05-20T01:00:00Z'),
}));

const reportOf = (all: readonly AskedKpi[]): fc.Arbitrary<Report> =>
  fc
    .tuple(
      fc.constantFrom(...reportStates),
      signature,
      text,
      fc.tuple(...all.map(line)),
      maybe(fc.record({ on: days, by: text, document: text })),
    )
    .map(([state, by, reason, lines, approval]) => ({
      ...emptyReport(round().id, section('課<&>')),
      ...{ state, lines, approval, submitted: by, confirmed: by, accepted: by, returned: { ...by, reason } },
    }));

function prefillOf(of: AskedKpi): fc.Arbitrary<Prefill> {
  return fc.oneof(
    line(of).map((one) => ({ from: 'this-report' as const, line: one })),
    fc
      .tuple(value, text)
      .map(([figure, said]) => ({ from: 'plan' as const, value: figure, text: said, measuredOn: null })),
    fc.constant({ from: 'nothing' as const }),
  );
}
const field = fc.oneof(text, fc.constantFrom('', '1', '６５．９万人', '約3', '2025-03-31', '—'));
const formLine = (of: AskedKpi): fc.Arbitrary<FormLine> =>
  fc
    .tuple(prefillOf(of), maybe(value), field, field, field, fc.constantFrom('', 'none', ...marks), field)
    .map(([prefill, before, typed, reason, measuredOn, mark, note]) => ({
      ...{ asked: of, prefill, before },
      typed: { kpi: of.kpi.id, value: typed, reason, measuredOn, mark, note },
    }));

/** KPIs of a round: as many as one likes, whatever the plans print. */
const allAsked = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => asked(index))));
const titled = text.map((title) => round({ title }));

/** Any form that the desk could open. */
export function arbitraryForm(most: number): fc.Arbitrary<ReportForm> {
  return allAsked(most).chain((all) =>
    fc.record({
      round: titled,
      section: fc.constant(section('課<&>')),
      due: days,
      report: reportOf(all.slice(0, 1)),
      lines: fc.tuple(...all.map(formLine)),
      draftOf: maybe(fc.constant(moment('2026-05-20T01:00:00Z'))),
      draftIsStale: fc.boolean(),
      closed: fc.constant(null),
    }),
  );
}

const allActions: readonly ReportAction[] = reportActions;

/** Any report that somebody could look at. */
export function arbitrarySheet(most: number): fc.Arbitrary<ReportSheet> {
  return allAsked(most).chain((all) =>
    fc.record({
      round: titled,
      section: fc.constant(section('課<&>')),
      due: days,
      asked: fc.constant(all),
      report: reportOf(all),
      versions: fc.array(reportOf(all), { maxLength: 4 }),
      actions: fc.subarray([...allActions]),
    }),
  );
}

/** Any list of duties. */
export const arbitraryDuties: fc.Arbitrary<Duty[]> = fc.array(
  allAsked(2).chain((all) =>
    fc.tuple(titled, days, fc.constantFrom(...stages), maybe(reportOf(all)), fc.boolean()).map(
      ([asked, due, stage, report, late]): Duty => ({
        ...{ round: asked, due, section: section('課<&>'), kpis: all.length },
        progress: {
          section: section('課<&>'),
          stage,
          late,
          preliminary: null,
          since: report ? moment('2026-05-20T01:00:00Z') : null,
          report,
        },
      }),
    ),
  ),
  { maxLength: 40 },
);
