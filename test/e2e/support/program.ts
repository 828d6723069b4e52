import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startWords } from '../../support/compiled.ts';

/** The compiled program, serving a local workspace. */
export interface Program {
  /** As it was printed. */
  address: string;
  port: number;
  folder: string;
  /** Everything printed when it had started. */
  printed: string;
  stop(): Promise<void>;
}

interface Launch {
  folder?: string;
  port?: number;
  args?: readonly string[];
}

/** A folder that does not exist yet, in a new one that does. */
export function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'workspace-')), 'local');
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts it with no setting but these: whatever Slack or proxy settings the machine has are left out. */
async function launch({ folder = newFolder(), port, args = [] }: Launch) {
  const settings = { folder, port: port ?? (await freePort()) };
  const env = { PATH: process.env.PATH ?? '', LOCAL_FOLDER: folder, PORT: String(settings.port) };
  const child = spawn(process.execPath, [...startWords, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return { ...settings, child };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Waits for the address to be printed. @throws Error with what the program said when it ends before. */
export async function startProgram(options: Launch = {}): Promise<Program> {
  const { child, ...settings } = await launch(options);
  const complaints = text(child.stderr);
  const [address, printed] = await new Promise<[string, string]>((resolve, reject) => {
    let printed = '';
    // Read to its end: the program writes its log there too.
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      const [address] = /http:\/\/localhost:\d+/u.exec(printed) ?? [];
      // The note on how to end it comes last.
      if (address !== undefined && printed.includes('Ctrl+C')) resolve([address, printed]);
    });
    child.once('exit', () => complaints.then((said) => reject(new Error(said)), reject));
  });
  return { ...settings, address, printed, stop: () => stop(child) };
}

/** Lets it run to its end, which is soon where it cannot start: what it said to the operator, and its exit code. */
export async function runProgram(options: Launch): Promise<{ code: number | null; said: string }> {
  const { child } = await launch(options);
  const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, said };
}
