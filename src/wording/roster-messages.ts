import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
type Field = 'section' | 'post' | 'head' | 'deputies' | 'staff' | 'channel' | 'from' | 'to';
type Kind = 'add' | 'change' | 'transfer';

/** What is said of the roster. Persons and channels are Slack's ids, which the templates write as marks of Slack. */
export interface RosterMessages {
  'roster.head': { words: string | null; total: number; from: number; to: number };
  'roster.none': { words: string | null };
  'roster.row': {
    section: string;
    post: string | null;
    head: string | null;
    deputies: readonly string[];
    staff: readonly string[];
    /** Of deputies and staff, beside those named. */
    more: number;
    channel: string | null;
    from: string | null;
    to: string | null;
    confirmed: string | null;
    unconfirmed: boolean;
    absent: readonly { user: string; why: string }[];
    next: readonly { from: string; post: string; head: string | null }[];
  };
  'roster.absent': { why: 'deactivated' | 'guest' | 'external' | 'bot' | 'unknown' };
  'roster.button': { button: 'add' | 'change' | 'transfer' | 'confirm' | 'next' | 'previous' };
  'roster.form_title': { kind: Kind };
  'roster.form_submit': Nothing;
  'roster.form_intro': { kind: Kind; section: string };
  'roster.field': { field: Field };
  'roster.hint': { field: Field };
  'roster.group': { department: string };
  'roster.no_department': Nothing;
  'roster.fault': { code: 'missing' | 'before-from' | 'not-after' | 'overlaps' | 'not-a-member' | 'no-section' };
  'roster.done': { kind: Kind | 'confirm'; section: string; until: string };
}

const fields = ['section', 'post', 'head', 'deputies', 'staff', 'channel', 'from', 'to'] as const;
const kinds = ['add', 'change', 'transfer'] as const;
const section = 'デジタルみやぎ推進課';
const post = 'デジタルみやぎ推進課長';
const user = 'U012AB3CD';
const day = '4月1日（水）';

export const rosterSamples: SamplesOf<RosterMessages> = {
  'roster.head': [
    { words: null, total: 9, from: 1, to: 8 },
    { words: '推進', total: 1, from: 1, to: 1 },
  ],
  'roster.none': [{ words: null }, { words: '推進' }],
  'roster.row': [
    {
      section,
      post,
      head: user,
      deputies: [user],
      staff: [user],
      more: 3,
      channel: 'C012AB3CD',
      from: day,
      to: day,
      confirmed: day,
      unconfirmed: true,
      absent: [{ user, why: 'ゲストの' }],
      next: [{ from: day, post, head: null }],
    },
    {
      section,
      post: null,
      head: null,
      deputies: [],
      staff: [],
      more: 0,
      channel: null,
      from: null,
      to: null,
      confirmed: null,
      unconfirmed: false,
      absent: [],
      next: [],
    },
  ],
  'roster.absent': each(['deactivated', 'guest', 'external', 'bot', 'unknown'], (why) => ({ why })),
  'roster.button': each(['add', 'change', 'transfer', 'confirm', 'next', 'previous'], (button) => ({ button })),
  'roster.form_title': each(kinds, (kind) => ({ kind })),
  'roster.form_submit': nothing,
  'roster.form_intro': each(kinds, (kind) => ({ kind, section })),
  'roster.field': each(fields, (field) => ({ field })),
  'roster.hint': each(fields, (field) => ({ field })),
  'roster.group': [{ department: '企画部' }],
  'roster.no_department': nothing,
  'roster.fault': each(['missing', 'before-from', 'not-after', 'overlaps', 'not-a-member', 'no-section'], (code) => ({
    code,
  })),
  'roster.done': each([...kinds, 'confirm'], (kind) => ({ kind, section, until: day })),
};
