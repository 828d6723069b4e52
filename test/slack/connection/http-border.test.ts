import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askWithoutDictionary, realCatalog } from '../../support/catalog.ts';
import type { Person } from '../../support/person.ts';
import { commandBody, forgeries, form, post, unreadable } from '../../support/raw-requests.ts';
import { signedHeaders, signingSecret } from '../../support/signed.ts';
import { openWorkspace, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let staff: Person;
let general: string;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog) });
  staff = await workspace.person('staff');
  general = await workspace.channel('general');
});
afterAll(() => workspace.close());

function signed(body: string, type = form) {
  return post(workspace.eventsUrl, body, signedHeaders(body, type));
}
/** A click on a private message, as nobody's client makes it. */
function click(trigger: string, more: Record<string, unknown>) {
  return staff.interact({
    type: 'block_actions',
    trigger_id: trigger,
    container: { type: 'message', is_ephemeral: true, channel_id: general, message_ts: '1.1' },
    channel: { id: general, name: 'general' },
    response_url: workspace.recorder.responseUrl,
    ...more,
  });
}

describe('a request that does not come from Slack is turned away:', () => {
  test.each(forgeries)('one $name', async ({ body, headers }) => {
    expect(await post(workspace.eventsUrl, body, headers)).toEqual({ status: 401, body: '' });
  });

  test('one that anybody can send by browsing', async () => {
    expect((await fetch(workspace.eventsUrl)).status).toBe(404);
  });

  test('one to another address', async () => {
    const elsewhere = workspace.eventsUrl.replace('/slack/events', '/slack/other');
    expect((await post(elsewhere, commandBody('x'), signedHeaders(commandBody('x'), form))).status).toBe(404);
  });
});

describe('a request that cannot be read is turned away:', () => {
  test.each(unreadable)('one $name', async ({ body, headers, status }) => {
    expect(await post(workspace.eventsUrl, body, headers)).toEqual({ status, body: '' });
  });

  test('and the next one is answered as ever', async () => {
    await Promise.all(unreadable.map(({ body, headers }) => post(workspace.eventsUrl, body, headers)));
    expect((await signed(commandBody('after'))).body).toContain('電子申請の推進');
  });
});

describe("Slack's own checks", () => {
  test('of the address are answered with its challenge', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' });
    expect(JSON.parse((await signed(body, 'application/json')).body)).toEqual({ challenge: 'abc' });
  });

  test('of the certificate are answered without a signature', async () => {
    const reply = await post(workspace.eventsUrl, 'ssl_check=1&token=x', { 'content-type': form });
    expect(reply).toEqual({ status: 200, body: '' });
  });

  test('of the certificate carry no command past the signature', async () => {
    const reply = await post(workspace.eventsUrl, `ssl_check=1&${commandBody('smuggled')}`, { 'content-type': form });
    expect(reply).toEqual({ status: 200, body: '' });
  });
});

describe('what this version does not know', () => {
  test('is refused within the three seconds that Slack waits, and does not hang', async () => {
    const view = { id: 'V1', callback_id: 'nothing', private_metadata: '', state: { values: {} }, blocks: [] };
    const replies = await Promise.all([
      signed(commandBody('unknown-1', { command: '/other' })),
      click('unknown-2', { actions: [{ type: 'button', action_id: 'nothing', block_id: 'b', value: 'x' }] }),
      staff.interact({ type: 'view_submission', trigger_id: 'unknown-3', view }),
      staff.interact({ type: 'message_action', callback_id: 'nothing', trigger_id: 'unknown-4', message: {} }),
      staff.interact({ type: 'telepathy', trigger_id: 'unknown-5' }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  test('is taken without a word where it is an event', async () => {
    expect(await staff.event({ type: 'reaction_added', user: 'U1', event_ts: '1' })).toEqual({ status: 200, body: '' });
  });
});

describe('the log', () => {
  const secrets = ['xoxb-test-bot', signingSecret, 'secret-path', '/response/'];

  test('holds no token, secret or response_url, whatever arrives and whatever fails', async () => {
    for (const { body, headers } of [...forgeries, ...unreadable]) await post(workspace.eventsUrl, body, headers);
    const faults = [400, 404, 429, 500].map((status) => ({ method: 'response', status, body: {} }));
    for (const [index, fault] of faults.entries()) {
      workspace.recorder.failNext(fault);
      await click(`fault-${index}`, {
        actions: [{ type: 'button', action_id: 'ask', block_id: 'b', value: '{"q":"4-2-1"}' }],
      });
      await workspace.recorder.next('response');
      await workspace.recorder.next('response');
    }
    workspace.recorder.failNext({ method: 'views.open', status: 500, body: {} });
    const item = JSON.stringify({ item: 'it2013/4-2-1①②' });
    await click('fault-open', { actions: [{ type: 'button', action_id: 'show-item', block_id: 'b', value: item }] });
    await workspace.recorder.next('response');
    const log = JSON.stringify(workspace.log);
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });

  test('tells of a request that was turned away', async () => {
    const before = workspace.log.length;
    await post(workspace.eventsUrl, commandBody('told'), { 'content-type': form });
    expect(workspace.log.slice(before)).toEqual([expect.objectContaining({ level: 40, from: 'slack' })]);
  });
});
