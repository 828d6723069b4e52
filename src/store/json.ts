import type { z } from 'zod';

/** PostgreSQL refuses NUL and half a surrogate pair, SQLite cuts the text at NUL: neither means anything in a report. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** Nested data as a text column holds it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? storableText(inner) : inner));
}

/** @throws ZodError when the column holds something else: it was written by another program. */
export function fromJson<T>(schema: z.ZodType<T>, text: string): T {
  return schema.parse(JSON.parse(text));
}

/**
 * A noun as it will be read back. Checked before it is written, for what cannot be read later is lost.
 * @throws ZodError when it is not what its type says.
 */
export function storable<T>(schema: z.ZodType<T>, noun: T): T {
  return fromJson(schema, toJson(noun));
}
