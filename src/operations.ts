import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What an operator can ask the running bot. */
export interface Operations {
  /** Counts an answer. */
  observe: (entry: string, kind: string, seconds: number) => void;
  listen: (host: string, port: number) => Promise<{ port: number }>;
  close: () => Promise<void>;
}

/** Answers take well under a millisecond to seconds, when the dictionary is still loading. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 2.5];

/**
 * `/healthz` (the process runs), `/readyz` (it can answer Slack now) and `/metrics` (Prometheus text).
 * `isReady` names what is not ready yet; an empty list means ready.
 */
export function createOperations(notReady: () => readonly string[]): Operations {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: 'plan_answers_total',
    help: 'Answers given, by entry (command, mention …) and kind of answer',
    labelNames: ['entry', 'kind'],
    registers: [registry],
  });
  const latency = new Histogram({
    name: 'plan_answer_seconds',
    help: 'Time from question to answer, without Slack',
    labelNames: ['entry'],
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
        const missing = notReady();
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
      latency.observe({ entry }, seconds);
    },
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
