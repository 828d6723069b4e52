import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { mainFile } from './compiled.ts';

const compiler = join('node_modules', 'typescript', 'bin', 'tsc');

/**
 * Brings dist/ up to date, from a clean clone too, before the first test begins: many tests start programs from it, and
 * one that is written while another process loads it gives that process half a module. Types are checked elsewhere.
 */
export default function compileOnce(): void {
  const options = ['--noCheck', '--incremental', 'false', '--tsBuildInfoFile', 'null'];
  execFileSync(process.execPath, [compiler, ...options]);
  execFileSync(process.execPath, ['.deploy/bundle.js']);
  execFileSync(process.execPath, [mainFile, 'prepare']);
  execFileSync(process.execPath, ['.deploy/bundle.js', 'test/processes/bot.ts', 'dist/processes']);
}
