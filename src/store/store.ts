/** store/: the database behind the ports of report/ and notice/: schema, migrations, rows ↔ nouns; SQLite and PostgreSQL. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { noDigestSettings } from '../notice/digest/digest.ts';
import type { NoticeStore } from '../notice/store.ts';
import type { ReportStore } from '../report/store.ts';
import { absenceTable, readAbsences } from './absences.ts';
import { acceptedLinesReader } from './accepted-lines.ts';
import { digestSettingsTable, readDigestSettings } from './digest-settings.ts';
import { digestTable, readDigest, readDigests } from './digests.ts';
import { dropDraft, readDraft, readDrafts, saveDraft } from './drafts.ts';
import type { Engine } from './engine.ts';
import { exclusionRequestTable, readExclusionRequests } from './exclusion-requests.ts';
import { handoverTable, readHandovers } from './handovers.ts';
import { createHealth, type Health } from './health.ts';
import { ladderReader } from './ladder-messages.ts';
import { append, readLedger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { StoreNotOpened } from './not-opened.ts';
import { outboxIn } from './outbox.ts';
import { readReport, readReports, readVersions, saveReport } from './reports.ts';
import { rosterReader, rosterTable } from './roster.ts';
import { readRound, readRounds, roundTable } from './rounds.ts';
import { save } from './save.ts';
import type { Schema } from './schema.ts';
import { readSnoozes, saveSnooze } from './snoozes.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';

export { isUnavailable } from './unavailable.ts';

/** Which database: a file of this machine, or a server. */
export type DatabaseAddress = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string };

export interface Store {
  reports: ReportStore;
  notices: NoticeStore;
  health: Health;
  /** Waits for what is under way. */
  close: () => Promise<void>;
}

/** Either engine's; only a file tells when it was written to. */
type Database = SqliteDatabase;

type Transact = <T>(change: (within: Transaction<Schema>) => Promise<T>) => Promise<T>;

function reportStore({ db, lastWrite }: Database, transact: Transact): ReportStore {
  return {
    round: (id) => readRound(db, id),
    rounds: () => readRounds(db),
    saveRound: (round, deed) => transact((within) => save(within, roundTable, round, deed)),
    report: (round, section) => readReport(db, round, section),
    reports: (round) => readReports(db, round, null),
    saveReport: (report, deed, news = []) => transact((within) => saveReport(within, report, deed, news)),
    reportVersions: (round, section) => readVersions(db, round, section),
    acceptedLines: acceptedLinesReader(db, lastWrite),
    draft: (round, section, user) => readDraft(db, round, section, user),
    drafts: (round) => readDrafts(db, round),
    saveDraft: (draft) => saveDraft(db, draft),
    dropDraft: (round, section, user) => dropDraft(db, round, section, user),
    roster: rosterReader(db),
    saveRosterEntry: (entry, deed) => transact((within) => save(within, rosterTable, entry, deed)),
    handovers: () => readHandovers(db),
    saveHandover: (handover, deed) => transact((within) => save(within, handoverTable, handover, deed)),
    exclusionRequests: () => readExclusionRequests(db),
    saveExclusionRequest: (request, deed) => transact((within) => save(within, exclusionRequestTable, request, deed)),
    record: (deed, subject) => append(db, { deed, subject, before: null, after: null }),
    ledger: (query) => readLedger(db, query),
  };
}

function noticeStore(db: Kysely<Schema>, transact: Transact): NoticeStore {
  return {
    outbox: outboxIn(db),
    ladderMessages: ladderReader(db),
    absences: (on) => readAbsences(db, on),
    saveAbsence: (absence, deed) => transact((within) => save(within, absenceTable, absence, deed)),
    snoozes: (after) => readSnoozes(db, after),
    saveSnooze: (snooze, deed) => transact((within) => saveSnooze(within, snooze, deed)),
    digest: (week) => readDigest(db, week),
    digests: (limit) => readDigests(db, limit),
    saveDigest: (digest, deed) => transact((within) => save(within, digestTable, digest, deed)),
    digestSettings: async () => (await readDigestSettings(db)) ?? noDigestSettings,
    saveDigestSettings: (settings, deed) => transact((within) => save(within, digestSettingsTable, settings, deed)),
  };
}

/** Milliseconds in which a database that is well answers, by far. */
const patience = 2_000;

/** Takes what a report takes on the disk, and gives it back. A table of its own: what is stored must not be touched for this. */
async function writeForNothing(db: Kysely<Schema>): Promise<void> {
  await db.transaction().execute(async (within) => {
    await sql`create table if not exists health_check (filler text)`.execute(within);
    await sql`insert into health_check values (${'x'.repeat(64 * 1024)})`.execute(within);
  });
  await sql`drop table if exists health_check`.execute(db);
}

function placeOf(address: DatabaseAddress): string {
  if (address.engine === 'sqlite') return address.file;
  const { hostname, port, pathname } = new URL(address.url);
  return `${decodeURIComponent(hostname)}${port === '' ? '' : `:${port}`}${decodeURIComponent(pathname)}`;
}

async function connect(address: DatabaseAddress, hear: (error: unknown) => void): Promise<Database> {
  try {
    if (address.engine === 'sqlite') return openSqlite(address.file, hear);
    // Its driver takes a tenth of a start, and most bots have no server.
    const { openPostgres } = await import('./postgres.ts');
    return { db: openPostgres(address.url, hear), lastWrite: () => null };
  } catch (error) {
    throw new StoreNotOpened(placeOf(address), error);
  }
}

/**
 * Opens the database and brings it to this program's schema.
 * `onChange` hears what the database says when it cannot be used any more, and null when it can again.
 * @throws StoreNotOpened when the database cannot be reached, read or migrated.
 */
export async function openStore(address: DatabaseAddress, onChange: (fault: unknown) => void): Promise<Store> {
  const engine: Engine = address.engine;
  // Until it is open, whoever opens it hears of everything.
  let opened = false;
  const hear = (error: unknown): void => {
    if (opened) health.hear(error);
  };
  const database = await connect(address, hear);
  const { db } = database;
  const touch = () => db.transaction().execute((within) => sql`select 1`.execute(within));
  const health = createHealth({ touch, write: () => writeForNothing(db), patience, onChange });
  try {
    await migrate(db, engine);
  } catch (error) {
    await db.destroy();
    throw new StoreNotOpened(placeOf(address), error);
  }
  opened = true;
  const transact: Transact = (change) => db.transaction().execute(change);
  return {
    reports: reportStore(database, transact),
    notices: noticeStore(db, transact),
    health,
    close: () => db.destroy(),
  };
}
