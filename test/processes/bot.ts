/** A process of its own that is the whole bot, but for the dictionary: with the real clock's hands turning faster. */
import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { startBot } from '../../src/bot.ts';
import { parseConfig } from '../../src/config.ts';
import { endInOrder } from '../../src/end-in-order.ts';
import { createCalendar } from '../../src/notice/calendar.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { momentOf } from '../../src/report/day.ts';
import { loadWording } from '../../src/wording/wording.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { signingSecret } from '../support/signed.ts';
import { beat, jobSchema, type points } from './job.ts';

const { url, apiUrl, from, realStart, speed, coordinators, botToken, halt } = jobSchema.parse(
  JSON.parse(process.argv[2] ?? ''),
);

const say = (said: unknown): void => void writeSync(1, `${JSON.stringify(said)}\n`);

let times = 0;
/** As a machine that is paused: nothing is noticed, and it goes on exactly where it was. */
function pass(point: (typeof points)[number]): void {
  if (point !== halt?.point) return;
  times += 1;
  if (times !== halt.time) return;
  say({ halted: point });
  process.kill(process.pid, 'SIGSTOP');
}
const requestSchema = z.object({ request: z.object({ path: z.string() }) });
let posting = false;
subscribe('undici:request:create', (message) => {
  if (!requestSchema.safeParse(message).data?.request.path.endsWith('/chat.postMessage')) return;
  posting = true;
  pass('request-made');
});
subscribe('undici:client:connected', () => {
  if (posting) pass('connected');
});

const read = parseConfig({
  DATABASE_URL: url,
  SLACK_API_URL: apiUrl,
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  COORDINATORS: coordinators.join(','),
});
if (!read.ok || read.config.slack?.mode !== 'http') throw new Error('the settings are sound');
const config = { ...read.config, operations: { host: '127.0.0.1', port: 0 } };
let operations = 0;
const log = pino(
  { level: 'info' },
  {
    write: (line: string) => {
      const told = z
        .object({ msg: z.templateLiteral(['operations', z.string()]), port: z.number() })
        .safeParse(JSON.parse(line));
      if (told.success) operations = told.data.port;
    },
  },
);
const catalog = realCatalog();
const wording = loadWording(join(process.cwd(), 'prompts', 'messages'));

const bot = await startBot({
  config,
  slack: { ...read.config.slack, port: 0 },
  catalog,
  calendar: createCalendar([]),
  ask: askWithoutDictionary(catalog),
  ready: Promise.resolve(),
  viewContext: () => ({ wording, catalog, command: '/plan', thisYear: fiscalYear(2026) }),
  now: () => momentOf(Date.parse(from) + (Date.now() - realStart) * speed),
  beat,
  pulse: beat,
  onRefused: (refusal) => {
    throw refusal;
  },
  log,
});
say({ port: bot.port, operations });
endInOrder({ on: (event, listener) => process.on(event, listener), exit: process.exit, stop: bot.stop, log });
