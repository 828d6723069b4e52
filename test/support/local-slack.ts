import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { Ask } from '../../src/ask/ask.ts';
import { openWorkspace } from '../../src/local/workspace.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { addDays, addSeconds, day, moment } from '../../src/report/day.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { createSlackApp, interactionClient } from '../../src/slack/app.ts';
import { createLook } from '../../src/slack/people.ts';
import { createAnswering } from '../../src/slack/question/answering.ts';
import { createReading } from '../../src/slack/question/reading.ts';
import { createScreens } from '../../src/slack/question/screens.ts';
import { loadWording } from '../../src/wording/wording.ts';
import { createDelivering } from './delivering.ts';
import { openDesk } from './desk.ts';
import { manifestText } from './manifest.ts';

/** The local workspace with the real bot in it, as a browser reaches it. */
export interface LocalSlack {
  address: string;
  /** A page as it stands. */
  page(path: string): Promise<string>;
  /** Posts a form as the page's own script does; the page after it. */
  post(path: string, fields?: Record<string, string>): Promise<string>;
  /** Presses the button with a label, on a page as it was drawn. */
  press(html: string, label: string): Promise<string>;
  /** Sends a file as the composer does. */
  sendFile(path: string, name: string, bytes: Uint8Array): Promise<string>;
  /** The database behind the bot. */
  store: ReportStore;
  /** The Web API as the bot reaches it. */
  api: { url: string; botToken: string };
  /** The page once it shows a text: some answers come after the gesture that asked for them. */
  pageWith(path: string, text: string): Promise<string>;
  close(): Promise<void>;
}

interface LocalOptions {
  catalog: Catalog;
  ask: Ask;
  /** A folder of an earlier run; a new one where none is given. */
  folder?: string;
}

/** Where the last button of a page with a label posts to, and what. @throws Error when the page has none. */
function gestureOf(html: string, label: string): [string, Record<string, string>] {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
  document.write(html);
  const all = [...document.querySelectorAll('button[hx-post]')];
  const found = all.findLast((one) => (one.getAttribute('aria-label') ?? one.textContent).includes(label));
  if (!found) throw new Error(`no «${label}»`);
  return [found.getAttribute('hx-post') ?? '', JSON.parse(found.getAttribute('hx-vals') ?? '{}')];
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'keikaku-navi-local-'));
}

export async function openLocalSlack({ catalog, ask, folder = newFolder() }: LocalOptions): Promise<LocalSlack> {
  const wording = loadWording(join(process.cwd(), 'prompts', 'messages'));
  let ahead = 0;
  const opened = await openWorkspace({
    folder,
    reset: false,
    manifest: manifestText,
    root: process.cwd(),
    wording,
    command: '/plan',
    clock: {
      now: () => addSeconds(moment('2026-11-20T01:00:00Z'), ahead),
      shift: (seconds) => {
        ahead = seconds;
      },
      realSeconds: () => Math.floor(Date.now() / 1000),
    },
    afterOpenDays: (date, count) => addDays(day(date), count),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault));
  const { workspace } = opened;
  const viewContext = () => ({ wording, catalog, command: '/plan', thisYear: fiscalYear(2026) });
  const log = pino({ level: 'silent' });
  const {
    desk,
    noticeDesk,
    digest,
    store,
    parts,
    close: closeDesk,
  } = await openDesk({
    catalog,
    changed: () => {
      app.changed();
      tick.kick();
    },
    coordinators: [workspace.people.coordinator],
    look: createLook({
      botToken: workspace.botToken,
      clientOptions: interactionClient(workspace.slackApiUrl, log),
      now: () => performance.now(),
    }),
  });
  const { botToken, slackApiUrl } = workspace;
  const tick = createDelivering({ parts, botToken, slackApiUrl, newerBlocks: true, viewContext, log });
  const screens = createScreens({ desk, noticeDesk, digest, viewContext });
  const app = await createSlackApp({
    botToken,
    transport: { mode: 'http', signingSecret: workspace.signingSecret, host: '127.0.0.1', port: 0 },
    slackApiUrl,
    command: '/plan',
    newerBlocks: true,
    dispatcher: null,
    desk,
    noticeDesk,
    digest,
    answering: createAnswering({
      ask,
      screens,
      reading: createReading(desk, noticeDesk, log),
      viewContext,
      observe: () => undefined,
      patience: 2_000,
    }),
    viewContext,
    isOutage: () => false,
    onRefused: (refusal) => {
      throw refusal;
    },
    log,
  });
  await app.start();
  const pages = await workspace.serve({
    port: 0,
    botUrl: () => `http://127.0.0.1:${app.port()}/slack/events`,
    ready: Promise.resolve(),
    onReset: async () => undefined,
    onClock: () => undefined,
  });
  if (!pages.ok) throw new Error(pages.code);
  const { address } = pages;

  const page = async (path: string): Promise<string> => {
    const response = await fetch(`${address}${path}`, { headers: { 'hx-request': 'true' } });
    expect(response.status).toBe(200);
    return response.text();
  };
  const send = async (path: string, body: FormData | URLSearchParams): Promise<string> => {
    const response = await fetch(`${address}${path}`, { method: 'POST', headers: { origin: address }, body });
    expect(response.status).toBe(200);
    return response.text();
  };
  return {
    address,
    api: { url: workspace.slackApiUrl, botToken: workspace.botToken },
    page,
    store,
    post: (path, fields = {}) => send(path, new URLSearchParams(fields)),
    press: (html, label) => {
      const [path, fields] = gestureOf(html, label);
      return send(path, new URLSearchParams(fields));
    },
    sendFile(path, name, bytes) {
      const form = new FormData();
      form.set('file', new File([Uint8Array.from(bytes)], name));
      return send(path, form);
    },
    async pageWith(path, text) {
      for (;;) {
        const html = await page(path);
        if (html.includes(text)) return html;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async close() {
      await pages.close();
      await app.stop();
      await tick.stop();
      await closeDesk();
      await workspace.close();
    },
  };
}
