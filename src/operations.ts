import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator can ask the running bot. */
export interface Operations {
  /** Counts an answer. */
  observe: (entry: string, kind: string, seconds: number) => void;
  /** Counts what became of a try to send a notice. */
  tried: (kind: string, outcome: string) => void;
  listen: (host: string, port: number) => Promise<{ port: number }>;
  close: () => Promise<void>;
}

/** What can be read of the bot at any time; null where there is nothing to tell. */
export interface Readings {
  /** What keeps the bot from answering Slack now («slack», «database»); an empty list where nothing does. */
  notReady: () => readonly string[];
  /** Whether Slack reaches the bot. */
  connected: () => boolean;
  /** Whether the database can be used. */
  stored: () => boolean;
  /** When the clock last looked at what is due, and finished. Seconds since 1970. */
  lastTick: () => number | null;
  /** How the outbox stands. Rejects where the database does not answer. */
  outbox: () => Promise<{ waiting: number; oldestSeconds: number; failed: number }>;
  /** When the last digest went out. Seconds since 1970. Rejects where the database does not answer. */
  lastDigest: () => Promise<number | null>;
}

/** Answers take well under a millisecond to seconds, when the dictionary is still loading. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 2.5];

/** Gauges that are read when somebody asks. One that cannot be read is left out: a figure that was true once misleads. */
function registerReadings(registry: Registry, { connected, stored, lastTick, outbox, lastDigest }: Readings): void {
  type Values = Readonly<Record<string, number | null>>;
  /** With a label, a value for each of it. */
  const gauge = (name: string, help: string, label: string | null, read: () => Promise<Values> | Values): Gauge =>
    new Gauge({
      name,
      help,
      labelNames: label === null ? [] : [label],
      registers: [registry],
      async collect() {
        const values = await Promise.resolve(read()).catch((): Values => ({}));
        this.reset();
        // Without a label a gauge that was reset would show 0.
        if (label === null) this.remove();
        for (const [key, value] of Object.entries(values)) {
          if (value !== null) this.set(label === null ? {} : { [label]: key }, value);
        }
      },
    });
  gauge('plan_slack_connected', 'Whether Slack reaches the bot: 1 or 0', null, () => ({ now: Number(connected()) }));
  gauge('plan_database_usable', 'Whether the database can be used: 1 or 0', null, () => ({ now: Number(stored()) }));
  gauge('plan_last_tick_timestamp_seconds', 'When what is due was last looked at', null, () => ({ last: lastTick() }));
  gauge('plan_last_digest_timestamp_seconds', 'When the last weekly digest went out', null, async () => ({
    last: await lastDigest(),
  }));
  gauge(
    'plan_notices',
    'Notices that are due and have not gone (waiting), or were given up (failed)',
    'state',
    async () => {
      const { waiting, failed } = await outbox();
      return { waiting, failed };
    },
  );
  gauge('plan_notices_oldest_seconds', 'How long the notice that is due longest has waited', null, async () => ({
    oldest: (await outbox()).oldestSeconds,
  }));
}

/** `/healthz` (the process runs), `/readyz` (it can answer Slack now, else what is missing) and `/metrics` (Prometheus text). */
export function createOperations(readings: Readings): Operations {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registerReadings(registry, readings);
  const tries = new Counter({
    name: 'plan_notice_tries_total',
    help: 'Tries to send a notice, by kind and by what became of it (sent, dropped, failed, later)',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  const answers = new Counter({
    name: 'plan_answers_total',
    help: 'Answers given, by entry (command, mention …) and kind of answer',
    labelNames: ['entry', 'kind'],
    registers: [registry],
  });
  const latency = new Histogram({
    name: 'plan_answer_seconds',
    help: 'Time from question to answer, without Slack',
    labelNames: ['entry', 'kind'],
    buckets,
    registers: [registry],
  });
  const server = createServer(async (request, response) => {
    const reply = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    if (request.method !== 'GET') return reply(405, 'text/plain', 'method not allowed\n');
    switch (request.url) {
      case '/healthz':
        return reply(200, 'text/plain', 'ok\n');
      case '/readyz': {
        const missing = readings.notReady();
        return missing.length === 0
          ? reply(200, 'text/plain', 'ready\n')
          : reply(503, 'text/plain', `${missing.join('\n')}\n`);
      }
      case '/metrics':
        return reply(200, registry.contentType, await registry.metrics());
      default:
        return reply(404, 'text/plain', 'not found\n');
    }
  });
  return {
    observe: (entry, kind, seconds) => {
      answers.inc({ entry, kind });
      latency.observe({ entry, kind }, seconds);
    },
    tried: (kind, outcome) => tries.inc({ kind, outcome }),
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.address();
          resolve({ port: typeof address === 'object' && address ? address.port : port });
        });
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
