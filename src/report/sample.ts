import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays, dayOf, type Moment } from './day.ts';
import type { Deed } from './ledger.ts';
import { userIdSchema } from './person.ts';
import { type RosterEntry, rosterEntrySchema } from './roster.ts';
import { type Round, roundSchema } from './round.ts';
import type { ReportStore } from './store.ts';

const personaSchema = z.enum(['staff', 'head', 'coordinator']);

/** data/sample/roster.json: entries whose people are personas. */
const rosterSampleSchema = z.array(
  z.strictObject({
    ...rosterEntrySchema.shape,
    head: personaSchema.nullable(),
    deputies: z.array(personaSchema),
    staff: z.array(personaSchema),
  }),
);

/** data/sample/round.json: a round whose days count from today. */
const roundSampleSchema = z.strictObject({
  ...roundSchema.shape,
  opens: z.int(),
  due: z.int(),
});

/** What the local workspace begins with: a roster of posts, and a round that is open. */
export interface Sample {
  roster: readonly RosterEntry[];
  /** `opens` and `due` in days from today. */
  round: z.infer<typeof roundSampleSchema>;
}

/** Reads data/sample, with the users of a workspace in the places of the personas. @throws ZodError when it is not sound. */
export function loadSample(directory: string, people: Readonly<Record<z.infer<typeof personaSchema>, string>>): Sample {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(directory, 'sample', file), 'utf8'));
  const user = (persona: z.infer<typeof personaSchema>) => userIdSchema.parse(people[persona]);
  return {
    roster: rosterSampleSchema.parse(read('roster.json')).map((entry) => ({
      ...entry,
      head: entry.head && user(entry.head),
      deputies: entry.deputies.map(user),
      staff: entry.staff.map(user),
    })),
    round: roundSampleSchema.parse(read('round.json')),
  };
}

/** Puts a sample into a database that holds no roster and no round. */
export async function plantSample(store: ReportStore, { roster, round }: Sample, now: Moment): Promise<void> {
  if ((await store.roster()).length > 0 || (await store.rounds()).length > 0) return;
  const deed = (action: Deed['action']): Deed => ({ by: null, at: now, action, via: 'bot', reason: null });
  for (const entry of roster) await store.saveRosterEntry(entry, deed('edit-roster'));
  const today = dayOf(now);
  const open: Round = { ...round, opens: addDays(today, round.opens), due: addDays(today, round.due) };
  await store.saveRound(open, deed('create-round'));
}
