import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editFile } from './edit-file.ts';

/** The built program with data/ and prompts/ of its own, which a test may edit as an operator would after the build. */
export interface ProgramCopy {
  path: (file: string) => string;
  /** Replaces some text of a file, which must be there. */
  edit: (file: string, from: string, to: string) => void;
  /** Runs a command of it to its end. */
  run: (...words: string[]) => Promise<{ code: number; output: string; errors: string }>;
  remove: () => void;
}

export function copyOfProgram(): ProgramCopy {
  const root = mkdtempSync(join(tmpdir(), 'keikaku-navi-program-'));
  const path = (file: string): string => join(root, file);
  for (const name of ['package.json', 'manifest.yml', 'data', 'prompts', join('dist', 'program')]) {
    cpSync(name, path(name), { recursive: true });
  }
  const prepared = join('dist', 'prepared');
  mkdirSync(path(prepared));
  for (const name of ['sentences.bin', 'knowledge.bin', 'index.bin', 'words.bin']) {
    cpSync(join(prepared, name), path(join(prepared, name)));
  }
  // Too large to be copied, and never written.
  for (const name of ['node_modules', join(prepared, 'dictionary.bin')]) {
    symlinkSync(join(process.cwd(), name), path(name));
  }
  return {
    path,
    edit: (file, from, to) => editFile(path(file), from, to),
    run: (...words) =>
      new Promise((resolve) => {
        const main = path(join('dist', 'program', 'main.js'));
        execFile(process.execPath, [main, ...words], { cwd: root }, (fault, output, errors) =>
          resolve({ code: Number(fault?.code ?? 0), output, errors }),
        );
      }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
