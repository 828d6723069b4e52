import type { Day, Moment } from '../report/day.ts';
import type { Deed } from '../report/ledger.ts';
import type { Saved } from '../report/store.ts';
import type { Absence } from './absence.ts';
import type { Digest, DigestSettings } from './digest/digest.ts';
import type { LadderMessage } from './ladder-message.ts';
import type { Outbox } from './outbox.ts';
import type { Snooze } from './snooze.ts';

/** What notices need of a database, beside rounds and reports. `save…` as in ReportStore: one transaction with its row in the ledger. */
export interface NoticeStore {
  outbox: Outbox;
  /** Reminders and escalations that went out since a moment, from this or another process, in the order of their going. */
  ladderMessages(since: Moment): Promise<readonly LadderMessage[]>;
  /** Those that have not ended by a day. */
  absences(on: Day): Promise<Absence[]>;
  saveAbsence(absence: Absence, deed: Deed): Promise<Saved<Absence>>;
  /** Those that end after a moment. */
  snoozes(after: Moment): Promise<Snooze[]>;
  /** The newest one of a recipient counts. */
  saveSnooze(snooze: Snooze, deed: Deed): Promise<void>;
  digest(week: Day): Promise<Digest | null>;
  /** Newest week first. */
  digests(limit: number): Promise<Digest[]>;
  saveDigest(digest: Digest, deed: Deed): Promise<Saved<Digest>>;
  digestSettings(): Promise<DigestSettings>;
  saveDigestSettings(settings: DigestSettings, deed: Deed): Promise<Saved<DigestSettings>>;
}
