import fc from 'fast-check';
import type { Catalog } from '../../src/plan/catalog.ts';
import { type SectionId, sectionIdSchema } from '../../src/plan/section.ts';
import { day, moment } from '../../src/report/day.ts';
import type { Board } from '../../src/report/desk/board.ts';
import { type SectionProgress, type Stage, stages } from '../../src/report/progress.ts';
import type { AskedSection } from '../../src/report/scope.ts';
import { hostileText, hostileWord } from './arbitrary-words.ts';
import { head, report, rosterEntry, round } from './rounds.ts';

/** Sections by names that nothing was promised of, all different. */
export const sectionIds = (maxLength: number): fc.Arbitrary<SectionId[]> =>
  fc.uniqueArray(hostileWord(200), { maxLength }).map((names) => names.map((name) => sectionIdSchema.parse(name)));

/** A board of up to sixty sections, at any stage, of a round with any title. */
export function arbitraryBoard(catalog: Catalog): fc.Arbitrary<Board> {
  const asked = catalog.items.flatMap((item) => item.kpis.map((kpi) => ({ item, kpi }))).slice(0, 5);
  const row = fc.record({
    stage: fc.constantFrom(...stages),
    late: fc.boolean(),
    preliminary: fc.constantFrom(null, true, false),
    name: hostileText(80),
    post: hostileText(200),
    vacant: fc.boolean(),
  });
  return fc
    .record({
      names: sectionIds(60),
      rows: fc.array(row, { minLength: 60, maxLength: 60 }),
      title: hostileText(80),
      reason: hostileText(300),
      state: fc.constantFrom('draft' as const, 'open' as const, 'closed' as const),
      paused: fc.boolean(),
      due: fc.constantFrom('2026-05-02', '2026-05-29', '2026-12-29').map(day),
    })
    .map(({ names, rows, title, reason, state, paused, due }): Board => {
      const progress = names.map((section, index): SectionProgress => {
        const { stage = 'draft', late = false, preliminary = null, name = '', post = '' } = rows[index] ?? {};
        const signature = { by: { ...head, name, post }, at: moment('2026-05-20T01:00:00Z') };
        return {
          section,
          stage,
          late,
          preliminary,
          since: stage === 'not-started' ? null : signature.at,
          report: report({ section, submitted: signature, accepted: signature, returned: { ...signature, reason } }),
        };
      });
      const scope = names.map(
        (section, index): AskedSection => ({
          section,
          entry: rows[index]?.vacant ? null : rosterEntry({ section }),
          askCoordinators: rows[index]?.vacant ?? false,
          kpis: asked.map((one) => ({ ...one, formerly: names.slice(0, 3), inferred: true, sections: [] })),
        }),
      );
      const count = (stage: Stage): number => progress.filter((one) => one.stage === stage).length;
      const kpi = asked.map((one) => one.kpi.id);
      const exclusions = names.map((section, index) => ({
        section: index % 3 === 0 && kpi.length > 0 ? null : section,
        kpi: index % 3 === 1 ? null : (kpi[index % kpi.length] ?? null),
        reason,
      }));
      return {
        round: round({ title, state, paused, due, exclusions }),
        due,
        adjustment: {
          asked: due,
          day: due,
          passed: [{ day: due, reason: { code: 'office', name: reason } }],
        },
        warning: null,
        reminders: [{ step: -10, weekly: false, day: due, passed: [], tooEarly: true }],
        graceEnds: due,
        escalation: { step: 3, weekly: false, day: due, passed: [], tooEarly: false },
        scope: {
          sections: scope,
          unassigned: kpi,
          unknown: names,
        },
        progress: {
          sections: progress,
          counts: {
            'not-started': count('not-started'),
            draft: count('draft'),
            submitted: count('submitted'),
            confirmed: count('confirmed'),
            accepted: count('accepted'),
            returned: count('returned'),
          },
          late: progress.filter(({ late }) => late).length,
        },
      };
    });
}
