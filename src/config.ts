import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';

/** How Slack reaches the bot: it dials out (Socket Mode) or listens (HTTP). */
export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string; host: string; port: number };

/** Where rounds and reports are kept: a file of this machine, or a PostgreSQL server. */
export type DatabaseConfig = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string };

/** Where what the search finds by is kept: in memory, or past ten thousand items in a file that can be made anew. */
export type SearchIndexConfig = { kept: 'memory' } | { kept: 'file'; file: string };

export interface Config {
  /** A relative file is meant from the project's own folder. */
  database: DatabaseConfig;
  /** A relative file is meant from the project's own folder. */
  searchIndex: SearchIndexConfig;
  /** Null when no Slack setting is given at all. */
  slack: SlackConfig | null;
  /** Slack's Web API; another one for GovSlack. */
  slackApiUrl: string;
  /** The slash command as installed: other apps may own `/plan`. */
  command: string;
  /** 取りまとめ担当, by their ids in Slack; nobody where none is set. */
  coordinators: readonly string[];
  /** Whether tables and charts use Slack's newer blocks. */
  newerBlocks: boolean;
  /** Where health and metrics are served; null turns them off. */
  operations: { host: string; port: number } | null;
  /** Null where none is asked for. */
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | null;
  /** Where the local workspace is served, which runs while no Slack setting is given, and the folder that keeps it. */
  local: { host: string; port: number; folder: string };
  /** HTTP CONNECT proxy for everything that goes out; null for none. */
  proxy: string | null;
}

/** One thing wrong in the environment. The value itself is never part of it: it may be a secret. */
export interface ConfigFault {
  variable: string;
  code: 'missing' | 'either' | 'form' | 'one-of' | 'same-port';
  /** The form expected, or the variable that is missing or in conflict. */
  expected: string;
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; faults: readonly ConfigFault[] };

type Environment = Readonly<Record<string, string | undefined>>;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(65_535));
const host = z.string().regex(/^[\w.:-]+$/u);
const onOff = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['on', 'off']))
  .transform((value) => value === 'on');

