import { type RawBuilder, sql } from 'kysely';

/** The two databases the store runs on. */
export type Engine = 'sqlite' | 'postgres';

/** Column types by what they hold. SQLite's tables are STRICT, so that a figure stays a figure. */
export const columnTypes = {
  sqlite: { text: sql`text`, integer: sql`integer`, figure: sql`real`, day: sql`text`, time: sql`text` },
  postgres: {
    text: sql`text`,
    integer: sql`integer`,
    figure: sql`double precision`,
    day: sql`date`,
    time: sql`timestamptz`,
  },
} as const satisfies Record<Engine, Record<string, RawBuilder<unknown>>>;
