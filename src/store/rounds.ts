import type { Insertable, Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { type Round, type RoundId, roundSchema } from '../report/round.ts';
import { fromJson, toJson } from './json.ts';
import type { Table } from './save.ts';
import type { Schema } from './schema.ts';

const idsSchema = z.array(z.string());
const stepsSchema = z.array(z.number());

function toRow({ id, title, plan, year, opens, due, state, version, ...round }: Round): Insertable<Schema['rounds']> {
  return {
    id,
    title,
    plan,
    year,
    kpis: round.kpis && toJson(round.kpis),
    sections: round.sections && toJson(round.sections),
    opens,
    due,
    ladder: round.ladder && toJson(round.ladder),
    closed_days: round.closedDays,
    grace: round.grace,
    state,
    paused: round.paused ? 1 : 0,
    version,
  };
}

type Exclusions = Selectable<Schema['round_exclusions']>[];

function toRound(row: Selectable<Schema['rounds']>, exclusions: Exclusions): Round {
  const { kpis, sections, ladder, closed_days: closedDays, paused, ...rest } = row;
  return roundSchema.parse({
    ...rest,
    kpis: kpis && fromJson(idsSchema, kpis),
    sections: sections && fromJson(idsSchema, sections),
    ladder: ladder && fromJson(stepsSchema, ladder),
    closedDays,
    paused: paused === 1,
    exclusions: exclusions.map(({ kpi, section, reason }) => ({ kpi, section, reason })),
  });
}

/** All rounds, or the one with an id. Rows and exclusions come in one statement, so that both are of the same moment. */
async function read(db: Kysely<Schema>, id: RoundId | null): Promise<Round[]> {
  let query = db
    .selectFrom('rounds')
    .leftJoin('round_exclusions', 'round_exclusions.round', 'rounds.id')
    .selectAll('rounds')
    .select(['position', 'round_exclusions.kpi', 'round_exclusions.section', 'reason']);
  if (id !== null) query = query.where('rounds.id', '=', id);
  const rows = await query.orderBy('opens', 'desc').orderBy('rounds.id').orderBy('position').execute();
  const exclusions = new Map<string, Exclusions>();
  const rounds = new Map<string, Selectable<Schema['rounds']>>();
  for (const { position, kpi, section, reason, ...round } of rows) {
    rounds.set(round.id, round);
    if (position === null || reason === null) continue;
    exclusions.set(round.id, [
      ...(exclusions.get(round.id) ?? []),
      { round: round.id, position, kpi, section, reason },
    ]);
  }
  return [...rounds.values()].map((row) => toRound(row, exclusions.get(row.id) ?? []));
}

export async function readRound(db: Kysely<Schema>, id: RoundId): Promise<Round | null> {
  const [round] = await read(db, id);
  return round ?? null;
}

/** The one that opened last first. */
export function readRounds(db: Kysely<Schema>): Promise<Round[]> {
  return read(db, null);
}

/** How a round is stored. */
export const roundTable: Table<Round> = {
  schema: roundSchema,
  subject: ({ id }) => ({ round: id, section: null, rosterEntry: null }),
  read: (db, { id }) => readRound(db, id),
  write: async (db, round) => {
    const row = toRow(round);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('rounds')
      .values(row)
      .onConflict((known) =>
        known
          .column('id')
          .doUpdateSet(row)
          .where('rounds.version', '=', round.version - 1),
      )
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    await db.deleteFrom('round_exclusions').where('round', '=', round.id).execute();
    const exclusions = round.exclusions.map((exclusion, position) => ({ round: round.id, position, ...exclusion }));
    if (exclusions.length > 0) await db.insertInto('round_exclusions').values(exclusions).execute();
    return true;
  },
};
