import type { Catalog } from '../../plan/catalog.ts';
import type { Standing } from '../actor.ts';
import type { Day, Moment } from '../day.ts';
import type { Permission } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { ClosedDayRule, Round } from '../round.ts';
import type { ReportStore } from '../store.ts';

/** What Slack knows of somebody. */
export interface Account {
  name: string;
  /** The title in their profile; empty where there is none. */
  post: string;
  standing: Standing;
}

/** Moves a date off closed days; the calendar's, see notice/. */
export type Adjust = (asked: Day, rule: ClosedDayRule) => Day;

/** What the desk works with. */
export interface DeskParts {
  store: ReportStore;
  catalog: Catalog;
  coordinators: ReadonlySet<UserId>;
  /** Null for somebody Slack does not know. @throws when Slack cannot be asked. */
  look: (user: UserId) => Promise<Account | null>;
  now: () => Moment;
  adjust: Adjust;
}

/** Why nothing was done, of causes that every deed shares. */
export type Refusal =
  | Exclude<Permission, { ok: true }>
  /** The round, report or entry is not there. */
  | { ok: false; code: 'gone' }
  /** Somebody else changed it in the meantime. */
  | { ok: false; code: 'changed' };

/** The day a round is due, after the closed-day rule. */
export function dueDay({ due, closedDays }: Pick<Round, 'due' | 'closedDays'>, adjust: Adjust): Day {
  return adjust(due, closedDays);
}
