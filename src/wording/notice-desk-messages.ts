import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
interface About {
  title: string;
  section: string;
}

/** What people do about notices: the small forms, and what is said afterwards. Days, moments and persons come as words. */
export interface NoticeDeskMessages {
  'snooze.done': { when: string; passing: readonly { title: string; due: string }[] };
  'snooze.refused': { code: 'not-yours' | 'nothing-owed' };

  'absence.title': Nothing;
  'absence.submit': Nothing;
  'absence.intro': Nothing;
  'absence.field': { field: 'from' | 'to' | 'standIn' };
  'absence.hint': { field: 'from' | 'to' | 'standIn' };
  'absence.fault': { code: 'missing' | 'before-from' | 'past' | 'self' | 'not-a-member' | 'away' | 'changed' };
  'absence.state': { from: string; to: string | null; standIn: string | null };
  'absence.done': Nothing;
  'absence.ended': Nothing;
  'absence.present': Nothing;

  'handover.title': Nothing;
  'handover.submit': Nothing;
  'handover.intro': Nothing;
  'handover.field': { field: 'ask' | 'to' | 'reason' };
  'handover.hint': { field: 'to' | 'reason' };
  'handover.fault': { code: 'self' | 'not-a-member' | 'already' };
  'handover.none': Nothing;
  'handover.done': About & { to: string };
  'handover.returned': About;
  'handover.not_handed_over': Nothing;

  'exclusion.title': Nothing;
  'exclusion.submit': Nothing;
  'exclusion.intro': Nothing;
  'exclusion.field': { field: 'ask' | 'reason' };
  'exclusion.hint': Nothing;
  'exclusion.none': Nothing;
  'exclusion.done': About;
  'exclusion.already': About & { when: string; who: string };
  'exclusion.decline_title': Nothing;
  'exclusion.decline_submit': Nothing;
  'exclusion.decline_intro': About & { reason: string };
  'exclusion.decline_field': Nothing;
  'exclusion.granted': About;
  'exclusion.declined': About;
  'exclusion.decided': Nothing;
  'exclusion.news': About & { granted: boolean; who: string; reason: string };

  'ask.choice': About;
  'ask.group': Nothing;
  'ask.fault': { code: 'missing' | 'no-reason' };
  'ask.not_owed': { section: string; stage: string };
}

const about = { title: '令和7年度実績の照会', section: 'デジタルみやぎ推進課' };
const who = '課長（デジタルみやぎ推進課長）';
const when = '5月1日（金） 10:05';
const user = 'U012AB3CD';

export const noticeDeskSamples: SamplesOf<NoticeDeskMessages> = {
  'snooze.done': [
    { when, passing: [] },
    { when, passing: [{ title: about.title, due: '5月7日（木）' }] },
  ],
  'snooze.refused': each(['not-yours', 'nothing-owed'], (code) => ({ code })),

  'absence.title': nothing,
  'absence.submit': nothing,
  'absence.intro': nothing,
  'absence.field': each(['from', 'to', 'standIn'], (field) => ({ field })),
  'absence.hint': each(['from', 'to', 'standIn'], (field) => ({ field })),
  'absence.fault': each(['missing', 'before-from', 'past', 'self', 'not-a-member', 'away', 'changed'], (code) => ({
    code,
  })),
  'absence.state': [
    { from: '5月1日（金）', to: '5月8日（金）', standIn: user },
    { from: '5月1日（金）', to: null, standIn: null },
  ],
  'absence.done': nothing,
  'absence.ended': nothing,
  'absence.present': nothing,

  'handover.title': nothing,
  'handover.submit': nothing,
  'handover.intro': nothing,
  'handover.field': each(['ask', 'to', 'reason'], (field) => ({ field })),
  'handover.hint': each(['to', 'reason'], (field) => ({ field })),
  'handover.fault': each(['self', 'not-a-member', 'already'], (code) => ({ code })),
  'handover.none': nothing,
  'handover.done': [{ ...about, to: user }],
  'handover.returned': [about],
  'handover.not_handed_over': nothing,

  'exclusion.title': nothing,
  'exclusion.submit': nothing,
  'exclusion.intro': nothing,
  'exclusion.field': each(['ask', 'reason'], (field) => ({ field })),
  'exclusion.hint': nothing,
  'exclusion.none': nothing,
  'exclusion.done': [about],
  'exclusion.already': [{ ...about, when, who }],
  'exclusion.decline_title': nothing,
  'exclusion.decline_submit': nothing,
  'exclusion.decline_intro': [{ ...about, reason: '事業が終了したため。' }],
  'exclusion.decline_field': nothing,
  'exclusion.granted': [about],
  'exclusion.declined': [about],
  'exclusion.decided': nothing,
  'exclusion.news': each([true, false], (granted) => ({
    ...about,
    granted,
    who,
    reason: '今年度も継続しているため。',
  })),

  'ask.choice': [about],
  'ask.group': nothing,
  'ask.fault': each(['missing', 'no-reason'], (code) => ({ code })),
  'ask.not_owed': [{ section: about.section, stage: '提出済' }],
};
