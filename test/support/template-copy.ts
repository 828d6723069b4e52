import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editFile } from './edit-file.ts';

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
    edit: (file, from, to) => editFile(path(file), from, to),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
