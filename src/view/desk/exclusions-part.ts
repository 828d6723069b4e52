import type { Exclusion, Round } from '../../report/round.ts';
import { type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { kpiName } from './scope-part.ts';

/** More are counted, not listed. */
const mostListed = 30;

/** What an exclusion takes out, in words. */
export function exclusionName({ section: name, kpi }: Exclusion, { wording, catalog }: ViewContext): string {
  return wording.plain('board.excluded_name', { section: name, kpi: kpi && kpiName(kpi, catalog) });
}

/** What a round leaves out, and why; nothing where it leaves nothing out. */
export function exclusionsPart({ exclusions }: Pick<Round, 'exclusions'>, context: ViewContext): Part[] {
  if (exclusions.length === 0) return [];
  const excluded = exclusions
    .slice(0, mostListed)
    .map((exclusion) => ({ name: exclusionName(exclusion, context), reason: exclusion.reason }));
  const rest = Math.max(0, exclusions.length - mostListed);
  return section(context.wording.mrkdwn('board.excluded', { excluded, rest }));
}
