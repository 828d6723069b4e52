import type { Board } from '../../report/desk/board.ts';
import { owes } from '../../report/progress.ts';
import { askedBySection } from '../../report/scope.ts';
import type { RoundFacts, Tally } from './facts.ts';

function sum(all: readonly Tally[]): Tally {
  const of = (key: keyof Tally): number => all.reduce((total, one) => total + one[key], 0);
  return {
    asked: of('asked'),
    answered: of('answered'),
    preliminary: of('preliminary'),
    approved: of('approved'),
    late: of('late'),
  };
}

function sumOfKpis(all: readonly RoundFacts['kpis'][]): RoundFacts['kpis'] {
  return { ...sum(all), notMeasured: all.reduce((total, { notMeasured }) => total + notMeasured, 0) };
}

/** All rounds together. */
export function together(rounds: readonly RoundFacts[]): Pick<RoundFacts, 'sections' | 'kpis'> {
  return { sections: sum(rounds.map(({ sections }) => sections)), kpis: sumOfKpis(rounds.map(({ kpis }) => kpis)) };
}

/** How far a round has come. */
export function coverageOf({ round, due, scope, progress }: Board): RoundFacts {
  const askedOf = askedBySection(scope);
  const rows = progress.sections.map(({ section, stage, late, report }) => {
    const asked = new Set(askedOf.get(section)?.kpis.map(({ kpi }) => kpi.id));
    const lines = owes(stage) ? [] : (report?.lines ?? []).filter(({ kpi }) => asked.has(kpi));
    const isApproved = report !== null && report.approval !== null;
    const tally = (size: number, answered: number): Tally => ({
      asked: size,
      answered,
      preliminary: isApproved ? 0 : answered,
      approved: isApproved ? answered : 0,
      late: late ? size : 0,
    });
    const notMeasured = lines.filter(({ reported }) => reported.kind === 'not-measured').length;
    return {
      section: tally(1, owes(stage) ? 0 : 1),
      kpis: { ...tally(asked.size, lines.length), notMeasured },
    };
  });
  const open = round.paused ? 'paused' : 'open';
  return {
    round: round.id,
    title: round.title,
    state: round.state === 'closed' ? 'closed' : open,
    due,
    sections: sum(rows.map(({ section }) => section)),
    kpis: sumOfKpis(rows.map(({ kpis }) => kpis)),
  };
}
