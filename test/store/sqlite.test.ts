import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe } from 'vitest';
import { contract } from './contract.ts';

let directory: string;
let count = 0;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plan-sqlite-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('on SQLite', () => {
  contract({
    create: async () => {
      count += 1;
      return { engine: 'sqlite', file: join(directory, String(count), 'keikaku-navi.db') };
    },
    execute: async (address, sql) => {
      if (address.engine !== 'sqlite') throw new Error('this is a file');
      const database = new Libsql(address.file);
      try {
        database.exec(sql);
      } finally {
        database.close();
      }
    },
  });
});
