import { z } from 'zod';
import { fiscalYearOf } from '../plan/fiscal-year.ts';
import { type SectionId, sectionIdSchema } from '../plan/section.ts';
import { type Day, daySchema, yearAndMonth } from './day.ts';
import { type Office, type UserId, userIdSchema } from './person.ts';

export const rosterEntryIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .brand<'RosterEntryId'>();
export type RosterEntryId = z.infer<typeof rosterEntryIdSchema>;

export const channelIdSchema = z
  .string()
  .regex(/^[CG][A-Z0-9]{1,30}$/)
  .brand<'ChannelId'>();
export type ChannelId = z.infer<typeof channelIdSchema>;

/** Who answers for a section, from one day to another. A transfer ends one entry and begins the next; entries are never deleted. */
export const rosterEntrySchema = z
  .strictObject({
    id: rosterEntryIdSchema,
    section: sectionIdSchema,
    /** The head's post, which reminders address («デジタルみやぎ推進課長»). */
    post: z.string().min(1),
    /** Null while the post is vacant or unknown: the coordinators stand in, visibly. */
    head: userIdSchema.nullable(),
    deputies: z.array(userIdSchema),
    staff: z.array(userIdSchema),
    channel: channelIdSchema.nullable(),
    from: daySchema,
    /** The last day; null while it lasts. */
    to: daySchema.nullable(),
    /** When the section last said that the entry is right. */
    confirmedOn: daySchema.nullable(),
    /** Counts the changes, so that two editors notice each other; 0 is not yet stored. */
    version: z.int().min(0),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'] });
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

function lasts(entry: RosterEntry, today: Day): boolean {
  return entry.from <= today && (entry.to === null || today <= entry.to);
}

/** What a person is by this entry today; a head who is also listed below is the head. */
export function officeOn(entry: RosterEntry, user: UserId, today: Day): Office | null {
  if (!lasts(entry, today)) return null;
  if (entry.head === user) return 'head';
  if (entry.deputies.includes(user)) return 'deputy';
  return entry.staff.includes(user) ? 'staff' : null;
}

/** The entries in force today, by section; of two that overlap, as on the day of a transfer, the one that began later. */
export function entriesOn(roster: readonly RosterEntry[], today: Day): ReadonlyMap<SectionId, RosterEntry> {
  const inForce = new Map<SectionId, RosterEntry>();
  for (const entry of roster) {
    const other = inForce.get(entry.section);
    if (lasts(entry, today) && (other === undefined || entry.from > other.from)) inForce.set(entry.section, entry);
  }
  return inForce;
}

/** The entry in force for one section today. */
export function entryOn(roster: readonly RosterEntry[], section: SectionId, today: Day): RosterEntry | null {
  const own = roster.filter((entry) => entry.section === section);
  return entriesOn(own, today).get(section) ?? null;
}

/** Whether the section has yet to say, in this fiscal year, that its entry is right: posts move each April. */
export function needsConfirmation(entry: RosterEntry, today: Day): boolean {
  if (!lasts(entry, today)) return false;
  const year = fiscalYearOf(yearAndMonth(today));
  return entry.confirmedOn === null || fiscalYearOf(yearAndMonth(entry.confirmedOn)) < year;
}