const file = z
  .string()
  .regex(/^file:(?!\/\/[^/])[^?#:]*[^/?#:]$/u)
  .transform((value) => value.replace(/^file:(?:\/\/)?/u, ''));

/** Anything but a whole address is a fault: a misspelt server must not become a new, empty file. */
const database = z.union([
  file.transform((name): DatabaseConfig => ({ engine: 'sqlite', file: name })),
  z
    .url({ protocol: /^postgres(ql)?$/ })
    .regex(/^\w+:\/\/[^/]+\/[^/?]+/u)
    .transform((value): DatabaseConfig => ({ engine: 'postgres', url: value })),
]);

const searchIndex = z.union([
  z.literal('memory').transform((): SearchIndexConfig => ({ kept: 'memory' })),
  file.transform((name): SearchIndexConfig => ({ kept: 'file', file: name })),
]);

/** Every variable but the Slack tokens: its schema, its default, and the form a fault names. */
const variables = {
  DATABASE_URL: {
    schema: database,
    fallback: 'file:.data/keikaku-navi.db',
    form: 'file:.data/keikaku-navi.db / postgres://…/keikaku_navi',
  },
  SEARCH_INDEX: { schema: searchIndex, fallback: 'memory', form: 'memory / file:.data/search-index.db' },
  SLACK_API_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fallback: 'https://slack.com/api/',
    form: 'https://slack.com/api/',
  },
  PLAN_COMMAND: { schema: z.string().regex(/^\/[a-z0-9_-]{1,31}$/), fallback: '/plan', form: '/plan' },
  COORDINATORS: {
    schema: z
      .string()
      .transform((text) => text.split(/[\s,]+/u).filter((id) => id !== ''))
      .pipe(z.array(z.string().regex(/^[UW][A-Z0-9]{1,30}$/))),
    fallback: '',
    form: 'U012ABCDEF,U345GHIJKL',
  },
  NEWER_BLOCKS: { schema: onOff, fallback: 'on', form: 'on / off' },
  HOST: { schema: host, fallback: '127.0.0.1', form: '127.0.0.1' },
  PORT: { schema: port, fallback: '3000', form: '1–65535' },
  OPERATIONS_HOST: { schema: host, fallback: '127.0.0.1', form: '127.0.0.1' },
  OPERATIONS_PORT: { schema: z.union([z.literal('off'), port]), fallback: '9464', form: '1–65535 / off' },
  LOG_LEVEL: {
    schema: z.union([
      z.literal('').transform(() => null),
      z
        .string()
        .toLowerCase()
        .pipe(z.enum(['fatal', 'error', 'warn', 'info', 'debug'])),
    ]),
    fallback: '',
    form: 'fatal / error / warn / info / debug',
  },
  LOCAL_FOLDER: { schema: z.string(), fallback: '.local', form: '.local' },
  HTTPS_PROXY: {
    schema: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    fallback: '',
    form: 'http://proxy.example:8080',
  },
} as const;

type Variables = { [K in keyof typeof variables]: z.output<(typeof variables)[K]['schema']> };

function readVariables(environment: Environment, faults: ConfigFault[]): Variables {
  const values = Object.entries(variables).map(([variable, { schema, fallback, form }]) => {
    // A proxy is often set in lower case, as curl reads it.
    const given = environment[variable] ?? (variable === 'HTTPS_PROXY' ? environment.https_proxy : undefined);
    const parsed = schema.safeParse(given?.trim() || fallback);
    if (!parsed.success) faults.push({ variable, code: 'form', expected: form });
    return [variable, parsed.data];
  });
  // Holds a value for every key, or else `faults` is not empty and the result is never used.
  return Object.fromEntries(values) as Variables;
}

const tokens = [
  { variable: 'SLACK_BOT_TOKEN', form: /^xoxb-\S+$/u, shown: 'xoxb-…' },
  { variable: 'SLACK_APP_TOKEN', form: /^xapp-\S+$/u, shown: 'xapp-…' },
  { variable: 'SLACK_SIGNING_SECRET', form: /^[0-9a-f]{16,64}$/u, shown: '32 [0-9a-f]' },
] as const;

/** All of what one way needs, or nothing at all: some tokens set and others missing is never a silent fallback. */
function readSlack(environment: Environment, { HOST, PORT }: Variables, faults: ConfigFault[]): SlackConfig | null {
  const [botToken = '', appToken = '', signingSecret = ''] = tokens.map(
    ({ variable }) => environment[variable]?.trim() ?? '',
  );
  if (!botToken && !appToken && !signingSecret) return null;
  for (const { variable, form, shown } of tokens) {
    const value = environment[variable]?.trim();
    if (value && !form.test(value)) faults.push({ variable, code: 'form', expected: shown });
  }
  if (!botToken) faults.push({ variable: 'SLACK_BOT_TOKEN', code: 'missing', expected: 'xoxb-…' });
  if (!appToken && !signingSecret) {
    faults.push({ variable: 'SLACK_APP_TOKEN', code: 'either', expected: 'SLACK_SIGNING_SECRET' });
  }
  if (appToken && signingSecret) {
    faults.push({ variable: 'SLACK_APP_TOKEN', code: 'one-of', expected: 'SLACK_SIGNING_SECRET' });
  }
  return appToken
    ? { mode: 'socket', botToken, appToken }
    : { mode: 'http', botToken, signingSecret, host: HOST, port: PORT };
}

/** Reads and checks an environment; all faults are found in one go. */
export function parseConfig(environment: Environment): ConfigResult {
  const faults: ConfigFault[] = [];
  const values = readVariables(environment, faults);
  const slack = readSlack(environment, values, faults);
  // Values stand for sure only when none of them was faulty.
  const { HOST, PORT, OPERATIONS_HOST, OPERATIONS_PORT } = values;
  if (faults.length === 0 && slack?.mode === 'http' && OPERATIONS_PORT === PORT && OPERATIONS_HOST === HOST) {
    faults.push({ variable: 'OPERATIONS_PORT', code: 'same-port', expected: 'PORT' });
  }
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    config: {
      database: values.DATABASE_URL,
      searchIndex: values.SEARCH_INDEX,
      slack,
      slackApiUrl: values.SLACK_API_URL,
      command: values.PLAN_COMMAND,
      coordinators: values.COORDINATORS,
      newerBlocks: values.NEWER_BLOCKS,
      operations:
        values.OPERATIONS_PORT === 'off' ? null : { host: values.OPERATIONS_HOST, port: values.OPERATIONS_PORT },
      logLevel: values.LOG_LEVEL,
      local: { host: HOST, port: PORT, folder: values.LOCAL_FOLDER },
      proxy: values.HTTPS_PROXY === '' ? null : values.HTTPS_PROXY,
    },
  };
}

/** The process's own environment, with what `.env` adds to it. The only place that reads it. */
export function readConfig(): ConfigResult {
  loadDotenv({ quiet: true });
  return parseConfig(process.env);
}
