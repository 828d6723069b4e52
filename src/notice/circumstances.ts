import type { KpiId } from '../plan/kpi.ts';
import type { SectionId } from '../plan/section.ts';
import type { Day, Moment } from '../report/day.ts';
import type { Board } from '../report/desk/board.ts';
import type { ExclusionRequest } from '../report/exclusion-request.ts';
import type { Handover } from '../report/handover.ts';
import type { UserId } from '../report/person.ts';
import type { RoundId } from '../report/round.ts';
import type { Absence } from './absence.ts';
import type { Calendar } from './calendar.ts';
import type { Recipient } from './recipient.ts';
import type { DueItem } from './reminder.ts';
import type { Snooze } from './snooze.ts';

/** A reminder or an escalation that went out, and what it was about. */
export interface Told {
  kind: 'reminder' | 'again' | 'escalation';
  to: Recipient;
  at: Moment;
  about: readonly { round: RoundId; section: SectionId }[];
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
  told: readonly Told[];
  /** The last figure known of each KPI asked for. */
  lastValues: ReadonlyMap<KpiId, DueItem['kpis'][number]['last']>;
}
