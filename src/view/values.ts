import { z } from 'zod';

/** What a button carries back through Slack: checked on return, since a client may send anything. */
const question = z.string().max(300);

export const askValue = z.strictObject({ q: question });
export const pageValue = z.strictObject({ q: question, from: z.int().min(0).max(10_000) });
export const itemValue = z.strictObject({ item: z.string().max(300) });
export const shareValue = z.union([askValue, itemValue]);
export type ShareValue = z.infer<typeof shareValue>;

/** What somebody lacked when they ask the coordinators for help. */
export const pleaValue = z.strictObject({ code: z.enum(['other-section', 'other-role']) });
export type PleaValue = z.infer<typeof pleaValue>;

/** The string form of a button's value. */
export function encode(value: object): string {
  return JSON.stringify(value);
}

/** The value of a button, or null when it is not what this version writes. */
export function decode<T>(schema: z.ZodType<T>, text: string | undefined): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
