/** store/: the database behind the ports of report/ and notice/: schema, migrations, rows ↔ nouns; SQLite and PostgreSQL. */
import type { Kysely, Transaction } from 'kysely';
import { noDigestSettings } from '../notice/digest/digest.ts';
import type { NoticeStore } from '../notice/store.ts';
import type { ReportStore } from '../report/store.ts';
import { absenceTable, readAbsences } from './absences.ts';
import { digestSettingsTable, readDigestSettings } from './digest-settings.ts';
import { digestTable, readDigest, readDigests } from './digests.ts';
import { dropDraft, readDraft, readDrafts, saveDraft } from './drafts.ts';
import type { Engine } from './engine.ts';
import { exclusionRequestTable, readExclusionRequests } from './exclusion-requests.ts';
import { handoverTable, readHandovers } from './handovers.ts';
import { append, readLedger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { outboxIn } from './outbox.ts';
import { openPostgres } from './postgres.ts';
import { readAcceptedLines, readReport, readReports, readVersions, saveReport } from './reports.ts';
import { readRoster, rosterTable } from './roster.ts';
import { readRound, readRounds, roundTable } from './rounds.ts';
import { save } from './save.ts';
import type { Schema } from './schema.ts';
import { readSnoozes, saveSnooze } from './snoozes.ts';
import { openSqlite } from './sqlite.ts';

/** Which database: a file of this machine, or a server. */
export type DatabaseAddress = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string };

export interface Store {
  reports: ReportStore;
  notices: NoticeStore;
  /** Waits for what is under way. */
  close: () => Promise<void>;
}

type Transact = <T>(change: (within: Transaction<Schema>) => Promise<T>) => Promise<T>;

function reportStore(db: Kysely<Schema>, transact: Transact): ReportStore {
  return {
    round: (id) => readRound(db, id),
    rounds: () => readRounds(db),
    saveRound: (round, deed) => transact((within) => save(within, roundTable, round, deed)),
    report: (round, section) => readReport(db, round, section),
    reports: (round) => readReports(db, round, null),
    saveReport: (report, deed, news = []) => transact((within) => saveReport(within, report, deed, news)),
    reportVersions: (round, section) => readVersions(db, round, section),
    acceptedLines: (kpis) => readAcceptedLines(db, kpis),
    draft: (round, section, user) => readDraft(db, round, section, user),
    drafts: (round) => readDrafts(db, round),
    saveDraft: (draft) => saveDraft(db, draft),
    dropDraft: (round, section, user) => dropDraft(db, round, section, user),
    roster: () => readRoster(db),
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

/**
 * Opens the database and brings it to this program's schema.
 * `onError` hears of connections that break while nobody uses them.
 * @throws whatever the driver says when the database cannot be reached, read or migrated.
 */
export async function openStore(address: DatabaseAddress, onError: (error: Error) => void): Promise<Store> {
  const engine: Engine = address.engine;
  const db = address.engine === 'sqlite' ? openSqlite(address.file) : openPostgres(address.url, onError);
  try {
    await migrate(db, engine);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const transact: Transact = (change) => db.transaction().execute(change);
  return { reports: reportStore(db, transact), notices: noticeStore(db, transact), close: () => db.destroy() };
}
