import type { KpiId } from '../plan/kpi.ts';
import type { Day, Moment } from '../report/day.ts';
import type { Board } from '../report/desk/board.ts';
import type { ExclusionRequest } from '../report/exclusion-request.ts';
import type { Handover } from '../report/handover.ts';
import type { UserId } from '../report/person.ts';
import type { RosterEntry } from '../report/roster.ts';
import type { Absence } from './absence.ts';
import type { Calendar } from './calendar.ts';
import type { DigestStanding } from './digest/read.ts';
import type { ToldAbout } from './ladder-message.ts';
import type { Outgoing } from './outbox.ts';
import type { Recipient } from './recipient.ts';
import type { DueItem } from './reminder.ts';
import type { Snooze } from './snooze.ts';

/** A reminder or an escalation that went out, and what it was about. */
export interface Told {
  kind: 'reminder' | 'again' | 'escalation';
  to: Recipient;
  at: Moment;
  about: ToldAbout;
}

/** Everything that decides who is told what now. What is due follows from it alone. */
export interface Circumstances {
  now: Moment;
  today: Day;
  calendar: Calendar;
  /** The open rounds, with where everybody stands; paused ones too, of which nothing is sent. */
  boards: readonly Board[];
  handovers: readonly Handover[];
  requests: readonly ExclusionRequest[];
  absences: readonly Absence[];
  snoozes: readonly Snooze[];
  coordinators: readonly UserId[];
  /** All of it, by which what is to come is foreseen; the boards hold the entries of today. */
  roster: readonly RosterEntry[];
  told: readonly Told[];
  /** What a coordinator keeps back, and what Slack does not take. */
  stuck: readonly Outgoing[];
  /** The last figure known of each KPI asked for. */
  lastValues: ReadonlyMap<KpiId, DueItem['kpis'][number]['last']>;
  digests: DigestStanding;
}
