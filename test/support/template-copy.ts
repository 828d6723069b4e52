import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const messagesDirectory = join(process.cwd(), 'prompts', 'messages');

/** A copy of prompts/messages that a test may edit as a coordinator would, with good or bad luck. */
export interface TemplateCopy {
  directory: string;
  path: (file: string) => string;
  /** Replaces some text of a file, which must be there. */
  edit: (file: string, from: string, to: string) => void;
  remove: () => void;
}

export function copyOfTemplates(): TemplateCopy {
  const directory = mkdtempSync(join(tmpdir(), 'plan-messages-'));
  cpSync(messagesDirectory, directory, { recursive: true });
  const path = (file: string): string => join(directory, file);
  return {
    directory,
    path,
    edit: (file, from, to) => {
      const text = readFileSync(path(file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
      // A function, so that no `$` of a template is taken for a pattern.
      writeFileSync(
        path(file),
        text.replace(from, () => to),
      );
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
