import type { Section, SectionId } from '../../plan/section.ts';
import type { Standing } from '../actor.ts';
import { type Day, dayOf } from '../day.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { entriesOn, needsConfirmation, type RosterEntry, type RosterEntryId } from '../roster.ts';
import { roundScope } from '../scope.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { actorFor } from './who.ts';

/** A person of the roster whom the bot cannot reach: who left Slack, is a guest, or is not known there. */
interface Absent {
  user: UserId;
  why: Exclude<Standing, 'member'> | 'unknown';
}

/** One section of the roster as it stands today. */
export interface RosterRow {
  section: SectionId;
  /** In force today; null where the roster has none. */
  entry: RosterEntry | null;
  /** Those that begin later: a transfer already entered. */
  next: readonly RosterEntry[];
  /** The coordinators answer in the head's place. */
  noHead: boolean;
  needsConfirmation: boolean;
  mayConfirm: boolean;
  /** Those of the entry that the page names, beside the head, and how many more there are. */
  named: { deputies: readonly UserId[]; staff: readonly UserId[]; more: number };
  /** Of those and the head. */
  absent: readonly Absent[];
}

/** A page of the roster. */
export interface RosterPage {
  rows: readonly RosterRow[];
  /** How many sections fit the words, over all pages. */
  total: number;
  from: number;
  /** Sections a full page shows. */
  length: number;
  words: string;
  mayEdit: boolean;
}

/** Sections a page shows, and people it names beside the head of each: every one of them is looked up, while somebody waits. */
const pageLength = 8;
const mostNamed = 8;

/** The sections asked in the newest plan with KPIs, and all that ever had an entry. */
function sectionsOf({ catalog }: DeskParts, entries: readonly RosterEntry[], today: Day): Set<SectionId> {
  const plan = catalog.plans.find(({ items }) => items.some(({ kpis }) => kpis.length > 0));
  const all = { kpis: null, sections: null, exclusions: [] };
  const asked = plan ? roundScope({ round: { ...all, plan: plan.id }, catalog, roster: [], today }).sections : [];
  return new Set([...asked, ...entries].map(({ section }) => section));
}

function fits(words: string, section: Section | undefined, entry: RosterEntry | null, id: SectionId): boolean {
  const names = section?.spans.flatMap(({ name, department }) => [name, department]) ?? [];
  const texts = [id, entry?.post ?? '', ...names, ...(section?.aliases ?? [])];
  return words.split(/\s+/u).every((word) => texts.some((text) => text.includes(word)));
}

function namedOf({ deputies, staff }: Pick<RosterEntry, 'deputies' | 'staff'>): RosterRow['named'] {
  const named = {
    deputies: deputies.slice(0, mostNamed),
    staff: staff.slice(0, Math.max(0, mostNamed - deputies.length)),
  };
  return { ...named, more: deputies.length + staff.length - named.deputies.length - named.staff.length };
}

async function absentOf({ look }: DeskParts, users: ReadonlySet<UserId>): Promise<Absent[]> {
  const looked = await Promise.all(
    [...users].map(async (user): Promise<Absent[]> => {
      // Where Slack cannot be asked nothing is known, and nothing is said.
      const account = await look(user).catch(() => undefined);
      if (account === undefined || account?.standing === 'member') return [];
      return [{ user, why: account?.standing ?? 'unknown' }];
    }),
  );
  return looked.flat();
}

/** 名簿 as it stands today, by section: all for coordinators, one's own for others; `words` choose by section or post. */
export async function openRosterPage(
  parts: DeskParts,
  user: UserId,
  { words, from }: { words: string; from: number },
): Promise<{ ok: true; page: RosterPage } | Refusal> {
  const actor = await actorFor(parts, user);
  const edit = may(actor, 'edit-roster', null);
  if (!actor || (!edit.ok && actor.offices.size === 0)) return edit.ok ? { ok: false, code: 'gone' } : edit;
  const { catalog, store, now } = parts;
  const today = dayOf(now());
  const entries = await store.roster();
  const inForce = entriesOn(entries, today);
  const fitting = [...sectionsOf(parts, entries, today)]
    .filter((section) => edit.ok || actor.offices.has(section))
    .map((section) => ({ section, entry: inForce.get(section) ?? null }))
    .filter(({ section, entry }) => fits(words.trim(), catalog.section(section), entry, section));
  const rows = await Promise.all(
    fitting.slice(from, from + pageLength).map(async ({ section, entry }): Promise<RosterRow> => {
      const named = namedOf(entry ?? { deputies: [], staff: [] });
      return {
        section,
        entry,
        next: entries.filter((one) => one.section === section && one.from > today),
        noHead: !entry?.head,
        needsConfirmation: entry !== null && needsConfirmation(entry, today),
        mayConfirm: entry !== null && may(actor, 'confirm-roster', section).ok,
        named,
        absent: await absentOf(
          parts,
          new Set([...(entry?.head ? [entry.head] : []), ...named.deputies, ...named.staff]),
        ),
      };
    }),
  );
  return { ok: true, page: { rows, total: fitting.length, from, length: pageLength, words, mayEdit: edit.ok } };
}

/** What a form of the roster begins with: an entry (`id`), or nothing; and the sections that can have one. */
export async function openRosterEntry(
  parts: DeskParts,
  user: UserId,
  id: RosterEntryId | null,
): Promise<{ ok: true; entry: RosterEntry | null; sections: readonly Section[]; today: Day } | Refusal> {
  const permission = may(await actorFor(parts, user), 'edit-roster', null);
  if (!permission.ok) return permission;
  const entry = (await parts.store.roster()).find((one) => one.id === id) ?? null;
  if (id !== null && entry === null) return { ok: false, code: 'gone' };
  const sections = parts.catalog.sections.filter(({ successors }) => successors.length === 0);
  return { ok: true, entry, sections, today: dayOf(parts.now()) };
}
