import type { LedgerEntry, Subject } from '../ledger.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { Round, RoundId } from '../round.ts';
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

/** More than any round comes to; a filing system takes the rest from a backup. */
const mostExported = 20_000;

/** All of a round's record that somebody may read, for filing: coordinators everything, others what concerns their sections. */
export async function exportLedger(
  parts: DeskParts,
  user: UserId,
  round: RoundId,
): Promise<{ ok: true; round: Round; entries: readonly LedgerEntry[] } | Refusal> {
  const actor = await actorFor(parts, user);
  const all = may(actor, 'read-ledger', null);
  if (!actor || (!all.ok && actor.offices.size === 0)) return all.ok ? { ok: false, code: 'gone' } : all;
  const found = await parts.store.round(round);
  if (!found) return { ok: false, code: 'gone' };
  const subject = { round, section: null, rosterEntry: null };
  const entries = await parts.store.ledger({ ...subject, after: 0, limit: mostExported });
  const own = ({ section }: LedgerEntry): boolean => section !== null && actor.offices.has(section);
  return { ok: true, round: found, entries: all.ok ? entries : entries.filter(own) };
}
