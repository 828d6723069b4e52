import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moment } from '../../src/report/day.ts';
import { userIdSchema } from '../../src/report/person.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import type { Person } from '../support/person.ts';
import { deed, digital, head as post, rosterEntry, round } from '../support/rounds.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
const people = new Map<string, Person>();
const { id } = round();

beforeAll(async () => {
  const catalog = realCatalog();
  const now = () => moment('2026-05-20T01:00:00Z');
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog), now });
  const head = await workspace.person('head');
  await workspace.store.saveRound(round(), deed('create-round'));
  await workspace.store.saveRosterEntry(
    rosterEntry({ head: userIdSchema.parse(head.user), deputies: [post.user] }),
    deed('edit-roster'),
  );
  people.set('head', head);
  people.set('staff', await workspace.person('staff'));
  const guest = await workspace.person('admin');
  people.set('guest', guest);
  workspace.recorder.failNext({
    method: 'users.info',
    status: 200,
    body: { ok: true, user: { id: guest.user, name: 'guest', is_restricted: true } },
  });
  // Slack is asked once who somebody is, and the answer is remembered: this is the guest's.
  await guest.plan('照会');
});
afterAll(() => workspace.close());

function person(name: string): Person {
  const found = people.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

const at = { round: id, version: 1 };
const entry = rosterEntry().id;
const planned = {
  id: 'forged',
  title: '照会',
  plan: 'policy2021',
  year: 2025,
  kpis: null,
  sections: null,
  opens: '2026-05-20',
  due: '2026-06-30',
  closedDays: 'next',
  grace: 0,
  ladder: [-5, 0],
};

const clicks: [string, Record<string, unknown>][] = [
  ['boards', { words: '', from: 0 }],
  ['board:0', { round: id, stage: null, from: 0 }],
  ['round-new', {}],
  ...['open', 'pause', 'resume', 'close', 'reopen'].map((deedName): [string, Record<string, unknown>] => [
    'round-do:0',
    { ...at, deed: deedName },
  ]),
  ['round-extend', { round: id }],
  ['round-exclude', { round: id }],
  ['round-include', { round: id }],
  ['nudge:3', { round: id, section: digital }],
  ['roster-edit', { kind: 'add', section: null }],
  ['roster-edit:1', { kind: 'transfer', entry }],
  ['ledger-page', { round: null, section: null, before: null }],
  ['ledger-page', { round: id, section: null, before: null }],
  ['ledger-page', { round: null, section: '教育企画室', before: null }],
];

const field = (name: string, value: Record<string, unknown>) => ({ [name]: { [name]: value } });
const sent: [string, Record<string, unknown>, Record<string, unknown>][] = [
  [
    'round-form',
    { plan: 'policy2021' },
    {
      ...field('round-title', { value: '照会' }),
      ...field('round-year', { selected_option: { value: '2025' } }),
      ...field('round-opens', { selected_date: '2026-05-20' }),
      ...field('round-new-due', { selected_date: '2026-06-30' }),
      ...field('round-closed-days', { selected_option: { value: 'next' } }),
      ...field('round-grace', { selected_option: { value: '0' } }),
      ...field('round-ladder', { selected_options: [{ value: '-5' }, { value: '0' }] }),
    },
  ],
  ['round-preview', planned, {}],
  [
    'round-extend',
    at,
    { ...field('round-due', { selected_date: '2026-06-30' }), ...field('extend-reason', { value: '理由' }) },
  ],
  [
    'round-exclude',
    at,
    {
      ...field('exclude-section', { selected_option: { value: digital } }),
      ...field('exclude-reason', { value: '理由' }),
    },
  ],
  [
    'round-include',
    at,
    {
      ...field('include-exclusion', { selected_option: { value: '0' } }),
      ...field('include-reason', { value: '理由' }),
    },
  ],
  [
    'roster-entry',
    { kind: 'add', at: null },
    {
      ...field('roster-section', { selected_option: { value: digital } }),
      ...field('roster-post', { value: '課長' }),
      ...field('roster-from', { selected_date: '2026-04-01' }),
    },
  ],
  ['roster-entry', { kind: 'transfer', at: { id: entry, version: 1 } }, {}],
];

/** Everything that could have been changed. */
async function stored(): Promise<unknown> {
  const everything = { round: null, section: null, rosterEntry: null, after: 0, limit: 1_000 };
  return [await workspace.store.rounds(), await workspace.store.roster(), await workspace.store.ledger(everything)];
}

const refused = {
  // Heads may read a ledger, but of their own section.
  head: /取りまとめ担当だけができます。|^ほかの課・室のことなので/u,
  staff: /取りまとめ担当だけができます。/u,
  guest: /^この操作は、県の職員として登録されたメンバーだけができます。/u,
} as const;
let forged = 0;

describe.each(['staff', 'head', 'guest'] as const)('what a %s forges is refused, and nothing changes:', (name) => {
  test.each(clicks)('the click %s %j', async (action_id, value) => {
    const before = await stored();
    forged += 1;
    await person(name).interact({
      type: 'block_actions',
      trigger_id: `forged-${forged}`,
      container: { type: 'message', is_ephemeral: true },
      response_url: workspace.recorder.responseUrl,
      actions: [{ type: 'button', action_id, block_id: 'b', value: JSON.stringify(value) }],
    });
    const { body } = await workspace.recorder.next('response');
    expect(body.text).toMatch(refused[name]);
    expect(await stored()).toEqual(before);
  });

  test.each(sent)('the form %s', async (callback_id, metadata, values) => {
    const before = await stored();
    forged += 1;
    const { body } = await person(name).interact({
      type: 'view_submission',
      trigger_id: `forged-${forged}`,
      view: {
        type: 'modal',
        id: 'V1',
        callback_id,
        blocks: [],
        private_metadata: JSON.stringify(metadata),
        state: { values },
      },
    });
    expect(body).toContain('"response_action":"update"');
    expect(body).toMatch(/取りまとめ担当|県の職員として登録された/u);
    expect(await stored()).toEqual(before);
  });

  test('the save button of a preview', async () => {
    const before = await stored();
    forged += 1;
    // Nobody has this modal open, so Slack's part is played here.
    workspace.recorder.failNext({ method: 'views.update', status: 200, body: { ok: true, view: { id: 'V1' } } });
    await person(name).interact({
      type: 'block_actions',
      trigger_id: `forged-${forged}`,
      container: { type: 'view', view_id: 'V1' },
      view: { type: 'modal', id: 'V1', hash: 'h', blocks: [], private_metadata: JSON.stringify(planned) },
      actions: [{ type: 'button', action_id: 'round-save', block_id: 'b', value: '{}' }],
    });
    const { body } = await workspace.recorder.next('views.update');
    expect(JSON.stringify(body.view)).toMatch(/取りまとめ担当だけ|県の職員として登録された/u);
    expect(await stored()).toEqual(before);
  });

  test.each(['照会', '照会 令和6年度'])('the command «%s»', async (typed) => {
    expect((await person(name).plan(typed)).text).toMatch(refused[name]);
  });
});

describe('what belongs to one’s own section is open:', () => {
  test('a head reads the roster and the ledger of the section, and no other', async () => {
    const head = person('head');
    expect((await head.plan('名簿')).text).toBe('名簿は1課・室です。（1～1）');
    expect((await head.plan('記録')).text).toMatch(/^「デジタルみやぎ推進課」の記録です。/u);
    expect((await head.plan('記録 教育企画室')).text).toMatch(/^ほかの課・室のことなので/u);
  });

  test('a member of no section reads neither', async () => {
    for (const screen of ['名簿', '記録']) {
      expect((await person('staff').plan(screen)).text).toMatch(/だけができます。/u);
    }
  });
});
