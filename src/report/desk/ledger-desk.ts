import type { SectionId } from '../../plan/section.ts';
import type { LedgerEntry, Subject } from '../ledger.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { Round, RoundId } from '../round.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { actorFor } from './who.ts';

const pageLength = 20;
/** Beyond every row. */
const theEnd = 2_147_483_647;

/** A page of the ledger, oldest first. */
export interface LedgerPage {
  subject: Subject;
  entries: readonly LedgerEntry[];
  /** There are earlier ones. */
  more: boolean;
  /** The titles of the rounds, which rows about reports name by their ids. */
  titles: ReadonlyMap<RoundId, string>;
}

/** 記録 of everything, a round, a section, its report or a roster entry: the last rows, or those before a row already shown. */
export async function openLedger(
  parts: DeskParts,
  user: UserId,
  subject: Subject,
  before = theEnd,
): Promise<{ ok: true; page: LedgerPage } | Refusal> {
  const permission = may(await actorFor(parts, user), 'read-ledger', subject.section);
  if (!permission.ok) return permission;
  const found = await parts.store.ledger({ ...subject, after: 0, before, limit: pageLength + 1 });
  const titles = new Map((await parts.store.rounds()).map(({ id, title }) => [id, title]));
  return { ok: true, page: { subject, entries: found.slice(-pageLength), more: found.length > pageLength, titles } };
}

/** What is recorded under some words. */
export type FoundLedger =
  | { ok: true; page: LedgerPage }
  /** Several things are meant; which one is for the reader to say. */
  | { ok: false; code: 'several'; sections: readonly SectionId[]; rounds: readonly Round[] }
  | { ok: false; code: 'not-found' }
  | Refusal;

const everything: Subject = { round: null, section: null, rosterEntry: null };

/** 記録 by a section's name or a round's title; without words everything, or what concerns the reader's own section. */
export async function findLedger(parts: DeskParts, user: UserId, typed: string): Promise<FoundLedger> {
  const actor = await actorFor(parts, user);
  const all = may(actor, 'read-ledger', null);
  if (!actor || (!all.ok && actor.offices.size === 0)) return all.ok ? { ok: false, code: 'not-found' } : all;
  const words = typed.trim();
  if (words === '' && all.ok) return openLedger(parts, user, everything);
  const rounds =
    all.ok && words !== '' ? (await parts.store.rounds()).filter(({ title }) => title.includes(words)) : [];
  const sections =
    words === ''
      ? [...actor.offices.keys()]
      : parts.catalog.sections
          .filter(({ spans, aliases }) =>
            [...spans.map(({ name }) => name), ...aliases].some((name) => name.includes(words)),
          )
          .map(({ id }) => id);
  const exact = sections.find((id) => id === words);
  const subjects: Subject[] = exact
    ? [{ ...everything, section: exact }]
    : [
        ...rounds.map(({ id }) => ({ ...everything, round: id })),
        ...sections.map((section) => ({ ...everything, section })),
      ];
  const [only] = subjects;
  if (!only) return { ok: false, code: 'not-found' };
  return subjects.length === 1
    ? openLedger(parts, user, only)
    : { ok: false, code: 'several', sections: exact ? [exact] : sections, rounds };
}

/** The last thing done to something: what somebody whose view is stale is told. Null where it is not for them to know. */
export async function lastDeed(parts: DeskParts, user: UserId, subject: Subject): Promise<LedgerEntry | null> {
  const opened = await openLedger(parts, user, subject);
  return opened.ok ? (opened.page.entries.at(-1) ?? null) : null;
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
