import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
type Role = 'member' | 'staff' | 'deputy' | 'head' | 'coordinator';

/** What is said wherever rounds and reports are dealt with. */
export interface DeskMessages {
  'desk.elsewhere': {
    screen: 'deadlines' | 'report' | 'round' | 'export' | 'roster' | 'outbox' | 'ledger' | 'digest';
    command: string;
  };
  'desk.refusal': {
    code: 'outsider' | 'other-section' | 'other-role' | 'gone' | 'changed' | 'round-not-open' | 'wrong-state';
    whoCan: readonly string[];
    command: string;
  };
  'desk.role': { role: Role };
  'desk.plead': Nothing;
  'desk.plea': { user: string; code: 'other-section' | 'other-role'; command: string };
  'desk.pleaded': { count: number };
  'desk.nobody': Nothing;
  'desk.unreachable': { command: string };
  'desk.title': { screen: 'deadlines' | 'report' | 'round' | 'export' | 'roster' | 'outbox' | 'ledger' | 'digest' };
  'desk.close': Nothing;
}

const command = '/plan';
const screens = ['deadlines', 'report', 'round', 'export', 'roster', 'outbox', 'ledger', 'digest'] as const;

export const deskSamples: SamplesOf<DeskMessages> = {
  'desk.elsewhere': each(screens, (screen) => ({ screen, command })),
  'desk.refusal': each(
    ['outsider', 'other-section', 'other-role', 'gone', 'changed', 'round-not-open', 'wrong-state'],
    (code) => ({ code, whoCan: ['課・室の責任者', '取りまとめ担当'], command }),
  ),
  'desk.plead': nothing,
  'desk.plea': each(['other-section', 'other-role'], (code) => ({ user: 'U0STAFF001', code, command })),
  'desk.pleaded': [{ count: 2 }],
  'desk.nobody': nothing,
  'desk.role': each(['member', 'staff', 'deputy', 'head', 'coordinator'], (role) => ({ role })),
  'desk.unreachable': [{ command }],
  'desk.title': each(screens, (screen) => ({ screen })),
  'desk.close': nothing,
};
