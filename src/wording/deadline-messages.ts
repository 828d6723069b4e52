import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
type Office = 'head' | 'deputy' | 'staff';

/** When something is due and why, who is told and why. Days come as words. */
export interface DeadlineMessages {
  'deadlines.text': { count: number; all: boolean };
  'deadlines.head': { count: number; all: boolean };
  'deadlines.none': { all: boolean; command: string };
  'deadlines.round': {
    title: string;
    state: string;
    due: string;
    left: string;
    derivation: string;
    graceEnds: string | null;
  };
  'deadlines.row': {
    section: string;
    stage: string;
    late: boolean;
    owed: boolean;
    users: readonly string[];
    channel: string | null;
  };
  'deadlines.more': { count: number };
  'deadlines.paused': Nothing;
  'deadlines.coming': Nothing;
  'deadlines.nobody_owes': Nothing;
  'deadlines.day': { day: string; step: string; weekly: boolean; today: boolean; derivation: string | null };
  'deadlines.skipped': { weekend: boolean; others: readonly string[] };
  'deadlines.closed': { day: string; reason: string };

  'why.title': Nothing;
  'why.nothing': Nothing;
  'why.ask': { title: string; section: string };
  'why.office': { office: Office; post: string; section: string; since: string };
  'why.stands_in': { user: string };
  'why.took_over': { user: string };
  'why.channel': { section: string };
  'why.coordinator': { section: string };
  'why.due': { due: string; derivation: string };
  'why.step': { day: string; step: string; weekly: boolean; derivation: string | null };
  'why.next': { day: string; step: string; weekly: boolean };
  'why.paused': Nothing;
  'why.done': { stage: string };
  'why.stop': { person: boolean; command: string };
}

const due = '5月7日（木）';
const derivation = '5月6日（水）は振替休日のため、次の開庁日の5月7日（木）になります。';
const about = { title: '令和7年度実績の照会', section: 'デジタルみやぎ推進課' };
const user = 'U012AB3CD';
const command = '/plan';
const step = '期限の5開庁日前';
const skipped = '数えない日: 土日、4月29日（水）昭和の日';

export const deadlineSamples: SamplesOf<DeadlineMessages> = {
  'deadlines.text': [
    { count: 2, all: true },
    { count: 1, all: false },
  ],
  'deadlines.head': [
    { count: 2, all: true },
    { count: 1, all: false },
  ],
  'deadlines.none': each([true, false], (all) => ({ all, command })),
  'deadlines.round': [
    { title: about.title, state: '受付中', due, left: 'あと3日', derivation, graceEnds: null },
    { title: about.title, state: '受付中', due, left: 'あと3日', derivation, graceEnds: '5月11日（月）' },
  ],
  'deadlines.row': [
    { section: about.section, stage: '未着手', late: true, owed: true, users: [user], channel: null },
    { section: about.section, stage: '提出済', late: false, owed: false, users: [], channel: 'C012AB3CD' },
    { section: about.section, stage: '下書き', late: false, owed: true, users: [], channel: 'C012AB3CD' },
  ],
  'deadlines.more': [{ count: 12 }],
  'deadlines.paused': nothing,
  'deadlines.coming': nothing,
  'deadlines.nobody_owes': nothing,
  'deadlines.day': [
    { day: due, step, weekly: false, today: true, derivation: skipped },
    { day: due, step, weekly: true, today: false, derivation: null },
  ],
  'deadlines.skipped': [
    { weekend: true, others: ['4月29日（水）昭和の日'] },
    { weekend: true, others: [] },
    { weekend: false, others: ['4月29日（水）昭和の日'] },
  ],
  'deadlines.closed': [{ day: '4月29日（水）', reason: '昭和の日' }],

  'why.title': nothing,
  'why.nothing': nothing,
  'why.ask': [about],
  'why.office': each(['head', 'deputy', 'staff'], (office) => ({
    office,
    post: 'デジタルみやぎ推進課長',
    section: about.section,
    since: '2026年4月1日（水）',
  })),
  'why.stands_in': [{ user }],
  'why.took_over': [{ user }],
  'why.channel': [{ section: about.section }],
  'why.coordinator': [{ section: about.section }],
  'why.due': [{ due, derivation }],
  'why.step': [
    { day: due, step, weekly: false, derivation: skipped },
    { day: due, step, weekly: true, derivation: null },
  ],
  'why.next': [
    { day: due, step, weekly: false },
    { day: due, step, weekly: true },
  ],
  'why.paused': nothing,
  'why.done': [{ stage: '提出済' }],
  'why.stop': each([true, false], (person) => ({ person, command })),
};
