import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { readAssets } from './assets.ts';
import { createRoutes, type RouteParts } from './routes.ts';
import { sameOriginOnly } from './same-origin.ts';

interface ServerOptions extends RouteParts {
  port: number;
  root: string;
  /** Calls back after every change, until the function it returns is called. */
  subscribe(listener: () => void): () => void;
}

export interface PageServer {
  ok: true;
  /** What to open in a browser. */
  address: string;
  close(): Promise<void>;
}

/** Why the pages cannot be served. */
export interface ServerFault {
  ok: false;
  code: 'port-in-use' | 'port-denied';
}

const largestForm = 1_000_000;
/** More than the bot takes, so that its own refusal can be seen. */
const largestFile = 60_000_000;
/** Changes that come together are told once. */
const pause = 20;

/** Nothing but our own files, and no script in the page itself. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

function createPages(options: ServerOptions, port: () => number): Hono {
  const app = new Hono();
  const assets = readAssets(options.root);
  app.use(sameOriginOnly(() => ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port()}`)));
  app.use(secureHeaders({ contentSecurityPolicy, strictTransportSecurity: false }));
  const [forForms, forFiles] = [bodyLimit({ maxSize: largestForm }), bodyLimit({ maxSize: largestFile })];
  app.use((context, next) => (context.req.path.endsWith('/send') ? forFiles : forForms)(context, next));
  app.get('/assets/*', (context) => {
    const asset = assets.get(context.req.path.slice('/assets/'.length));
    return asset
      ? context.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'no-cache' })
      : context.notFound();
  });
  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      let pending = false;
      const end = options.subscribe(async () => {
        if (pending) return;
        pending = true;
        await stream.sleep(pause);
        pending = false;
        await stream.writeSSE({ event: 'changed', data: '' });
      });
      await stream.writeSSE({ event: 'connected', data: '' });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      end();
    }),
  );
  app.route('/', createRoutes(options));
  return app;
}

/** Listens on the loopback address only. */
export function servePages(options: ServerOptions): Promise<PageServer | ServerFault> {
  let port = options.port;
  const server = createServer(getRequestListener(createPages(options, () => port).fetch));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ ok: false, code: 'port-in-use' });
      else if (error.code === 'EACCES') resolve({ ok: false, code: 'port-denied' });
      else reject(error);
    });
    server.listen(options.port, '127.0.0.1', () => {
      const address = server.address();
      // A server listening on TCP has an AddressInfo; the port is told only by it when any was asked for.
      if (address !== null && typeof address === 'object') ({ port } = address);
      resolve({
        ok: true,
        address: `http://localhost:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
