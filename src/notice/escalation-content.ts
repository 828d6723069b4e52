import { dayOf } from '../report/day.ts';
import type { UserId } from '../report/person.ts';
import { owes } from '../report/progress.ts';
import type { Circumstances } from './circumstances.ts';
import { toEscalate } from './due.ts';
import type { Escalation, LateSection } from './escalation.ts';
import { type Owed, standingUnder } from './owed.ts';

function lateSection({ board, asked, answer, left }: Owed, circumstances: Circumstances): LateSection {
  const lastTold = standingUnder(circumstances).memory.lastToAnybody(answer);
  return {
    round: board.round.id,
    title: board.round.title,
    section: asked.section,
    due: board.due,
    late: -left,
    post: asked.entry?.post ?? null,
    lastTold: lastTold === undefined ? null : dayOf(lastTold),
    settled: false,
  };
}

/** What a coordinator is told of sections that stay silent; null where there is nothing new. The one that is late longest comes first. */
export function composeEscalation(to: UserId, circumstances: Circumstances): Escalation | null {
  const sections = toEscalate(to, circumstances)
    .map((owed) => lateSection(owed, circumstances))
    .toSorted((one, other) => other.late - one.late);
  return sections.length === 0 ? null : { kind: 'escalation', to, on: circumstances.today, sections };
}

/** Whether a section has answered since, is no longer asked, or has been given more time. */
function isSettled({ round, section, due }: LateSection, { boards }: Circumstances): boolean {
  const board = boards.find((one) => one.round.id === round);
  const progress = board?.progress.sections.find((one) => one.section === section);
  return !board || !progress || !owes(progress.stage) || board.due > due;
}

/** An escalation that went out as it should look now. */
export function followEscalation(escalation: Escalation, circumstances: Circumstances): Escalation {
  const sections = escalation.sections.map((late) => ({ ...late, settled: isSettled(late, circumstances) }));
  return { ...escalation, sections };
}
