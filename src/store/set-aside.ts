import { existsSync, renameSync } from 'node:fs';

/** Moves a database file out of the way, with what SQLite keeps beside it; it stays there as `….before`. */
export function setAside(file: string): void {
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${file}.before${part}`);
  }
}
