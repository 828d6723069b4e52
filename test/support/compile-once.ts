import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Brings dist/ up to date, from a clean clone too, before the first test begins: many tests start programs from it, and
 * one that is written while another process loads it gives that process half a module. Types are checked elsewhere.
 */
export default function compileOnce(): void {
  const compiler = join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noCheck', '--incremental', 'false', '--tsBuildInfoFile', 'null'];
  execFileSync(process.execPath, [compiler, ...options]);
}
