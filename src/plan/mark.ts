import { z } from 'zod';

/**
 * The self-evaluation marks of the 2013 plan's closing table, best first.
 * Their meaning is printed there and carried in each plan file's `marks`.
 */
export const marks = ['◎', '○', '△', '×', '—'] as const;
export const markSchema = z.enum(marks);
export type Mark = z.infer<typeof markSchema>;
