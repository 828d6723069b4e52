import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of Slack as a bot under load needs; it answers at once, and counts. */
export interface QuickSlack {
  apiUrl: string;
  /** Messages posted. */
  posted: () => number;
  /** The next call of a method that is never answered. */
  hang: (method: string) => Promise<void>;
  close: () => Promise<void>;
}

export async function startQuickSlack(): Promise<QuickSlack> {
  let posts = 0;
  const hanging = new Map<string, () => void>();
  const answer = (method: string): object => {
    switch (method) {
      case 'chat.postMessage':
        posts += 1;
        return { channel: 'D1', ts: `1.${posts}` };
      case 'users.info':
        return { user: { id: 'U1', team_id: 'T000000001', name: 'staff' } };
      case 'auth.test':
        return { bot_id: 'B000000001', user_id: 'U00000NAVI', team_id: 'T000000001', team: '宮城県' };
      default:
        return { channel: { id: 'D1' }, messages: [] };
    }
  };
  const server = createServer((request, response) => {
    request.resume();
    const method = (request.url ?? '').replace('/api/', '');
    const caught = hanging.get(method);
    if (caught) return caught();
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: true, ...answer(method) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening server on a TCP port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    posted: () => posts,
    hang: (method) => new Promise((resolve) => hanging.set(method, resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
