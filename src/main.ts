/** The only file that constructs anything: settings → parts → one way in → a clean stop. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { createAnswers } from './answers.ts';
import type { Answered } from './ask/answer.ts';
import type { Bot, BotParts } from './bot.ts';
import type { Config, SlackConfig } from './config.ts';
import { type End, endInOrder } from './end-in-order.ts';
import { type Calendar, createCalendar } from './notice/calendar.ts';
import { type Catalog, createCatalog } from './plan/catalog.ts';
import { fiscalYearOf } from './plan/fiscal-year.ts';
import { day, dayOf, momentOf, yearAndMonth } from './report/day.ts';
import { loadSample, plantSample } from './report/sample.ts';
import { fail, findData, prepared, readData, readSentences, readSettings, root } from './startup.ts';
import { StoreNotOpened } from './store/not-opened.ts';
import { setAside } from './store/set-aside.ts';
import { answerView } from './view/answer-view.ts';
import type { ViewContext } from './view/context.ts';
import { layOut } from './view/lay-out.ts';
import type { Messages } from './wording/messages.ts';
import type { Wording } from './wording/wording.ts';

type LocalFault = Messages['local.fault']['code'];

/** A terminal has room for more items than a message, and no button for the rest. */
const terminalPageLength = 15;

/** What data/ holds, put to use. */
function openCatalog(wording: Wording): { catalog: Catalog; calendar: Calendar } {
  const { plans, closures } = readData(wording);
  return { catalog: createCatalog(plans), calendar: createCalendar(closures) };
}

/** The only clock of the program. Only the local workspace ever sets it apart from the real one. */
function createClock() {
  let ahead = 0;
  return {
    now: () => momentOf(Date.now() + ahead),
    shift: (seconds: number) => {
      ahead = seconds * 1_000;
    },
    realSeconds: () => Math.floor(Date.now() / 1_000),
  };
}
const clock = createClock();

function viewContext(wording: Wording, catalog: Catalog, command: string): ViewContext {
  return { wording, catalog, command, thisYear: fiscalYearOf(yearAndMonth(dayOf(clock.now()))) };
}

async function runAsk(args: readonly string[], wording: Wording): Promise<void> {
  // Whatever else begins with a dash is part of a question («-5», «--help»): nothing typed is an error.
  const json = args.includes('--json');
  const words = args.filter((word) => word !== '--json');
  const { catalog } = openCatalog(wording);
  const [{ runAskCli }, { terminalText }] = await Promise.all([import('./ask-cli.ts'), import('./view/terminal.ts')]);
  const { stdin: input, stdout: output } = process;
  const context = viewContext(wording, catalog, 'npm run ask --');
  const show = (answer: Answered): string => {
    const { blocks } = layOut(answerView(answer, context, { from: 0, length: terminalPageLength }), {
      surface: 'message',
      newerBlocks: true,
    });
    return terminalText(blocks, { colour: output.isTTY === true, width: output.columns ?? 80 });
  };
  const { ask } = createAnswers(catalog, { kept: 'memory' }, prepared);
  await runAskCli({ ask, show, words, json, input, output });
}

function runCheckData(wording: Wording): void {
  const { plans, items, sections, lineage } = openCatalog(wording).catalog;
  const kpis = items.reduce((sum, item) => sum + item.kpis.length, 0);
  const counts = { plans: plans.length, items: items.length, kpis, sections: sections.length, lineage: lineage.length };
  process.stdout.write(`${wording.plain('data.sound', counts)}\n`);
}

async function runCopy(command: 'backup' | 'restore', file: string | undefined, wording: Wording): Promise<void> {
  const { copyStore } = await import('./store-cli.ts');
  const { database } = readSettings(wording);
  const { ok, message } = copyStore({ command, file, database, root, wording });
  if (!ok) fail(message);
  process.stdout.write(`${message}\n`);
}

/** The last step of the build. */
async function runPrepare(): Promise<void> {
  const { prepare } = await import('./prepare.ts');
  const data = findData();
  await prepare(prepared, data.ok ? data.knowledge : null);
}

async function runManifest(args: readonly string[], wording: Wording): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { http: { type: 'string' } } });
  const { httpManifest } = await import('./slack/manifest.ts');
  const source = readFileSync(join(root, 'manifest.yml'), 'utf8');
  if (values.http === undefined || !URL.canParse(values.http)) fail(wording.plain('config.manifest_usage', {}));
  process.stdout.write(httpManifest(source, new URL(values.http)));
}

/** Everything of a bot but where Slack is; the dictionary is loaded once, whatever is started anew. */
async function botParts(config: Config, wording: Wording): Promise<Omit<BotParts, 'slack' | 'config' | 'onRefused'>> {
  const { pino } = await import('pino');
  const { catalog, calendar } = openCatalog(wording);
  return {
    ...createAnswers(catalog, config.searchIndex, prepared),
    catalog,
    calendar,
    viewContext: () => viewContext(wording, catalog, config.command),
    now: clock.now,
    log: pino({ level: config.logLevel ?? (config.slack ? 'info' : 'warn'), base: { service: 'keikaku-navi' } }),
  };
}

