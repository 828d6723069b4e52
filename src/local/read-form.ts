import type { Context } from 'hono';
import type { Form } from './views.ts';

/** All fields of a form, each with all its values; no fields where the body is no form. Files are left out. */
export async function readForm(context: Context): Promise<Form> {
  const form = await context.req.formData().catch(() => new FormData());
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}
