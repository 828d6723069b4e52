import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type App, HTTPModuleFunctions, isRawBodyError, type Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import { boltLogger } from '../bolt-logger.ts';
import { isSound } from '../payload.ts';
import { acknowledging } from './acknowledge.ts';

/** Where Slack posts to. */
const path = '/slack/events';
/** Larger than any form Slack sends, far smaller than what would hurt. */
const bodyLimit = 1024 * 1024;
/** Seconds by which the clocks of Slack and of this machine may differ, either way. */
const clockTolerance = 300;

/** Slack sends objects, whatever else JSON can be. */
const bodySchema = z.record(z.string(), z.unknown()).refine(isSound);

interface HttpReceiverOptions {
  signingSecret: string;
  log: Logger;
}

/** A receiver of Bolt's that listens where it is told to. */
export interface HttpReceiver extends Receiver {
  start: (host: string, port: number) => Promise<Server>;
  stop: () => Promise<void>;
}

/** The port; a listening server on a TCP port has one. */
export function portOf(server: Server): number | null {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : null;
}

/** What is wrong with a request: the status that says so, and a line for the log. */
class Refused extends Error {
  override name = 'Refused';
  readonly status: number;

  constructor(status: number, cause: string) {
    super(cause);
    this.status = status;
  }
}

/** @throws Refused where it is not what Slack sends. */
function bodyOf(buffered: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): Record<string, unknown> {
  try {
    return bodySchema.parse(HTTPModuleFunctions.parseHTTPRequestBody(buffered));
  } catch {
    throw new Refused(400, 'the body cannot be read');
  }
}

/**
 * Signed HTTP as Slack speaks it (https://docs.slack.dev/authentication/verifying-requests-from-slack), by Bolt's own functions.
 * Bolt's own receiver would believe a request of tomorrow, which can be replayed until then; ends the process on a body that is
 * `null`; and leaves a request that no listener knows open for three seconds.
 */
export function createHttpReceiver({ signingSecret, log }: HttpReceiverOptions): HttpReceiver {
  const logger = boltLogger(log);
  let app: App | null = null;
  let server: Server | null = null;

  /** The body, once it is known to be Slack's. @throws Refused */
  async function readSlacks(request: IncomingMessage) {
    if (request.method !== 'POST' || request.url?.split('?').at(0) !== path) throw new Refused(404, 'no such address');
    const buffered = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(
      { signingSecret, bodyLimit, logger },
      request,
    ).catch((error: unknown) => {
      const large = isRawBodyError(error) && error.type === 'entity.too.large';
      throw new Refused(large ? 413 : 401, error instanceof Error ? error.message : String(error));
    });
    const body = bodyOf(buffered);
    // The check of the certificate comes without a signature, and Bolt leaves nothing else in it.
    // By the real clock, whatever the program's says: Slack signs by it, and Bolt's own check of what is old does the same.
    const ahead = Number(request.headers['x-slack-request-timestamp']) - Date.now() / 1000;
    if (body.ssl_check !== '1' && ahead > clockTolerance) throw new Refused(401, 'the request is of the future');
    return body;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readSlacks(request);
    if (body.ssl_check === '1') return HTTPModuleFunctions.buildSSLCheckResponse(response);
    if (body.type === 'url_verification') return HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
    await app?.processEvent({ body, ack: acknowledging(response) });
    // Nobody is left who could answer.
    if (!response.headersSent) throw new Refused(404, 'nothing here answers such a request');
  }

  return {
    init: (bolt) => {
      app = bolt;
    },
    start: (host, port) => {
      const listening = createServer((request, response) => {
        serve(request, response).catch((error: unknown) => {
          const status = error instanceof Refused ? error.status : 500;
          if (error instanceof Refused)
            log.warn({ from: 'slack', status, why: error.message }, 'a request was turned away');
          else log.error({ from: 'slack', err: error }, 'a request could not be handled');
          if (!response.headersSent) HTTPModuleFunctions.buildNoBodyResponse(response, status);
        });
      });
      server = listening;
      return new Promise((resolve, reject) => {
        listening.once('error', reject);
        listening.listen({ host, port }, () => resolve(listening));
      });
    },
    stop: () =>
      new Promise((resolve, reject) => {
        if (!server) return resolve();
        server.close((error) => (error ? reject(error) : resolve()));
        server = null;
      }),
  };
}
