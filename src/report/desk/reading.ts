import type { KpiId } from '../../plan/kpi.ts';
import { outsider } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { AcceptedLine } from '../prefill.ts';
import type { DeskParts, Refusal } from './parts.ts';

/**
 * Why somebody may read no answers; null for those who may. Guests, outsiders and deactivated accounts may not. What somebody
 * holds in the roster does not matter, so that answers from the plans need no database. @throws when Slack cannot be asked.
 */
export async function readingRefused({ look }: Pick<DeskParts, 'look'>, user: UserId): Promise<Refusal | null> {
  const account = await look(user);
  return account?.standing === 'member' ? null : outsider('read-answers');
}

/** What was accepted for some KPIs in the newest fiscal year that has anything; what is not yet accepted is nobody's to read. */
export async function acceptedFor(
  { store }: DeskParts,
  kpis: readonly KpiId[],
): Promise<ReadonlyMap<KpiId, AcceptedLine>> {
  const lines = await store.acceptedLines(kpis);
  return new Map(lines.toReversed().map((accepted) => [accepted.line.kpi, accepted]));
}