/** Ends the process in order, for its supervisor too. */
function ending(log: Logger, stop: () => Promise<unknown>): End {
  return endInOrder({ on: (event, listener) => process.on(event, listener), exit: process.exit, stop, log });
}

/** The bot in a real workspace. */
async function runBot(slack: SlackConfig, config: Config, wording: Wording): Promise<void> {
  // Bolt and what belongs to it take 0.1 s to load, which asking in the terminal should not pay.
  const [{ startBot }, { SlackRefused }] = await Promise.all([
    import('./bot.ts'),
    import('./slack/connection/refused.ts'),
  ]);
  // After them: the index, which is begun here, would keep them waiting.
  const parts = await botParts(config, wording);
  const { log } = parts;
  const stopping = new AbortController();
  const end = ending(log, async () => {
    stopping.abort();
    await (await starting).stop();
  });
  const refusedText = ({ token, code }: InstanceType<typeof SlackRefused>): string =>
    wording.plain('config.refused', { variable: token, code });
  const starting = startBot({
    ...parts,
    slack,
    config,
    signal: stopping.signal,
    onRefused: (refusal) => {
      log.fatal({ token: refusal.token, code: refusal.code }, refusedText(refusal));
      end('refused', 1);
    },
  });
  try {
    await starting;
  } catch (error) {
    if (error instanceof SlackRefused) fail(refusedText(error));
    throw error;
  }
}

/** A workspace in the browser, in which the same bot is installed. Never reached while a Slack setting is given. */
async function runLocal(config: Config, args: readonly string[], wording: Wording): Promise<void> {
  const { host, port, folder } = config.local;
  const refuse = (code: LocalFault, file = '', line: number | null = null): never =>
    fail(wording.plain('local.fault', { code, port, file, line: line ?? 0 }));
  if (host !== '127.0.0.1' && host !== 'localhost') refuse('host');
  const [{ startBot }, { openWorkspace, portFault }] = await Promise.all([
    import('./bot.ts'),
    import('./local/workspace.ts').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_MODULE_NOT_FOUND') return refuse('no-parts');
      throw error;
    }),
  ]);
  const parts = await botParts(config, wording);
  const taken = await portFault(port);
  if (taken) return refuse(taken);
  const { calendar } = parts;
  const database = join(folder, 'keikaku-navi.db');
  const reset = args.includes('--reset');
  const opened = await openWorkspace({
    folder,
    reset,
    manifest: readFileSync(join(root, 'manifest.yml'), 'utf8'),
    root,
    wording,
    command: config.command,
    clock,
    afterOpenDays: (date, count) => calendar.addOpenDays(day(date), count),
  });
  if (!opened.ok) return refuse(opened.fault.code, opened.fault.file, opened.fault.line);
  const { workspace } = opened;
  const { botToken, signingSecret, slackApiUrl, people } = workspace;
  const start = (): Promise<Bot> =>
    startBot({
      ...parts,
      slack: { mode: 'http', botToken, signingSecret, host: '127.0.0.1', port: 0 },
      config: {
        ...config,
        slackApiUrl,
        database: { engine: 'sqlite', file: database },
        coordinators: [people.coordinator],
        operations: null,
      },
      onRefused: (refusal) => {
        throw refusal;
      },
      prepare: (store) => plantSample(store, loadSample(join(root, 'data'), people), clock.now()),
    });
  if (reset) setAside(database);
  let bot = await start();
  ending(parts.log, async () => {
    await bot.stop();
    await workspace.close();
  });
  const pages = await workspace.serve({
    port,
    botUrl: () => `http://127.0.0.1:${bot.port}/slack/events`,
    ready: parts.ready,
    onReset: async () => {
      await bot.stop();
      setAside(database);
      bot = await start();
    },
    onClock: () => bot.wake(),
  });
  if (!pages.ok) return refuse(pages.code);
  process.stdout.write(`${wording.plain('local.started', { address: pages.address, command: config.command })}\n`);
}

async function start(args: readonly string[], wording: Wording): Promise<void> {
  const config = readSettings(wording);
  try {
    if (config.slack) await runBot(config.slack, config, wording);
    else await runLocal(config, args, wording);
  } catch (error) {
    if (!(error instanceof StoreNotOpened)) throw error;
    const { fault, code, place } = error;
    const setting = config.slack ? 'DATABASE_URL' : 'LOCAL_FOLDER';
    fail(wording.plain('store.not_opened', { fault, code, place, setting }));
  }
}

const [command = 'start', ...args] = process.argv.slice(2);

// A reader of our output that has seen enough (| head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const wording = readSentences();
switch (command) {
  case 'start':
    await start(args, wording);
    break;
  case 'ask':
    await runAsk(args, wording);
    break;
  case 'prepare':
    await runPrepare();
    break;
  case 'check-data':
    runCheckData(wording);
    break;
  case 'backup':
  case 'restore':
    await runCopy(command, args[0], wording);
    break;
  case 'manifest':
    await runManifest(args, wording);
    break;
  default:
    fail(wording.plain('config.usage', {}));
}
