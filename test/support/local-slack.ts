import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Ask } from '../../src/ask/ask.ts';
import { openWorkspace } from '../../src/local/workspace.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { createAnswering } from '../../src/slack/answering.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import { loadWording } from '../../src/wording/wording.ts';
import { manifestText } from './workspace.ts';

/** The local workspace with the real bot in it, as a browser reaches it. */
export interface LocalSlack {
  address: string;
  /** A page as it stands. */
  page(path: string): Promise<string>;
  /** Posts a form as the page's own script does; the page after it. */
  post(path: string, fields?: Record<string, string>): Promise<string>;
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
      now: () => Temporal.Instant.from('2026-11-20T01:00:00Z').add({ hours: 24 * ahead }),
      shift: (days) => {
        ahead = days;
      },
      realSeconds: () => Math.floor(Date.now() / 1000),
    },
    afterOpenDays: (date, count) => date.add({ days: count }),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault));
  const { workspace } = opened;
  const viewContext = () => ({ wording, catalog, command: '/plan', thisYear: fiscalYear(2026) });
  const app = createSlackApp({
    botToken: workspace.botToken,
    transport: { mode: 'http', signingSecret: workspace.signingSecret, host: '127.0.0.1', port: 0 },
    slackApiUrl: workspace.slackApiUrl,
    command: '/plan',
    newerBlocks: true,
    dispatcher: null,
    answering: createAnswering({ ask, viewContext, observe: () => undefined, patience: 2_000 }),
    viewContext,
    log: pino({ level: 'silent' }),
  });
  await app.start();
  const botUrl = `http://127.0.0.1:${app.port()}/slack/events`;
  const pages = await workspace.serve({ port: 0, botUrl, ready: Promise.resolve() });
  if (!pages.ok) throw new Error(pages.code);
  const { address } = pages;

  const page = async (path: string): Promise<string> => {
    const response = await fetch(`${address}${path}`, { headers: { 'hx-request': 'true' } });
    expect(response.status).toBe(200);
    return response.text();
  };
  return {
    address,
    page,
    async post(path, fields = {}) {
      const body = new URLSearchParams(fields);
      const response = await fetch(`${address}${path}`, { method: 'POST', headers: { origin: address }, body });
      expect(response.status).toBe(200);
      return response.text();
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
      await workspace.close();
    },
  };
}
