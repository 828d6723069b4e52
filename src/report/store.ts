import type { KpiId } from '../plan/kpi.ts';
import type { SectionId } from '../plan/section.ts';
import type { Draft } from './draft.ts';
import type { ExclusionRequest } from './exclusion-request.ts';
import type { Handover } from './handover.ts';
import type { Deed, LedgerEntry, Subject } from './ledger.ts';
import type { UserId } from './person.ts';
import type { AcceptedLine } from './prefill.ts';
import type { Report } from './report.ts';
import type { ReportNews } from './report-notices.ts';
import type { RosterEntry } from './roster.ts';
import type { Round, RoundId } from './round.ts';

/** What became of a change: stored, with its new version; or not, because somebody else was first. */
export type Saved<T> = { ok: true; value: T } | { ok: false; code: 'changed'; current: T | null };

/** A report is written while its round is open; one that closed while the form was filled in is told apart. */
export type SavedReport = Saved<Report> | { ok: false; code: 'round-not-open' };

/** The rows of the ledger that are asked for; null does not filter. */
export interface LedgerQuery extends Subject {
  /** Only rows after this one, oldest first; 0 begins at the beginning. */
  after: number;
  /** Where it stands, the last rows before this one instead, oldest first as well. */
  before?: number;
  limit: number;
}

/**
 * What rounds and reports need of a database. Every `save…` of a round, report or roster entry is one transaction with its
 * row in the ledger. The version a noun was read with (0: not stored yet) goes in with it; the stored one is one higher,
 * and nothing is written where another version is stored by then.
 * @throws whatever the database throws; then nothing has been written.
 */
export interface ReportStore {
  round(id: RoundId): Promise<Round | null>;
  /** The one that opened last first. */
  rounds(): Promise<Round[]>;
  saveRound(round: Round, deed: Deed): Promise<Saved<Round>>;

  report(round: RoundId, section: SectionId): Promise<Report | null>;
  reports(round: RoundId): Promise<Report[]>;
  /** `news` is put into the outbox in the same transaction, so that no change is stored of which nobody hears. */
  saveReport(report: Report, deed: Deed, news?: readonly ReportNews[]): Promise<SavedReport>;
  /** Every version a report ever had, oldest first. */
  reportVersions(round: RoundId, section: SectionId): Promise<Report[]>;
  /** What was accepted for these KPIs, the newest fiscal year first. */
  acceptedLines(kpis: readonly KpiId[]): Promise<readonly AcceptedLine[]>;

  draft(round: RoundId, section: SectionId, user: UserId): Promise<Draft | null>;
  drafts(round: RoundId): Promise<Draft[]>;
  /** A draft is nobody's record: the newest replaces the one before, and the ledger keeps silent. */
  saveDraft(draft: Draft): Promise<void>;
  dropDraft(round: RoundId, section: SectionId, user: UserId): Promise<void>;

  /** All entries that ever were, by section, oldest first. */
  roster(): Promise<RosterEntry[]>;
  saveRosterEntry(entry: RosterEntry, deed: Deed): Promise<Saved<RosterEntry>>;

  /** Those of rounds that are open. */
  handovers(): Promise<Handover[]>;
  saveHandover(handover: Handover, deed: Deed): Promise<Saved<Handover>>;
  /** Those of rounds that are open. */
  exclusionRequests(): Promise<ExclusionRequest[]>;
  saveExclusionRequest(request: ExclusionRequest, deed: Deed): Promise<Saved<ExclusionRequest>>;

  /** Records what changed nothing here: a hand-over, an export. */
  record(deed: Deed, subject: Subject): Promise<void>;
  ledger(query: LedgerQuery): Promise<LedgerEntry[]>;
}
