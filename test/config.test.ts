import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConfigFault, parseConfig } from '../src/config.ts';

const secret = '0123456789abcdef0123456789abcdef';
const socket = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_APP_TOKEN: 'xapp-1-abc' };
const http = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_SIGNING_SECRET: secret };

type Environment = Parameters<typeof parseConfig>[0];

function faults(environment: Environment): readonly ConfigFault[] {
  const result = parseConfig(environment);
  return result.ok ? [] : result.faults;
}

/** One setting of a sound environment. */
function setting(environment: Environment): Record<string, unknown> {
  const result = parseConfig(environment);
  if (!result.ok) throw new Error(result.faults.map(({ variable }) => variable).join());
  return { ...result.config };
}

describe('without any setting', () => {
  test('everything has a default, and Slack is not there', () => {
    expect(setting({})).toEqual({
      database: { engine: 'sqlite', file: '.data/keikaku-navi.db' },
      searchIndex: { kept: 'memory' },
      slack: null,
      slackApiUrl: 'https://slack.com/api/',
      command: '/plan',
      coordinators: [],
      newerBlocks: true,
      operations: { host: '127.0.0.1', port: 9464 },
      logLevel: null,
      local: { host: '127.0.0.1', port: 3000, folder: '.local' },
      proxy: null,
    });
  });

  test('what is set but empty, as in the example file, counts as not set', () => {
    const empty = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ', SLACK_SIGNING_SECRET: '', PORT: '', HTTPS_PROXY: '  ' };
    expect(setting(empty)).toEqual(setting({}));
  });

  test('variables of other programs are nobody’s business', () => {
    expect(setting({ PATH: '/bin', SLACK_TOKEN: 'x', NODE_ENV: 'test' })).toEqual(setting({}));
  });
});

describe('how Slack reaches the bot', () => {
  test('an app token means Socket Mode', () => {
    expect(setting(socket).slack).toEqual({ mode: 'socket', botToken: 'xoxb-1-abc', appToken: 'xapp-1-abc' });
  });

  test('a signing secret means HTTP, on loopback unless told otherwise', () => {
    expect(setting(http).slack).toEqual({
      mode: 'http',
      botToken: 'xoxb-1-abc',
      signingSecret: secret,
      host: '127.0.0.1',
      port: 3000,
    });
  });

  test('HTTP listens where it is told to', () => {
    expect(setting({ ...http, HOST: '0.0.0.0', PORT: '8443' }).slack).toMatchObject({ host: '0.0.0.0', port: 8443 });
  });

  test('blanks around a token, as copying leaves them, are dropped', () => {
    expect(setting({ ...socket, SLACK_BOT_TOKEN: ' xoxb-1-abc\n' })).toEqual(setting(socket));
  });
});

describe('some tokens and not others is never a silent fallback', () => {
  test.each<[string, Environment, ConfigFault[]]>([
    [
      'a bot token alone',
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      [{ variable: 'SLACK_APP_TOKEN', code: 'either', expected: 'SLACK_SIGNING_SECRET' }],
    ],
    [
      'an app token alone',
      { SLACK_APP_TOKEN: 'xapp-1' },
      [{ variable: 'SLACK_BOT_TOKEN', code: 'missing', expected: 'xoxb-…' }],
    ],
    [
      'a signing secret alone',
      { SLACK_SIGNING_SECRET: secret },
      [{ variable: 'SLACK_BOT_TOKEN', code: 'missing', expected: 'xoxb-…' }],
    ],
    [
      'both ways at once',
      { ...socket, ...http },
      [{ variable: 'SLACK_APP_TOKEN', code: 'one-of', expected: 'SLACK_SIGNING_SECRET' }],
    ],
    [
      'both ways at once without a bot token',
      { ...socket, ...http, SLACK_BOT_TOKEN: '' },
      [
        { variable: 'SLACK_BOT_TOKEN', code: 'missing', expected: 'xoxb-…' },
        { variable: 'SLACK_APP_TOKEN', code: 'one-of', expected: 'SLACK_SIGNING_SECRET' },
      ],
    ],
    [
      'bot and app token in each other’s place',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      [
        { variable: 'SLACK_BOT_TOKEN', code: 'form', expected: 'xoxb-…' },
        { variable: 'SLACK_APP_TOKEN', code: 'form', expected: 'xapp-…' },
      ],
    ],
  ])('%s', (_, environment, expected) => {
    expect(faults(environment)).toEqual(expected);
  });
});

const databaseForm = 'file:.data/keikaku-navi.db / postgres://…/keikaku_navi';
const databaseFaults = [
  'keikaku.db',
  'file:',
  'file:data/',
  'file://server/keikaku.db',
  'file::memory:',
  'file:keikaku.db?mode=memory',
  'sqlite:keikaku.db',
  'postgre://server/keikaku',
  'postgres:keikaku',
  'postgres://server',
  'postgres://server/',
  'mysql://server/keikaku',
];

