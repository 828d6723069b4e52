/** A process of its own that is the whole bot over HTTP, beside a clock that begins where it is told to. Talks to its parent by messages. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { startBot } from '../../src/bot.ts';
import { endInOrder } from '../../src/end-in-order.ts';
import { createCalendar } from '../../src/notice/calendar.ts';
import { day, momentOf } from '../../src/report/day.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { deed, digital, openData, rosterEntry, round, user } from '../support/rounds.ts';
import { signingSecret } from '../support/signed.ts';
import { viewContextOf } from '../support/view-context.ts';
import { jobSchema, questionSchema, type Reply } from './job.ts';

const { apiUrl, file, from, staff } = jobSchema.parse(JSON.parse(process.argv[2] ?? ''));
const begun = performance.now();
const log = pino({ level: 'error' });
const catalog = realCatalog();
const ask = await realAsk(catalog);
const stopping = new AbortController();
const tell = (reply: Reply): void => void process.send?.(reply);

endInOrder({
  on: (event, listener) => process.on(event, listener),
  exit: process.exit,
  stop: async () => {
    stopping.abort();
    await (await starting).stop();
  },
  within: 3_000,
  log,
});

const starting = startBot({
  slack: { mode: 'http', botToken: 'xoxb-load', signingSecret, host: '127.0.0.1', port: 0 },
  config: {
    database: { engine: 'sqlite', file },
    slack: null,
    searchIndex: { kept: 'memory' },
    slackApiUrl: apiUrl,
    command: '/plan',
    coordinators: [],
    newerBlocks: true,
    operations: null,
    logLevel: null,
    local: { host: '127.0.0.1', port: 0, folder: '' },
    proxy: null,
  },
  catalog,
  calendar: createCalendar([]),
  ask,
  ready: Promise.resolve(),
  viewContext: () => viewContextOf(catalog),
  now: () => momentOf(Date.parse(from) + performance.now() - begun),
  log,
  signal: stopping.signal,
  onRefused: (refusal) => {
    throw refusal;
  },
  prepare: async (store) => {
    if (staff === 0 || (await store.rounds()).length > 0) return;
    const people = Array.from({ length: staff }, (_, index) => user(`U${index}`));
    await store.saveRosterEntry(rosterEntry({ head: null, staff: people }), deed('edit-roster'));
    const asked = round({ kpis: [openData], sections: [digital], opens: day('2026-05-11'), due: day('2026-05-29') });
    await store.saveRound(asked, deed('open-round'));
  },
});

// Whoever asked for it is gone.
process.on('disconnect', () => process.exit(1));

const lag = monitorEventLoopDelay({ resolution: 10 });
process.on('message', (message) => {
  switch (questionSchema.parse(message)) {
    case 'begin':
      lag.enable();
      lag.reset();
      return;
    case 'figures':
      globalThis.gc?.();
      return tell({
        kind: 'figures',
        heap: process.memoryUsage().heapUsed,
        resident: process.memoryUsage().rss,
        lag: { p50: lag.percentile(50) / 1e6, p99: lag.percentile(99) / 1e6, max: lag.max / 1e6 },
      });
  }
});
const bot = await starting;
if (bot.port !== null) tell({ kind: 'listening', port: bot.port });
