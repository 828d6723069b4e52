import { Client } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { contract } from './contract.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

describe('on PostgreSQL', () => {
  contract({
    create: async () => ({ engine: 'postgres', url: await server.empty() }),
    execute: async (address, sql) => {
      if (address.engine !== 'postgres') throw new Error('this is a server');
      const client = new Client({ connectionString: address.url });
      await client.connect();
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    },
  });
});
