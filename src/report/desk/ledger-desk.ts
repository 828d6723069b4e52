import type { LedgerEntry, Subject } from '../ledger.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { actorFor } from './who.ts';

const pageLength = 50;

/** 記録 of a round, a section's report or a roster entry, oldest first, after a row already shown. */
export async function openLedger(
  parts: DeskParts,
  user: UserId,
  subject: Subject,
  after = 0,
): Promise<{ ok: true; entries: readonly LedgerEntry[]; more: boolean } | Refusal> {
  const permission = may(await actorFor(parts, user), 'read-ledger', subject.section);
  if (!permission.ok) return permission;
  const entries = await parts.store.ledger({ ...subject, after, limit: pageLength + 1 });
  return { ok: true, entries: entries.slice(0, pageLength), more: entries.length > pageLength };
}
