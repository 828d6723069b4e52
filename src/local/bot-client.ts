import { createHmac } from 'node:crypto';

/** How the bot took a request: its status and body, or that it took none in time. */
export type Acknowledged = { ok: true; body: string } | { ok: false; error: 'no-answer' | 'refused' };

/** Posts to the bot as Slack does. */
export interface BotClient {
  form(fields: Record<string, string>): Promise<Acknowledged>;
  json(body: unknown): Promise<Acknowledged>;
}

/** Slack gives up after three seconds (https://docs.slack.dev/interactivity/handling-user-interaction). */
const patience = 3_000;

/** The signature of a request body (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
function signedHeaders(secret: string, body: string, seconds: number): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${hash}` };
}

interface BotClientOptions {
  /** Where the bot listens for Slack: another port after it began anew. */
  url: () => string;
  signingSecret: string;
  /** Seconds since 1970 by the real clock, which is what the bot checks signatures by. */
  now(): number;
  /** Until then nothing is posted: whoever asks at once after the start shall wait, not be told that nobody answered. */
  ready: Promise<unknown>;
}

export function createBotClient({ url, signingSecret, now, ready }: BotClientOptions): BotClient {
  async function post(body: string, type: string): Promise<Acknowledged> {
    await ready;
    try {
      const response = await fetch(url(), {
        method: 'POST',
        headers: { 'content-type': type, ...signedHeaders(signingSecret, body, now()) },
        body,
        signal: AbortSignal.timeout(patience),
      });
      const text = await response.text();
      return response.ok ? { ok: true, body: text } : { ok: false, error: 'refused' };
    } catch {
      return { ok: false, error: 'no-answer' };
    }
  }
  return {
    form: (fields) => post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    json: (body) => post(JSON.stringify(body), 'application/json'),
  };
}