describe('a variable of the wrong form is named with the form it should have', () => {
  test.each<[string, string, string]>([
    ['SLACK_BOT_TOKEN', 'xoxp-user-token', 'xoxb-…'],
    ['SLACK_BOT_TOKEN', 'xoxb-', 'xoxb-…'],
    ['SLACK_BOT_TOKEN', 'xoxb-a b', 'xoxb-…'],
    ['SLACK_APP_TOKEN', 'xoxb-1', 'xapp-…'],
    ['SLACK_API_URL', 'slack.com', 'https://slack.com/api/'],
    ['SLACK_API_URL', 'ftp://slack.com/', 'https://slack.com/api/'],
    ['PLAN_COMMAND', 'plan', '/plan'],
    ['PLAN_COMMAND', '/Plan', '/plan'],
    ['PLAN_COMMAND', '/計画', '/plan'],
    ['PLAN_COMMAND', `/${'a'.repeat(32)}`, '/plan'],
    ['NEWER_BLOCKS', 'true', 'on / off'],
    ['PORT', '0', '1–65535'],
    ['PORT', '65536', '1–65535'],
    ['PORT', '3000.5', '1–65535'],
    ['PORT', 'http', '1–65535'],
    ['OPERATIONS_PORT', 'no', '1–65535 / off'],
    ['LOG_LEVEL', 'verbose', 'fatal / error / warn / info / debug'],
    ...databaseFaults.map((value): [string, string, string] => ['DATABASE_URL', value, databaseForm]),
    ['SEARCH_INDEX', 'disk', 'memory / file:.data/search-index.db'],
    ['SEARCH_INDEX', 'file:data/', 'memory / file:.data/search-index.db'],
    ['HTTPS_PROXY', 'proxy:8080', 'http://proxy.example:8080'],
    ['HTTPS_PROXY', 'socks5://proxy', 'http://proxy.example:8080'],
  ])('%s=%s', (variable, value, expected) => {
    expect(faults({ ...socket, [variable]: value })).toEqual([{ variable, code: 'form', expected }]);
  });

  test.each(['0123', 'ABCDEF0123456789', `${secret} x`, 'not-a-secret-at-all'])('SLACK_SIGNING_SECRET=%s', (value) => {
    expect(faults({ ...http, SLACK_SIGNING_SECRET: value })).toEqual([
      { variable: 'SLACK_SIGNING_SECRET', code: 'form', expected: '32 [0-9a-f]' },
    ]);
  });

  test('everything wrong at once is told at once', () => {
    const environment = {
      SLACK_SIGNING_SECRET: 'x',
      SLACK_API_URL: 'x',
      PLAN_COMMAND: 'x',
      NEWER_BLOCKS: 'x',
      PORT: 'x',
      OPERATIONS_PORT: 'x',
      LOG_LEVEL: 'x',
      HTTPS_PROXY: 'x',
      DATABASE_URL: 'x',
    };
    const told = faults(environment).map(({ variable }) => variable);
    expect(told.toSorted()).toEqual([...Object.keys(environment), 'SLACK_BOT_TOKEN'].toSorted());
  });
});

describe('what the settings change', () => {
  test.each<[string, Environment, Record<string, unknown>]>([
    ['another command', { PLAN_COMMAND: '/keikaku-navi' }, { command: '/keikaku-navi' }],
    ['no newer blocks', { NEWER_BLOCKS: 'off' }, { newerBlocks: false }],
    ['no operations port', { OPERATIONS_PORT: 'off' }, { operations: null }],
    [
      'another operations address',
      { OPERATIONS_HOST: '::', OPERATIONS_PORT: '1' },
      { operations: { host: '::', port: 1 } },
    ],
    ['more log', { LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    ['a proxy', { HTTPS_PROXY: 'http://proxy.example:8080' }, { proxy: 'http://proxy.example:8080' }],
    [
      'a database file elsewhere',
      { DATABASE_URL: 'file:/var/lib/keikaku/navi.db' },
      { database: { engine: 'sqlite', file: '/var/lib/keikaku/navi.db' } },
    ],
    [
      'a database file as an address',
      { DATABASE_URL: 'file:///var/lib/navi.db' },
      { database: { engine: 'sqlite', file: '/var/lib/navi.db' } },
    ],
    ...[
      'postgres://navi:p%40ss@db.example:5432/keikaku?sslmode=require',
      'postgresql://%2Frun%2Fpostgresql/keikaku',
    ].map((url): [string, Environment, Record<string, unknown>] => [
      url,
      { DATABASE_URL: url },
      { database: { engine: 'postgres', url } },
    ]),
    [
      'a search index in a file',
      { SEARCH_INDEX: 'file:.data/search-index.db' },
      { searchIndex: { kept: 'file', file: '.data/search-index.db' } },
    ],
    ['another Slack', { SLACK_API_URL: 'https://slack-gov.com/api/' }, { slackApiUrl: 'https://slack-gov.com/api/' }],
  ])('%s', (_, environment, changed) => {
    expect(setting(environment)).toEqual({ ...setting({}), ...changed });
  });
});

test('no value that was set ever appears in a fault: it may be a secret', () => {
  const names = [
    ...Object.keys({ ...socket, ...http }),
    'SLACK_API_URL',
    'PLAN_COMMAND',
    'PORT',
    'HTTPS_PROXY',
    'LOG_LEVEL',
    'DATABASE_URL',
  ];
  // Long enough not to be part of an expected form by chance.
  const value = fc
    .tuple(fc.constantFrom('', 'xoxb-', 'xapp-', 'http://u:', 'postgres:/'), fc.stringMatching(/^[!-~]{8,40}$/u))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1 }), (environment) => {
      const told = JSON.stringify(faults(environment));
      expect(Object.values(environment).filter((set) => told.includes(set))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
