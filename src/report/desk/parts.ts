import type { Catalog } from '../../plan/catalog.ts';
import type { Standing } from '../actor.ts';
import type { Day, Moment } from '../day.ts';
import type { OpenDays } from '../open-days.ts';
import type { Permission } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { Round } from '../round.ts';
import type { ReportStore } from '../store.ts';

/** What Slack knows of somebody. */
export interface Account {
  name: string;
  /** The title in their profile; empty where there is none. */
  post: string;
  standing: Standing;
}

/** What the desk works with. */
export interface DeskParts extends OpenDays {
  store: ReportStore;
  catalog: Catalog;
  coordinators: ReadonlySet<UserId>;
  /** Null for somebody Slack does not know. @throws when Slack cannot be asked. */
  look: (user: UserId) => Promise<Account | null>;
  /** Those who are away on a day and have named this person in their stead; notice/ keeps who is away. */
  standsInFor: (user: UserId, on: Day) => Promise<readonly UserId[]>;
  now: () => Moment;
}

/** Why nothing was done, of causes that every deed shares. */
export type Refusal =
  | Exclude<Permission, { ok: true }>
  /** The round, report or entry is not there. */
  | { ok: false; code: 'gone' }
  /** Somebody else changed it in the meantime. */
  | { ok: false; code: 'changed' };

/** The day a round is due, after the closed-day rule. */
export function dueDay({ due, closedDays }: Pick<Round, 'due' | 'closedDays'>, adjust: OpenDays['adjust']): Day {
  return adjust(due, closedDays).day;
}
