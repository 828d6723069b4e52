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

/** A file of a form with a name; null where none was chosen. */
export async function readFile(context: Context): Promise<{ name: string; bytes: Uint8Array } | null> {
  const form = await context.req.formData().catch(() => new FormData());
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
