import { RespondError } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withFallback } from '../../src/slack/newer-blocks.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import type { Person } from '../support/person.ts';
import type { Call } from '../support/recorder.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const refused = (error: string) => new WebAPIPlatformError({ ok: false, error });

/** How a message was sent, when sending it with newer blocks fails. */
async function attempts(newerBlocks: boolean, fault: Error): Promise<{ sent: boolean[]; thrown: unknown }> {
  const sent: boolean[] = [];
  const thrown = await withFallback(newerBlocks, async (newer) => {
    sent.push(newer);
    if (sent.length === 1) throw fault;
  }).catch((error: unknown) => error);
  return { sent, thrown };
}

describe('sending with newer blocks', () => {
  test('is done once where Slack takes them', async () => {
    const sent: boolean[] = [];
    await withFallback(true, async (newer) => sent.push(newer));
    expect(sent).toEqual([true]);
  });

  test.each([
    refused('invalid_blocks'),
    refused('invalid_blocks_format'),
    refused('invalid_view'),
    refused('invalid_arguments'),
    new RespondError('no', 400),
    new RespondError('no', 500),
  ])('is tried once more without them after %s', async (fault) => {
    expect(await attempts(true, fault)).toEqual({ sent: [true, false], thrown: undefined });
  });

  test.each([
    refused('channel_not_found'),
    refused('expired_trigger_id'),
    refused('msg_too_long'),
    new RespondError('gone', 404),
    new RespondError('too many', 429),
    new TypeError('fetch failed'),
  ])('is not tried again after %s, which plain blocks would not cure', async (fault) => {
    expect(await attempts(true, fault)).toEqual({ sent: [true], thrown: fault });
  });

  test('is given up when plain blocks are refused too', async () => {
    const fault = refused('invalid_blocks');
    await expect(
      withFallback(true, async () => {
        throw fault;
      }),
    ).rejects.toBe(fault);
  });

  test('is never done where they are turned off', async () => {
    const fault = refused('invalid_blocks');
    expect(await attempts(false, fault)).toEqual({ sent: [false], thrown: fault });
  });
});

describe('a workspace that does not know newer blocks', () => {
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

  const invalid = { status: 200, body: { ok: false, error: 'invalid_blocks' } };
  function hasNewer({ body }: Call): boolean {
    return JSON.stringify(body).includes('"data_');
  }
  /** The first two calls of a method that something leads to, the first of them refused. */
  async function both(
    method: string,
    fault: { status: number; body: unknown },
    act: () => Promise<unknown>,
  ): Promise<Call[]> {
    workspace.recorder.failNext({ method, ...fault });
    const acted = act();
    const calls = [await workspace.recorder.next(method), await workspace.recorder.next(method)];
    await acted;
    return calls;
  }
  const mention = { type: 'app_mention', text: '指標', ts: '1.1', event_ts: '1' };

  test('gets the answer to a mention a second time, plain', async () => {
    const calls = await both('chat.postMessage', invalid, () =>
      staff.event({ ...mention, user: staff.user, channel: general }),
    );
    expect(calls.map(hasNewer)).toEqual([true, false]);
  });

  test('gets the App Home a second time, plain', async () => {
    const opened = { type: 'app_home_opened', user: staff.user, channel: 'D1', tab: 'home', event_ts: '1' };
    const calls = await both('views.publish', invalid, () => staff.event(opened));
    expect(calls.map(hasNewer)).toEqual([true, false]);
  });

  /** A click on a private message. */
  function click(actionId: string, value: string, trigger: string): Promise<unknown> {
    return staff.interact({
      type: 'block_actions',
      trigger_id: trigger,
      container: { type: 'message', is_ephemeral: true, channel_id: general, message_ts: '1.1' },
      channel: { id: general, name: 'general' },
      response_url: workspace.recorder.responseUrl,
      actions: [{ type: 'button', action_id: actionId, block_id: 'b', value }],
    });
  }

  test.each([400, 500])('gets what a button asks for a second time, plain, after a %d', async (status) => {
    const calls = await both('response', { status, body: {} }, () => click('ask', '{"q":"指標"}', `ask-${status}`));
    expect(calls.map(hasNewer)).toEqual([true, false]);
  });

  test('gets a shared answer a second time, plain', async () => {
    const calls = await both('response', { status: 400, body: {} }, () => click('share', '{"q":"指標"}', 'share'));
    expect(calls.map(hasNewer)).toEqual([true, false]);
  });
});
