import type { Generated } from 'kysely';

/**
 * The tables, in the types both engines give: days as YYYY-MM-DD, times as `Moment` writes them (PostgreSQL's own form is
 * turned into it by its connection), nested nouns as JSON text, truth as 0 and 1.
 */
export interface Schema {
  rounds: {
    id: string;
    title: string;
    plan: string;
    year: number;
    kpis: string | null;
    sections: string | null;
    opens: string;
    due: string;
    ladder: string | null;
    closed_days: string;
    grace: number;
    state: string;
    paused: number;
    version: number;
  };
  round_exclusions: { round: string; position: number; kpi: string | null; section: string | null; reason: string };
  reports: {
    round: string;
    section: string;
    state: string;
    received_via: string | null;
    submitted: string | null;
    confirmed: string | null;
    accepted: string | null;
    returned: string | null;
    approval: string | null;
    version: number;
  };
  report_lines: {
    round: string;
    section: string;
    kpi: string;
    position: number;
    /** Null where it was not measured; then the reason stands. */
    value: number | null;
    not_measured: string | null;
    measured_on: string | null;
    mark: string | null;
    note: string | null;
  };
  /** Every version of a report as it was, whole. */
  report_versions: { round: string; section: string; version: number; report: string };
  drafts: { round: string; section: string; user_id: string; based_on: number; lines: string; saved_at: string };
  roster_entries: {
    id: string;
    section: string;
    post: string;
    head: string | null;
    deputies: string;
    staff: string;
    channel: string | null;
    starts_on: string;
    ends_on: string | null;
    confirmed_on: string | null;
    version: number;
  };
  ledger: {
    sequence: Generated<number>;
    at: string;
    user_id: string | null;
    name: string | null;
    post: string | null;
    action: string;
    via: string;
    reason: string | null;
    round: string | null;
    section: string | null;
    roster_entry: string | null;
    before: string;
    after: string;
  };
  outbox: {
    sequence: Generated<number>;
    key: string;
    kind: string;
    recipient: string;
    notice: string;
    not_before: string;
    in_thread_of: string | null;
    state: string;
    attempts: number;
    unclear_since: string | null;
    trouble: string | null;
    /** Where the message stands; null until it is sent. */
    channel: string | null;
    ts: string | null;
    settled_at: string | null;
    shown: string;
    finished: number;
    /** The process that has it for itself until then; null where nobody has. */
    lease_owner: string | null;
    lease_until: string | null;
  };
  /** What the ladder told whom; `about` is null where nobody knows. */
  ladder_messages: { sequence: Generated<number>; notice: string; sent_at: string; about: string };
  /** One row, which every change of the outbox locks. */
  slack_pause: { id: number; paused_until: string | null };
  absences: {
    user_id: string;
    starts_on: string;
    ends_on: string | null;
    stand_in: string | null;
    version: number;
  };
  snoozes: { recipient: string; snoozed_until: string };
  handovers: { round: string; section: string; from_user: string; to_user: string; version: number };
  exclusion_requests: {
    round: string;
    section: string;
    requested_by: string;
    requested_at: string;
    reason: string;
    declined: string | null;
    version: number;
  };
  digests: {
    week: string;
    state: string;
    note: string | null;
    facts: string | null;
    issued_at: string | null;
    version: number;
  };
  /** One row, or none. */
  digest_settings: { id: number; channels: string; automatic: number; since: string | null; version: number };
}
