import type { Item } from '../../plan/item.ts';
import type { Kpi } from '../../plan/kpi.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import type { SectionId } from '../../plan/section.ts';
import { type Day, dayOf } from '../day.ts';
import { type Adjustment, type CalendarWarning, warningOf } from '../open-days.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { type Ladder, ladderOf } from '../reminders.ts';
import type { Round, RoundId } from '../round.ts';
import type { RoundFault } from '../round-faults.ts';
import { type RoundScope, roundScope } from '../scope.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { type FaultyRound, faultsOfDates, newRoundId, type RoundPlan } from './rounds.ts';
import { actorFor } from './who.ts';

/** What a new round can ask for. */
export interface RoundChoices {
  /** Those that have KPIs, newest first. */
  plans: readonly Plan[];
  plan: Plan;
  kpis: readonly { item: Item; kpi: Kpi }[];
  /** The sections of today that answer for them. */
  sections: readonly SectionId[];
  today: Day;
}

/** What a form for a new round offers; for the newest plan where none, or an unknown one, is named. */
export async function roundChoices(
  parts: DeskParts,
  user: UserId,
  named: string | null,
): Promise<{ ok: true; choices: RoundChoices } | Refusal> {
  const permission = may(await actorFor(parts, user), 'create-round', null);
  if (!permission.ok) return permission;
  const { catalog, now } = parts;
  const today = dayOf(now());
  const plans = catalog.plans.filter(({ items }) => items.some(({ kpis }) => kpis.length > 0));
  const plan = plans.find(({ id }) => id === named) ?? plans.at(0);
  if (!plan) return { ok: false, code: 'gone' };
  const all = { plan: plan.id, kpis: null, sections: null, exclusions: [] };
  const { sections } = roundScope({ round: all, catalog, roster: [], today });
  return {
    ok: true,
    choices: {
      plans,
      plan,
      kpis: plan.items.flatMap((item) => item.kpis.map((kpi) => ({ item, kpi }))),
      sections: sections.map(({ section }) => section),
      today,
    },
  };
}

/** What a round would ask of whom and when, before anybody is asked. */
export interface RoundPreview extends Ladder {
  /** Under which it is to be saved. */
  id: RoundId;
  plan: RoundPlan;
  due: Adjustment;
  /** What is not certain about its days. */
  warning: CalendarWarning | null;
  scope: RoundScope;
}

function isPlan(parts: DeskParts, plan: PlanId): boolean {
  return parts.catalog.plans.some(({ id }) => id === plan);
}

/** Looks at a round before it is saved. */
export async function previewRound(
  parts: DeskParts,
  user: UserId,
  plan: RoundPlan,
): Promise<{ ok: true; preview: RoundPreview } | FaultyRound | Refusal> {
  const permission = may(await actorFor(parts, user), 'create-round', null);
  if (!permission.ok) return permission;
  if (!isPlan(parts, plan.plan)) return { ok: false, code: 'gone' };
  const { catalog, store, now, adjust } = parts;
  const scope = roundScope({ round: plan, catalog, roster: await store.roster(), today: dayOf(now()) });
  const nobody: RoundFault[] = scope.sections.length === 0 ? [{ field: 'kpis', code: 'nobody' }] : [];
  const faults = [...faultsOfDates(parts, plan, null), ...nobody];
  if (faults.length > 0) return { ok: false, code: 'faults', faults };
  const due = adjust(plan.due, plan.closedDays);
  const ladder = ladderOf(plan, due.day, parts);
  const warning = warningOf([due.day, ...ladder.reminders.map(({ day }) => day)], dayOf(now()), parts);
  return { ok: true, preview: { id: newRoundId(), plan, due, warning, scope, ...ladder } };
}

/** What a new due date of a round would come to; null where the round already has it. */
export async function previewExtension(
  parts: DeskParts,
  user: UserId,
  id: RoundId,
  due: Day | null,
): Promise<{ ok: true; round: Round; present: Adjustment; extended: Adjustment | null } | Refusal> {
  const permission = may(await actorFor(parts, user), 'change-round', null);
  if (!permission.ok) return permission;
  const round = await parts.store.round(id);
  if (!round) return { ok: false, code: 'gone' };
  const { adjust } = parts;
  return {
    ok: true,
    round,
    present: adjust(round.due, round.closedDays),
    extended: due === null || due === round.due ? null : adjust(due, round.closedDays),
  };
}
