import type { UserId } from './person.ts';
import type { Report } from './report.ts';
import type { ReportAction } from './transitions.ts';

/** Why somebody hears of a report. `nobody-confirms`: the section has no head, so the coordinators are told in their stead. */
export const newsPurposes = [
  'receipt',
  'please-confirm',
  'nobody-confirms',
  'please-accept',
  'confirmed',
  'returned',
  'accepted',
] as const;
export type NewsPurpose = (typeof newsPurposes)[number];

/** Those who have to do with a section's report, by the roster of today. */
export interface Audience {
  head: UserId | null;
  deputies: readonly UserId[];
  coordinators: readonly UserId[];
}

/** Somebody who is to hear of a report, and why. */
export interface ReportNews {
  to: UserId;
  purpose: NewsPurpose;
}

/**
 * Who is told what once a change of a report is stored. Whoever made the change gets a receipt for an answer, and nothing else;
 * not even that who registered the answers of many sections by one sheet, and has read there what became of each.
 */
export function newsAfter(
  action: ReportAction,
  { report, by, audience }: { report: Report; by: UserId; audience: Audience },
): ReportNews[] {
  const { head, deputies, coordinators } = audience;
  const heads = head === null ? [] : [head];
  const submitter = report.submitted ? [report.submitted.by.user] : [];
  const tell = (purpose: NewsPurpose, people: readonly UserId[]): ReportNews[] =>
    [...new Set(people)].map((to) => ({ to, purpose }));
  const others = (people: readonly UserId[]): UserId[] => people.filter((user) => user !== by);
  switch (action) {
    case 'submit':
    case 'submit-on-behalf': {
      const bySheet = action === 'submit-on-behalf' && report.receivedVia !== 'on-behalf';
      const receipt = bySheet ? [] : tell('receipt', [by]);
      // A coordinator who heads the section still has to accept what they handed in.
      if (report.state === 'confirmed') return [...receipt, ...tell('please-accept', coordinators)];
      const leads = [...heads, ...deputies];
      return leads.length === 0
        ? [...receipt, ...tell('nobody-confirms', coordinators)]
        : [...receipt, ...tell('please-confirm', others(leads))];
    }
    case 'confirm':
      return [...tell('please-accept', coordinators), ...tell('confirmed', others(submitter))];
    case 'return':
    case 'reopen-report':
      return tell('returned', others([...submitter, ...heads]));
    case 'accept':
      return tell('accepted', others([...submitter, ...heads, ...deputies]));
    case 'record-approval':
      return [];
  }
}
