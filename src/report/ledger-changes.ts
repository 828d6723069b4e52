import { z } from 'zod';
import type { KpiId } from '../plan/kpi.ts';
import type { SectionId } from '../plan/section.ts';
import type { Day } from './day.ts';
import { type LineDifference, reportDifference } from './difference.ts';
import { handoverSchema } from './handover.ts';
import type { LedgerEntry } from './ledger.ts';
import { type UserId, userIdSchema } from './person.ts';
import { type Reported, reportSchema } from './report.ts';
import { type ChannelId, channelIdSchema, rosterEntrySchema } from './roster.ts';
import { type Round, roundSchema } from './round.ts';

/** One thing that is different after a deed; what a deed's own name says already is left out. */
export type LedgerChange =
  | { kind: 'due'; before: Day; after: Day }
  | { kind: 'title' | 'post'; before: string; after: string }
  | { kind: 'paused' | 'resumed' | 'deputies' | 'staff' | 'channel' }
  | { kind: 'exclusion' | 'inclusion'; section: SectionId | null; kpi: KpiId | null }
  | { kind: 'head'; before: UserId | null; after: UserId | null }
  | { kind: 'to'; before: Day | null; after: Day | null }
  /** Who has it now. */
  | { kind: 'handed-over'; before: UserId; after: UserId }
  /** To whom a notice went, or was to go. */
  | { kind: 'told-person'; after: UserId }
  | { kind: 'told-channel'; after: ChannelId }
  | { kind: 'line'; kpi: KpiId; before: Reported | null; after: Reported | null };

/** Both sides of a row, read as one kind of noun; null where they are of another. */
function both<T>(schema: z.ZodType<T>, { before, after }: LedgerEntry): { before: T | null; after: T } | null {
  const was = schema.nullable().safeParse(before);
  const is = schema.safeParse(after);
  return was.success && is.success ? { before: was.data, after: is.data } : null;
}

function roundChanges(entry: LedgerEntry): LedgerChange[] | null {
  const round = both(roundSchema, entry);
  if (!round) return null;
  const { before, after } = round;
  if (!before) return [];
  const newIn = ({ exclusions }: Round, { exclusions: others }: Round) => {
    const known = new Set(others.map((exclusion) => JSON.stringify(exclusion)));
    return exclusions.filter((exclusion) => !known.has(JSON.stringify(exclusion)));
  };
  const changes: (LedgerChange | false)[] = [
    before.title !== after.title && { kind: 'title', before: before.title, after: after.title },
    before.due !== after.due && { kind: 'due', before: before.due, after: after.due },
    before.paused !== after.paused && { kind: after.paused ? 'paused' : 'resumed' },
    ...newIn(after, before).map(({ section, kpi }): LedgerChange => ({ kind: 'exclusion', section, kpi })),
    ...newIn(before, after).map(({ section, kpi }): LedgerChange => ({ kind: 'inclusion', section, kpi })),
  ];
  return changes.filter((change) => change !== false);
}

function rosterChanges(entry: LedgerEntry): LedgerChange[] | null {
  const roster = both(rosterEntrySchema, entry);
  if (!roster) return null;
  const { before, after } = roster;
  if (!before) return after.head ? [{ kind: 'head', before: null, after: after.head }] : [];
  const differ = (one: readonly string[], other: readonly string[]): boolean => one.join() !== other.join();
  const changes: (LedgerChange | false)[] = [
    before.post !== after.post && { kind: 'post', before: before.post, after: after.post },
    before.head !== after.head && { kind: 'head', before: before.head, after: after.head },
    differ(before.deputies, after.deputies) && { kind: 'deputies' },
    differ(before.staff, after.staff) && { kind: 'staff' },
    before.channel !== after.channel && { kind: 'channel' },
    before.to !== after.to && { kind: 'to', before: before.to, after: after.to },
  ];
  return changes.filter((change) => change !== false);
}

function lineChange(difference: LineDifference): LedgerChange[] {
  const { kpi } = difference;
  switch (difference.kind) {
    case 'same':
      return [];
    case 'added':
      return [{ kind: 'line', kpi, before: null, after: difference.line.reported }];
    case 'removed':
      return [{ kind: 'line', kpi, before: difference.line.reported, after: null }];
    case 'changed':
      return difference.fields.includes('reported')
        ? [{ kind: 'line', kpi, before: difference.before.reported, after: difference.after.reported }]
        : [];
  }
}

function reportChanges(entry: LedgerEntry): LedgerChange[] | null {
  const report = both(reportSchema, entry);
  if (!report) return null;
  return reportDifference(report.before?.lines ?? [], report.after.lines).flatMap(lineChange);
}

function handoverChanges(entry: LedgerEntry): LedgerChange[] | null {
  const handover = both(handoverSchema, entry);
  return (
    handover && [{ kind: 'handed-over', before: handover.before?.to ?? handover.after.from, after: handover.after.to }]
  );
}

/** What a notice leaves behind: to whom it went, never what it said. */
const toldSchema = z.looseObject({ key: z.string(), to: z.union([userIdSchema, channelIdSchema]) });

function toldChanges({ after }: LedgerEntry): LedgerChange[] | null {
  const told = toldSchema.safeParse(after);
  if (!told.success) return null;
  const person = userIdSchema.safeParse(told.data.to);
  const channel = channelIdSchema.safeParse(told.data.to);
  if (person.success) return [{ kind: 'told-person', after: person.data }];
  return channel.success ? [{ kind: 'told-channel', after: channel.data }] : [];
}

/** What a row of the ledger changed. */
export function ledgerChanges(entry: LedgerEntry): LedgerChange[] {
  return (
    roundChanges(entry) ??
    rosterChanges(entry) ??
    reportChanges(entry) ??
    handoverChanges(entry) ??
    toldChanges(entry) ??
    []
  );
}
