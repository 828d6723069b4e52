import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a process runs under this number; one of somebody else's counts, too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Takes a folder for this process: two programs that wrote one journal would spoil it. What a killed program left does not
 * count. Null where another one has the folder; else what gives it back.
 */
export function lockFolder(folder: string): (() => void) | null {
  const file = join(folder, 'running');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) return null;
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
