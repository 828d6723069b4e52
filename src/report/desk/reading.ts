import type { KpiId } from '../../plan/kpi.ts';
import { may, type Permission } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { AcceptedLine } from '../prefill.ts';
import type { DeskParts } from './parts.ts';
import { actorFor } from './who.ts';

/** Whether somebody may read answers at all: guests, outsiders and deactivated accounts may not. @throws when Slack cannot be asked. */
export async function mayRead(parts: DeskParts, user: UserId): Promise<Permission> {
  return may(await actorFor(parts, user), 'read-answers', null);
}

/** What was accepted for some KPIs in the newest fiscal year that has anything; what is not yet accepted is nobody's to read. */
export async function acceptedFor(
  { store }: DeskParts,
  kpis: readonly KpiId[],
): Promise<ReadonlyMap<KpiId, AcceptedLine>> {
  const lines = await store.acceptedLines(kpis);
  return new Map(lines.toReversed().map((accepted) => [accepted.line.kpi, accepted]));
}
