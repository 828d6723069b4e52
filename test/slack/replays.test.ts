import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moment } from '../../src/report/day.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { commandBody, form, post } from '../support/raw-requests.ts';
import { deed, round } from '../support/rounds.ts';
import { signedHeaders } from '../support/signed.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let coordinator: string;

beforeAll(async () => {
  const catalog = realCatalog();
  const now = () => moment('2026-05-20T01:00:00Z');
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog), now });
  coordinator = (await workspace.person('coordinator')).user;
  await workspace.store.saveRound(round(), deed('create-round'));
});
afterAll(() => workspace.close());

/** Posts the very same bytes and headers several times, as somebody would who has seen them once. */
async function replay(body: string, times: number): Promise<{ status: number; body: string }[]> {
  const headers = signedHeaders(body, form);
  const replies = [];
  for (let time = 0; time < times; time += 1) replies.push(await post(workspace.eventsUrl, body, headers));
  await workspace.idle();
  return replies;
}

function pausing(trigger: string, team: string): string {
  const payload = {
    type: 'block_actions',
    team: { id: team },
    user: { id: coordinator, team_id: team },
    trigger_id: trigger,
    container: { type: 'message', is_ephemeral: true },
    response_url: workspace.recorder.responseUrl,
    actions: [
      {
        ...{ type: 'button', action_id: 'round-do:0', block_id: 'b' },
        value: JSON.stringify({ round: round().id, version: 1, deed: 'pause' }),
      },
    ],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
async function paused(): Promise<unknown[]> {
  const everything = { round: round().id, section: null, rosterEntry: null, after: 0, limit: 100 };
  return (await workspace.store.ledger(everything)).filter(({ action }) => action === 'pause-round');
}

describe('a request from another workspace', () => {
  test('is refused though it names a coordinator: the command', async () => {
    const body = commandBody('foreign-1', { team_id: 'T999999999', user_id: coordinator, text: '照会' });
    const [{ body: answer } = { body: '' }] = await replay(body, 1);
    expect(JSON.parse(answer).text).toMatch(/^この操作は、県の職員として登録されたメンバーだけができます。/u);
  });

  test('is refused though it names a coordinator: the click, and nothing changes', async () => {
    await replay(pausing('foreign-2', 'T999999999'), 1);
    expect((await workspace.recorder.next('response')).body.text).toMatch(/登録されたメンバーだけ/u);
    expect(await paused()).toEqual([]);
  });
});

describe('a request that is sent again as it was', () => {
  test('is answered once: the command', async () => {
    const [first, ...others] = await replay(commandBody('replayed-1'), 3);
    expect(first?.body).toContain('電子申請の推進');
    expect(others).toEqual([
      { status: 200, body: '' },
      { status: 200, body: '' },
    ]);
  });

  test('is done and answered once: the click', async () => {
    const before = workspace.recorder.calls.length;
    await replay(pausing('replayed-2', 'T000000001'), 3);
    expect(await paused()).toHaveLength(1);
    const answers = workspace.recorder.calls.slice(before).filter(({ method }) => method === 'response');
    expect(answers).toHaveLength(1);
  });

  test('changes nothing where the process that knew of it is gone, because it names a version that is past', async () => {
    await replay(pausing('replayed-3', 'T000000001'), 1);
    expect(await paused()).toHaveLength(1);
  });
});
