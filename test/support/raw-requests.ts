import { signedHeaders } from './signed.ts';

export const form = 'application/x-www-form-urlencoded';

/** What came back for a request made by hand. */
export interface Reply {
  status: number;
  body: string;
}

export async function post(url: string, body: string, headers: Record<string, string>): Promise<Reply> {
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, body: await response.text() };
}

/** `/plan 4-2-1` as Slack writes it. */
export function commandBody(trigger: string, fields: Record<string, string> = {}): string {
  return new URLSearchParams({
    command: '/plan',
    text: '4-2-1',
    trigger_id: trigger,
    user_id: 'U000000001',
    team_id: 'T000000001',
    channel_id: 'C000000001',
    response_url: 'https://hooks.slack.test/commands/T000000001/secret-path',
    ...fields,
  }).toString();
}

function secondsAgo(seconds: number): number {
  return Math.floor(Date.now() / 1000) - seconds;
}

/** Requests that claim to come from Slack and do not: what they are, and how they look. */
export const forgeries: readonly { name: string; body: string; headers: Record<string, string> }[] = [
  {
    name: 'signed with another secret',
    body: commandBody('forged-1'),
    headers: signedHeaders(commandBody('forged-1'), form, { secret: 'f'.repeat(32) }),
  },
  { name: 'without signature', body: commandBody('forged-2'), headers: { 'content-type': form } },
  {
    name: 'without a timestamp',
    body: commandBody('forged-3'),
    headers: { 'content-type': form, 'x-slack-signature': 'v0=00' },
  },
  {
    name: 'with a timestamp that is no number',
    body: commandBody('forged-4'),
    headers: { ...signedHeaders(commandBody('forged-4'), form), 'x-slack-request-timestamp': 'now' },
  },
  {
    name: 'changed after it was signed',
    body: commandBody('forged-5', { text: '指標' }),
    headers: signedHeaders(commandBody('forged-5'), form),
  },
  {
    name: 'more than five minutes old',
    body: commandBody('forged-6'),
    headers: signedHeaders(commandBody('forged-6'), form, { timestamp: secondsAgo(301) }),
  },
  {
    name: 'more than five minutes ahead',
    body: commandBody('forged-7'),
    headers: signedHeaders(commandBody('forged-7'), form, { timestamp: secondsAgo(-900) }),
  },
  {
    name: 'that only looks like the check of an address',
    body: JSON.stringify({ type: 'url_verification', challenge: 'abc' }),
    headers: { 'content-type': 'application/json' },
  },
];

const tooLarge = commandBody('large', { pad: 'x'.repeat(1024 * 1024) });
const nulls = JSON.stringify({ type: 'event_callback', event_id: 'Ev-null', event: { type: 'x', user: null } });
const nobodys = commandBody('nobody', { user_id: '<!channel>' });
const nowhere = JSON.stringify({
  type: 'event_callback',
  event_id: 'Ev-nowhere',
  event: { type: 'app_mention', user: 'U000000001', text: '4-2-1', channel: 'C\ud800', ts: '1.1' },
});
const charset = 'application/x-www-form-urlencoded; charset=utf-8';

/** Requests signed as they should be that cannot be read. */
export const unreadable: readonly { name: string; status: number; body: string; headers: Record<string, string> }[] = [
  { name: 'of more than 1 MiB', status: 413, body: tooLarge, headers: signedHeaders(tooLarge, form) },
  {
    name: 'of plain text',
    status: 400,
    body: commandBody('plain'),
    headers: signedHeaders(commandBody('plain'), 'text/plain'),
  },
  {
    name: 'of a content type Slack does not send',
    status: 400,
    body: commandBody('charset'),
    headers: signedHeaders(commandBody('charset'), charset),
  },
  { name: 'of broken JSON', status: 400, body: '{', headers: signedHeaders('{', 'application/json') },
  { name: 'of nothing', status: 400, body: '', headers: signedHeaders('', 'application/json') },
  { name: 'of null', status: 400, body: 'null', headers: signedHeaders('null', 'application/json') },
  { name: 'of a list', status: 400, body: '[]', headers: signedHeaders('[]', 'application/json') },
  { name: 'with a payload of null', status: 400, body: 'payload=null', headers: signedHeaders('payload=null', form) },
  { name: 'of an event by null', status: 400, body: nulls, headers: signedHeaders(nulls, 'application/json') },
  {
    name: 'of an event in half a character',
    status: 400,
    body: nowhere,
    headers: signedHeaders(nowhere, 'application/json'),
  },
  { name: 'of a command by nobody', status: 400, body: nobodys, headers: signedHeaders(nobodys, form) },
  { name: 'with a broken payload', status: 400, body: 'payload=%7B', headers: signedHeaders('payload=%7B', form) },
];
