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
}
