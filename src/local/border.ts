import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SlackApi } from './slack-api.ts';

const objectSchema = z.record(z.string(), z.unknown());

/** One call of the Web API by the bot, with our ids. */
export interface ApiCall {
  method: string;
  body: Record<string, unknown>;
  reply: Record<string, unknown>;
}

interface Listeners {
  /** After the Web API has answered; what the page must know is seen here and nowhere inside the bot. */
  onCall(call: ApiCall): void;
  /** What was posted to a response_url; false when it is unknown or not understood. */
  onResponse(token: string, body: Record<string, unknown>): boolean;
}

/** Where the bot's requests leave it: the Web API and the response_urls, watched on their way. */
export interface Border {
  /** The Web API as the bot is told of it. */
  apiUrl: string;
  responseUrl(token: string): string;
  close(): Promise<void>;
}

/** Web API calls come as forms whose structured fields are JSON, or as JSON. */
function readBody(text: string, type: string): Record<string, unknown> {
  if (type.includes('json')) return objectSchema.catch({}).parse(JSON.parse(text === '' ? '{}' : text));
  const fields = [...new URLSearchParams(text)];
  return Object.fromEntries(fields.map(([key, value]) => [key, /^[[{]/u.test(value) ? JSON.parse(value) : value]));
}

/** What a passed request says of its body and of who sends it. */
function headersOf(context: Context): Record<string, string> {
  const names = ['content-type', 'authorization'];
  return Object.fromEntries(names.flatMap((name) => [[name, context.req.header(name) ?? '']]));
}

export async function startBorder(slack: SlackApi, { onCall, onResponse }: Listeners): Promise<Border> {
  const app = new Hono();
  let base = '';
  app.post('/api/:method', async (context) => {
    const { method } = context.req.param();
    const type = context.req.header('content-type') ?? '';
    const text = await context.req.text();
    const passed = await fetch(`${slack.url}/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: context.req.header('authorization') ?? '' },
      body: slack.translation.toSlack(text),
    });
    // Addresses of files lead here too: the bot sends its token to no other place.
    const told = slack.translation.fromSlack(await passed.text()).replaceAll(slack.url, base);
    const reply = objectSchema.parse(JSON.parse(told));
    if (reply.ok === true) onCall({ method, body: readBody(text, type), reply });
    return context.json(reply);
  });
  app.post('/upload/*', async (context) => {
    const body = await context.req.arrayBuffer();
    return fetch(`${slack.url}${context.req.path}`, { method: 'POST', headers: headersOf(context), body });
  });
  // Without ?download=1: the simulated Slack would put the file's name into a header, where Japanese cannot stand.
  app.get('/files-pri/*', (context) => fetch(`${slack.url}${context.req.path}`, { headers: headersOf(context) }));
  app.post('/response/:token', async (context) => {
    const body = objectSchema.safeParse(await context.req.json().catch(() => null));
    const understood = body.success && onResponse(context.req.param('token'), body.data);
    return understood ? context.json({ ok: true }) : context.json({ ok: false, error: 'invalid_payload' }, 400);
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      base = `http://127.0.0.1:${port}`;
      resolve({
        apiUrl: `${base}/api/`,
        responseUrl: (token) => `${base}/response/${token}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
