import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../../src/report/day.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { type Reporter, reporter } from '../support/reporter.ts';
import { enterRoster, openRound } from '../support/reporting.ts';
import { deed, digital, roundId } from '../support/rounds.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let head: Reporter;
let stranger: Reporter;
let guest: Reporter;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog) });
  [head, stranger, guest] = await Promise.all([
    reporter(workspace, 'head'),
    reporter(workspace, 'admin'),
    reporter(workspace, 'staff'),
  ]);
  await enterRoster(workspace, { head, staff: [], stranger });
  await openRound(workspace, 'r7');
  const { store, parts } = workspace;
  const person = { user: head.user, name: '課長', post: '' };
  const at = { round: roundId('r7'), section: digital };
  await store.saveHandover({ ...at, from: head.user, to: head.user, version: 0 }, deed('hand-over'));
  await store.saveExclusionRequest(
    { ...at, by: person, at: parts.report.now(), reason: '事業終了', declined: null, version: 0 },
    deed('request-exclusion'),
  );
  workspace.recorder.failNext({
    method: 'users.info',
    status: 200,
    body: { ok: true, user: { id: guest.user, name: 'guest', is_restricted: true } },
  });
  // Slack is asked once who somebody is, and the answer is remembered: this is the guest's.
  await guest.person.plan('期限');
});
afterAll(() => workspace.close());

/** Everything that could have been changed. */
async function stored(): Promise<unknown> {
  const { store, notices, parts } = workspace;
  const everything = { round: null, section: null, rosterEntry: null, after: 0, limit: 1_000 };
  return [
    await store.rounds(),
    await store.handovers(),
    await store.exclusionRequests(),
    await notices.absences(dayOf(parts.report.now())),
    await notices.snoozes(parts.report.now()),
    await store.ledger(everything),
  ];
}

const at = { round: 'r7', section: digital };
const who = () => ({ stranger, guest });
const refused = {
  stranger: /ほかの課・室のことなので|取りまとめ担当だけができます|ほかの人、またはほかの課・室あて/u,
  guest: /県の職員として登録されたメンバーだけができます/u,
} as const;
let forged = 0;

const clicks: [string, () => Record<string, unknown>][] = [
  ['notice-snooze:0', () => ({ to: head.user, wait: 'tomorrow' })],
  ['notice-snooze:1', () => ({ to: 'C0DIGITAL', wait: 'two-hours' })],
  ['notice-why', () => ({ to: head.user, on: '2026-11-20' })],
  ['notice-take-back', () => at],
  ['notice-grant', () => ({ ...at, version: 1 })],
  ['notice-decline', () => ({ ...at, version: 1 })],
  ['notice-board', () => ({ round: 'r7' })],
  ['notice-nudge', () => at],
];

const field = (name: string, value: Record<string, unknown>) => ({ [name]: { [name]: value } });
const option = { selected_option: { value: `r7:${digital}` } };
const forms: [string, Record<string, unknown>, () => Record<string, unknown>][] = [
  [
    'notice-hand-over',
    {},
    () => ({
      ...field('handover-ask', option),
      ...field('handover-to', { selected_user: stranger.user }),
      ...field('handover-reason', { value: '理由' }),
    }),
  ],
  [
    'notice-exclusion',
    {},
    () => ({ ...field('exclusion-ask', option), ...field('exclusion-reason', { value: '理由' }) }),
  ],
  ['notice-decline', { ...at, version: 1 }, () => field('exclusion-reason', { value: '理由' })],
];

describe.each(['stranger', 'guest'] as const)('what a %s forges is refused, and nothing changes:', (name) => {
  test.each(clicks)('the click %s', async (action_id, value) => {
    const before = await stored();
    forged += 1;
    await who()[name].person.interact({
      type: 'block_actions',
      trigger_id: `forged-notice-${forged}`,
      container: { type: 'message', is_ephemeral: false },
      response_url: workspace.recorder.responseUrl,
      actions: [{ type: 'button', action_id, block_id: 'b', value: JSON.stringify(value()) }],
    });
    const { body } = await workspace.recorder.next('response');
    expect(body.text).toMatch(refused[name]);
    expect(await stored()).toEqual(before);
  });

  test.each(forms)('the form %s', async (callback_id, metadata, values) => {
    const before = await stored();
    forged += 1;
    const { body } = await who()[name].person.interact({
      type: 'view_submission',
      trigger_id: `forged-notice-${forged}`,
      view: {
        type: 'modal',
        id: 'V1',
        callback_id,
        blocks: [],
        private_metadata: JSON.stringify(metadata),
        state: { values: values() },
      },
    });
    expect(body).toMatch(refused[name]);
    expect(await stored()).toEqual(before);
  });
});

describe('a guest', () => {
  test.each(['notice-absence', 'notice-present', 'notice-all'])('is refused «%s», too', async (action_id) => {
    forged += 1;
    await guest.person.interact({
      type: 'block_actions',
      trigger_id: `forged-notice-${forged}`,
      container: { type: 'message', is_ephemeral: false },
      response_url: workspace.recorder.responseUrl,
      actions: [{ type: 'button', action_id, block_id: 'b', value: '{}' }],
    });
    const { body } = await workspace.recorder.next('response');
    expect(body.text).toMatch(refused.guest);
  });

  test('reads no deadlines', async () => {
    expect((await guest.person.plan('期限')).text).toMatch(refused.guest);
  });
});

test('a value that no version wrote opens nothing', async () => {
  forged += 1;
  await head.person.interact({
    type: 'block_actions',
    trigger_id: `forged-notice-${forged}`,
    container: { type: 'message', is_ephemeral: false },
    response_url: workspace.recorder.responseUrl,
    actions: [
      { type: 'button', action_id: 'notice-snooze:0', block_id: 'b', value: '{"to":"nobody","wait":"for ever"}' },
    ],
  });
  expect((await workspace.recorder.next('response')).body.text).toContain('開けませんでした');
});
