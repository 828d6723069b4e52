import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;

/** What the App Home says of its reader's own work. Days and moments come as words. */
export interface HomeMessages {
  'home.rounds': { count: number };
  'home.rounds_more': { count: number };
  'home.failures': { count: number; more: boolean };
  'home.no_failures': Nothing;
  'home.button': { button: 'rounds' | 'sent' | 'section' };
  'home.notices': Nothing;
  'home.place': { section: string; office: 'head' | 'deputy' | 'staff'; channel: string | null };
  'home.place_coordinator': Nothing;
  'home.places_more': { count: number };
  'home.stands_in': { users: readonly string[] };
  'home.handover': { title: string; section: string; user: string; given: boolean };
  'home.last': { notices: readonly { when: string; again: boolean }[] };
  'home.no_last': Nothing;
  'home.stop': { command: string };
  'home.measures': { section: string; count: number };
  'home.no_measures': { section: string };
  'home.plan': { plan: string };
  'home.measure': { title: string; number: string | null; status: string };
  'home.measures_more': { count: number };
}

const section = 'デジタルみやぎ推進課';
const user = 'U012AB3CD';

export const homeSamples: SamplesOf<HomeMessages> = {
  'home.rounds': [{ count: 2 }],
  'home.rounds_more': [{ count: 3 }],
  'home.failures': [
    { count: 2, more: false },
    { count: 100, more: true },
  ],
  'home.no_failures': nothing,
  'home.button': each(['rounds', 'sent', 'section'], (button) => ({ button })),
  'home.notices': nothing,
  'home.place': [
    ...each(['head', 'deputy', 'staff'], (office) => ({ section, office, channel: null })),
    { section, office: 'head', channel: 'C012AB3CD' },
  ],
  'home.place_coordinator': nothing,
  'home.places_more': [{ count: 3 }],
  'home.stands_in': [{ users: [user] }],
  'home.handover': each([true, false], (given) => ({ title: '令和7年度実績の照会', section, user, given })),
  'home.last': [
    {
      notices: [
        { when: '2026年5月1日（金） 9:00', again: false },
        { when: '2026年5月1日（金） 11:00', again: true },
      ],
    },
  ],
  'home.no_last': nothing,
  'home.stop': [{ command: '/plan' }],
  'home.measures': [{ section, count: 36 }],
  'home.no_measures': [{ section }],
  'home.plan': [{ plan: 'みやぎICT推進プラン（H26–H28）' }],
  'home.measure': [
    { title: '電子申請の推進', number: '4-2-1', status: '自己評価：○' },
    { title: 'オープンデータみやぎ', number: null, status: '未達成' },
  ],
  'home.measures_more': [{ count: 30 }],
};
