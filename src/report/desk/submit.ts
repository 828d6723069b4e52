import type { SectionId } from '../../plan/section.ts';
import { type ChangedReport, changeReport, type ReportChange } from '../change-report.ts';
import type { Day } from '../day.ts';
import { reportDifference } from '../difference.ts';
import type { Deed } from '../ledger.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { emptyReport, type ReceivedVia, type Report, type ReportLine } from '../report.ts';
import { newsAfter } from '../report-notices.ts';
import type { Round, RoundId } from '../round.ts';
import { audienceOf } from './audience.ts';
import { situation } from './form.ts';
import { type DeskParts, dueDay, type Refusal } from './parts.ts';
import { type FieldFault, readLines, type TypedLine } from './read-lines.ts';
import { actorFor } from './who.ts';

/** Where a report is, and by which version of it somebody acts: a newer one refuses them, and they keep what they typed. */
export interface ReportAt {
  round: RoundId;
  section: SectionId;
  version: number;
}

/** What became of a change; with the report before it, so that a difference can be shown. `due` is after the closed-day rule. */
export type ReportDone =
  | { ok: true; round: Round; due: Day; report: Report; before: Report }
  | Refusal
  | Extract<ChangedReport, { ok: false }>;

/** Carries out one change of a report, with its row in the ledger and the news of it for everybody concerned. */
export async function decide(
  parts: DeskParts,
  user: UserId,
  { round: id, section, version }: ReportAt,
  change: ReportChange,
): Promise<ReportDone> {
  const actor = await actorFor(parts, user);
  const round = await parts.store.round(id);
  if (!round) return { ok: false, code: 'gone' };
  const before = (await parts.store.report(id, section)) ?? emptyReport(id, section);
  const now = parts.now();
  const changed = changeReport(before, change, { actor, round: round.state, now });
  if (!changed.ok) return changed;
  if (before.version !== version) return { ok: false, code: 'changed' };
  const deed: Deed = {
    by: actor?.person ?? null,
    at: now,
    action: change.action,
    via: 'via' in change ? change.via : 'form',
    reason: 'reason' in change ? change.reason : null,
  };
  const audience = await audienceOf(parts, section);
  const news = newsAfter(change.action, { report: changed.report, by: user, audience });
  const saved = await parts.store.saveReport(changed.report, deed, news);
  if (saved.ok) return { ok: true, round, due: dueDay(round, parts.adjust), report: saved.value, before };
  return saved.code === 'changed'
    ? { ok: false, code: 'changed' }
    : { ok: false, code: 'round-not-open', state: 'closed' };
}

/**
 * Keeps what somebody has typed, readable or not; KPIs that are not among the lines keep what was typed for them before.
 * Only those who may fill in the form have a draft to keep.
 */
export async function keepDraft(
  parts: DeskParts,
  user: UserId,
  { round, section, version }: ReportAt,
  lines: readonly TypedLine[],
): Promise<void> {
  const actor = await actorFor(parts, user);
  if (!may(actor, 'fill-in', section).ok && !may(actor, 'submit-on-behalf', section).ok) return;
  // A forged form may name a round that never was.
  if (!(await parts.store.round(round))) return;
  const typed = new Set(lines.map(({ kpi }) => kpi));
  const earlier = (await parts.store.draft(round, section, user))?.lines ?? [];
  const all = [...earlier.filter(({ kpi }) => !typed.has(kpi)), ...lines];
  await parts.store.saveDraft({ round, section, user, basedOn: version, lines: all, savedAt: parts.now() });
}

/** Whether the very same answer has just been stored for the same person: the second half of a double click. */
function isRepeated(stored: Report | null, user: UserId, version: number, lines: readonly ReportLine[]): boolean {
  if (stored?.version !== version + 1 || stored.submitted?.by.user !== user) return false;
  return reportDifference(stored.lines, lines).every(({ kind }) => kind === 'same');
}

/** What became of a form. `repeated`: it had been handed in already, by the same person with the same lines; nothing was stored again. */
export type FormDone =
  | (Extract<ReportDone, { ok: true }> & { repeated: boolean })
  | Extract<ReportDone, { ok: false }>
  | { ok: false; code: 'faults'; faults: readonly FieldFault[] };

/** Hands in a form. Faults keep it from being handed in; what was typed is kept as a draft either way until it is stored. */
export async function submitForm(
  parts: DeskParts,
  user: UserId,
  at: ReportAt,
  typed: readonly TypedLine[],
  via: ReceivedVia = 'form',
): Promise<FormDone> {
  await keepDraft(parts, user, at, typed);
  const found = await situation(parts, at.round, at.section);
  if (!found) return { ok: false, code: 'gone' };
  const { lines, faults } = readLines(found.asked.kpis, typed);
  if (faults.length > 0) return { ok: false, code: 'faults', faults };
  const actor = await actorFor(parts, user);
  const own = may(actor, 'submit', at.section).ok;
  const done = await decide(
    parts,
    user,
    at,
    own ? { action: 'submit', lines, via } : { action: 'submit-on-behalf', lines, via: 'on-behalf' },
  );
  if (!done.ok) {
    const stored = await parts.store.report(at.round, at.section);
    if (!stored || !isRepeated(stored, user, at.version, lines)) return done;
    await parts.store.dropDraft(at.round, at.section, user);
    const due = dueDay(found.round, parts.adjust);
    return { ok: true, repeated: true, round: found.round, due, report: stored, before: stored };
  }
  await parts.store.dropDraft(at.round, at.section, user);
  return { ...done, repeated: false };
}
