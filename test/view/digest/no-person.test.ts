import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalendar } from '../../../src/notice/calendar.ts';
import type { DigestContent } from '../../../src/notice/digest/content.ts';
import { makeFacts } from '../../../src/notice/digest/make-facts.ts';
import { headOf } from '../../../src/notice/digest/tell.ts';
import { threadOf } from '../../../src/notice/digest/thread.ts';
import { planFrom } from '../../../src/notice/digest/week.ts';
import { addDays, day, momentAt } from '../../../src/report/day.ts';
import type { Board } from '../../../src/report/desk/board.ts';
import type { Signature } from '../../../src/report/report.ts';
import { digestView } from '../../../src/view/digest/digest-view.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { arbitraryBoard } from '../../support/arbitrary-boards.ts';
import { realCatalog } from '../../support/catalog.ts';
import { channel, exclusionRequest } from '../../support/notices.ts';
import { line, rosterEntry, user } from '../../support/rounds.ts';
import { viewContextOf } from '../../support/view-context.ts';

const catalog = realCatalog();
const context = viewContextOf(catalog);
const calendar = createCalendar([]);
const week = day('2026-05-18');
const plan = planFrom(week, calendar);

/** Somebody whose name stands wherever a round knows of a person. */
const person = { user: user('U0SOMEBODY'), name: '某個人の氏名', post: '某課長' };
const signed: Signature = { by: person, at: momentAt(week, 9) };

/** The board with that person for everybody, who has answered for every section, or had it sent back. */
function withPerson(board: Board): Board {
  const sections = board.progress.sections.map((row) => {
    const kpis = board.scope.sections.find(({ section }) => section === row.section)?.kpis ?? [];
    const state = row.stage === 'not-started' || row.stage === 'draft' ? ('open' as const) : row.stage;
    return {
      ...row,
      report: row.report && {
        ...row.report,
        ...{
          state,
          submitted: signed,
          confirmed: signed,
          accepted: signed,
          returned: { ...signed, reason: '桁の誤り' },
        },
        lines: kpis.map(({ kpi }) => line({ kpi: kpi.id })),
      },
    };
  });
  const { user: head } = person;
  const entry = rosterEntry({ head, deputies: [head], staff: [head], post: person.post });
  const scope = board.scope.sections.map((asked) => ({ ...asked, entry: asked.entry && entry }));
  return { ...board, progress: { ...board.progress, sections }, scope: { ...board.scope, sections: scope } };
}

test('a channel never reads the name, the post or the id of a person', () => {
  fc.assert(
    fc.property(fc.array(arbitraryBoard(catalog), { maxLength: 3 }), (boards) => {
      const rounds = boards.map(withPerson).map((board) => ({
        board,
        before: new Map(board.progress.sections.map(({ section }) => [section, null])),
      }));
      const requests = rounds.flatMap(({ board }) =>
        board.progress.sections.map(({ section }) => exclusionRequest({ round: board.round.id, section, by: person })),
      );
      const facts = makeFacts({
        ...{ rounds, requests, plan, calendar, channels: [channel('C0ALL')] },
        from: momentAt(addDays(week, -7), 9),
        until: momentAt(week, 9),
      });
      const changes = facts.lines.map((one) => ({ ...one, before: one.reported }));
      const contents: DigestContent[] = [
        { kind: 'digest', to: channel('C0ALL'), week, head: headOf(facts, null) },
        ...threadOf(facts).map((rows, index) => ({
          kind: 'digest-part' as const,
          to: channel('C0ALL'),
          week,
          part: index + 1,
          rows,
        })),
        ...(changes.length > 0
          ? [
              {
                kind: 'digest-correction' as const,
                to: channel('C0ALL'),
                week,
                number: 1,
                correction: { number: 1, at: momentAt(week, 10), changes },
              },
            ]
          : []),
      ];
      for (const content of contents) {
        const read = JSON.stringify([
          content,
          layOut(digestView(content, context), { surface: 'message', newerBlocks: true }),
        ]);
        for (const known of Object.values(person)) expect(read).not.toContain(known);
      }
    }),
    { numRuns: 40 },
  );
});
