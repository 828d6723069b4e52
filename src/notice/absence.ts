import { z } from 'zod';
import { type Day, daySchema } from '../report/day.ts';
import { type UserId, userIdSchema } from '../report/person.ts';

/** 不在: while somebody is away, their reminders go to whom they named, else to those who stand in by the roster. */
export const absenceSchema = z
  .strictObject({
    user: userIdSchema,
    from: daySchema,
    /** The last day away; null until they say that they are back. */
    to: daySchema.nullable(),
    standIn: userIdSchema.nullable(),
    /** Counts the changes; 0 is not yet stored. */
    version: z.int().min(0),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'] });
export type Absence = z.infer<typeof absenceSchema>;

/** The absence of somebody on a day, if they are away. One absence a person: the next one is written over the last. */
export function absenceOn(absences: readonly Absence[], user: UserId, on: Day): Absence | undefined {
  return absences.find((one) => one.user === user && one.from <= on && (one.to === null || on <= one.to));
}

/** Those who are away on a day and have named this person in their stead. */
export function absenteesOf(absences: readonly Absence[], standIn: UserId, on: Day): UserId[] {
  return absences.filter((one) => one.standIn === standIn && absenceOn([one], one.user, on)).map(({ user }) => user);
}
