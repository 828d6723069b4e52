import { createServer } from 'node:net';

/** Why a port of this machine cannot be listened on; null where it can. Asked before anything is changed for it. */
export function portFault(port: number): Promise<'port-in-use' | 'port-denied' | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EACCES' ? 'port-denied' : 'port-in-use'),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(null)));
  });
}
