import { z } from 'zod';
import type { Fault } from '../plan/fault.ts';
import { readDataFile } from '../plan/read-data-file.ts';
import { daySchema } from '../report/day.ts';

/** Days on which the office is closed beside weekends, holidays and the turn of the year. */
const closureSchema = z
  .strictObject({
    from: daySchema,
    /** The last closed day; the same as `from` for a single one. */
    to: daySchema,
    /** Why, as people are told: «庁舎の全館停電». */
    name: z.string().min(1),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'from 以後の日付' });
export type Closure = z.infer<typeof closureSchema>;

const file = 'calendar.json';

/**
 * Reads data/calendar.json, a list such as `[{ "from": "2027-05-01", "to": "2027-05-01", "name": "庁舎の全館停電" }]`,
 * which an office fills in for itself; an empty list where the usual closed days are all there are.
 */
export function loadClosures(
  directory: string,
): { ok: true; closures: readonly Closure[] } | { ok: false; faults: readonly Fault[] } {
  const { value, faults } = readDataFile(directory, file, z.array(closureSchema));
  return value === null ? { ok: false, faults } : { ok: true, closures: value };
}
