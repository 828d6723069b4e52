import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces some text of a file wherever it stands. @throws Error where it does not stand there. */
export function editFile(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  // A function, so that no `$` of a template is taken for a pattern.
  writeFileSync(
    file,
    text.replaceAll(from, () => to),
  );
}
