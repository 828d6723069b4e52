import { Pool } from 'pg';
import type { Catalog } from '../../../src/plan/catalog.ts';
import { fullText, type System } from '../../relevance/systems.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

const most = 1_000;
/** Rows that go in at once. */
const batch = 500;

/** What holds the question, the likest titles first, found over PostgreSQL's index of trigrams. */
async function trigramIndex(
  server: PostgresServer,
  catalog: Catalog,
): Promise<System & { close: () => Promise<void> }> {
  const name = `search${catalog.items.length}`;
  // The trigrams of a database without a language are those of Latin letters only.
  await server.execute(`create database ${name} template template0 locale_provider builtin builtin_locale 'C.UTF-8'`);
  const pool = new Pool({ connectionString: await server.empty(name), max: 1 });
  await pool.query('create extension pg_trgm; create table items (position int, title text, text text)');
  for (let from = 0; from < catalog.items.length; from += batch) {
    const items = catalog.items.slice(from, from + batch);
    await pool.query('insert into items select * from unnest($1::int[], $2::text[], $3::text[])', [
      items.map((_, index) => from + index),
      items.map(({ title }) => title.normalize('NFKC').toLowerCase()),
      items.map((item) => fullText(item).normalize('NFKC').toLowerCase()),
    ]);
  }
  await pool.query('create index on items using gin (text gin_trgm_ops); analyze items');
  return {
    name: 'PostgreSQL, pg_trgm',
    find: async (query) => {
      const wanted = query.normalize('NFKC').toLowerCase();
      const { rows } = await pool.query<{ position: number }>({
        name: 'find',
        text: `select position from items where text like $1 order by similarity(title, $2) desc, position limit ${most}`,
        values: [`%${wanted.replace(/[\\%_]/gu, '\\$&')}%`, wanted],
      });
      return rows.flatMap(({ position }) => catalog.items[position]?.id ?? []);
    },
    close: () => pool.end(),
  };
}

/** A server that runs while something is measured. */
export async function withPostgres<T>(
  run: (engine: (catalog: Catalog) => ReturnType<typeof trigramIndex>) => Promise<T>,
): Promise<T> {
  const server = await startPostgres();
  try {
    return await run((catalog) => trigramIndex(server, catalog));
  } finally {
    await server.stop();
  }
}
