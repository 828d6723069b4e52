import { signedHeaders } from '../support/signed.ts';

/** A request as it goes over the wire. */
export interface Request {
  /** Whose gesture it claims to be. */
  user: string;
  body: string;
  type: string;
}

/** What came back. */
export interface Answer {
  request: Request;
  /** 0 where none came. */
  status: number;
  body: string;
}

export const form = 'application/x-www-form-urlencoded';

let gestures = 0;
/** No other gesture has it: Slack names each by an id, and the bot drops those it has seen. */
export function newTrigger(): string {
  gestures += 1;
  return `gesture-${gestures}`;
}

const team = { id: 'T000000001', domain: 'miyagi' };

/** A click or a form, as Slack posts it; whatever is given stands over what is usual. */
export function interaction(user: string, payload: unknown): Request {
  const whole =
    typeof payload === 'object' && payload !== null && !Array.isArray(payload)
      ? { team, user: { id: user, team_id: team.id }, trigger_id: newTrigger(), ...payload }
      : payload;
  return { user, type: form, body: new URLSearchParams({ payload: JSON.stringify(whole) }).toString() };
}

export function command(user: string, text: string, responseUrl: string): Request {
  const fields = {
    command: '/plan',
    text,
    team_id: team.id,
    user_id: user,
    channel_id: 'C0GENERAL',
    response_url: responseUrl,
    trigger_id: newTrigger(),
  };
  return { user, type: form, body: new URLSearchParams(fields).toString() };
}

export function event(user: string, inner: unknown): Request {
  const whole = {
    type: 'event_callback',
    team_id: team.id,
    api_app_id: 'A000000001',
    event_id: newTrigger(),
    event: inner,
  };
  return { user, type: 'application/json', body: JSON.stringify(whole) };
}

/** Milliseconds after which a request counts as never answered. */
const patience = 10_000;

/** Signs a request as Slack does and posts it. */
export async function send(eventsUrl: string, request: Request): Promise<Answer> {
  const { type, body } = request;
  const post = { method: 'POST', headers: signedHeaders(body, type), body, signal: AbortSignal.timeout(patience) };
  try {
    const response = await fetch(eventsUrl, post);
    return { request, status: response.status, body: await response.text() };
  } catch {
    return { request, status: 0, body: '' };
  }
}
