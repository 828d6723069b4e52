import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import type { Catalog } from '../../src/plan/catalog.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { sheetOf, sheetPart, withParts } from '../support/sheets.ts';
import { configs, dataFiles, exportsOf, templates, workbooks } from './files.ts';
import { bodies, commands, events, presses, submissions } from './gestures.ts';
import { type Honest, learnHonestly } from './honest.ts';
import { mutatedBytes } from './mutation.ts';
import { type Office, openOffice, outsiders } from './office.ts';
import { event, type Request, send } from './send.ts';
import {
  type Finding,
  faultInLog,
  faultTold,
  judgeAnswer,
  judgeCalls,
  judgeLedger,
  judgeLog,
  readable,
} from './watch.ts';

/** How many inputs of a thousand go where; what the people of an office can reach gets most. */
export const shares = {
  ...{ commands: 150, presses: 270, submissions: 190, events: 80, bodies: 120, uploads: 20 },
  ...{ workbooks: 90, exports: 20, configs: 50, dataFiles: 4, templates: 6 },
} as const;
export type Entry = keyof typeof shares;

/** Milliseconds that the bot may still be at work after it has answered. */
const patience = 10_000;

/** Inputs under way at a time. */
const atOnce = 20;

/** Everything that is wrong after some requests were sent together. */
async function sendTogether({ workspace, lenient }: Office, requests: readonly Request[]): Promise<Finding[]> {
  const whole = { round: null, section: null, rosterEntry: null, after: 0, limit: 1 };
  const [last] = await workspace.store.ledger({ ...whole, before: Number.MAX_SAFE_INTEGER });
  const answers = await Promise.all(requests.map((request) => send(workspace.eventsUrl, request)));
  const said = requests.map(({ user, body }) => `${user} ${readable(body)}`).join('\n');
  const stop = new AbortController();
  const tooLate = delay(patience, true, { signal: stop.signal }).catch(() => false);
  const busy = await Promise.race([workspace.idle().then(() => false), tooLate]);
  stop.abort();
  const rows = await workspace.store.ledger({ ...whole, after: last?.sequence ?? 0, limit: 10_000 });
  const log = workspace.log.splice(0);
  const found = [
    ...(busy ? [{ rule: 'still at work after ten seconds', seen: '', input: said }] : []),
    ...answers.flatMap(judgeAnswer),
    ...judgeCalls(lenient.taken(), said),
    ...judgeLog(log, said),
    ...judgeLedger(rows, said),
  ];
  // Where the machine is so busy that Slack's stand-in is late, people are told so, and rightly.
  const late = log.some((line) => JSON.stringify(line).includes('aborted due to timeout'));
  return late ? found.filter(({ rule }) => rule !== faultInLog && rule !== faultTold) : found;
}

async function fuzzRequests(
  office: Office,
  made: fc.Arbitrary<Request>,
  count: number,
  seed: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let done = 0; done < count; done += atOnce) {
    const requests = fc.sample(made, { numRuns: Math.min(atOnce, count - done), seed: seed + done });
    findings.push(...(await sendTogether(office, requests)));
  }
  return findings;
}

/** A sheet of an open round, changed at any byte, sent to the bot. */
async function fuzzUploads(office: Office, count: number, seed: number): Promise<Finding[]> {
  const sound = withParts(sheetOf(), { [sheetPart]: (xml) => xml.replaceAll('r6-results', 'asked') });
  const findings: Finding[] = [];
  const users = ['U0STAFF', 'U0TRADE', ...outsiders];
  for (const [index, bytes] of fc.sample(mutatedBytes(sound), { numRuns: count, seed }).entries()) {
    const user = users[index % users.length] ?? '';
    office.lenient.files.set(`F0SHEET`, { name: '様式.xlsx', user, bytes });
    const shared = {
      type: 'message',
      subtype: 'file_share',
      channel_type: 'im',
      channel: 'D1',
      ts: '1.1',
      event_ts: '1',
    };
    findings.push(
      ...(await sendTogether(office, [
        event(user, { ...shared, user, files: [{ id: 'F0SHEET', name: '様式.xlsx' }] }),
      ])),
    );
  }
  return findings;
}

type Fuzz = (count: number, seed: number) => Promise<Finding[]>;

interface Opened {
  fuzz: Readonly<Record<Entry, Fuzz>>;
  /** What the forgers begin with. */
  honest: Honest;
  close: () => Promise<void>;
}

/** Everything that can be fuzzed, over one office; `close` when done. */
export async function openFuzz(): Promise<Opened> {
  const catalog: Catalog = realCatalog();
  const ask = await realAsk(catalog);
  // What there is to press is learnt in an office of its own: pressing it changes things.
  const school = await openOffice(catalog, ask);
  const honest = await learnHonestly(school);
  await school.workspace.close();
  const office = await openOffice(catalog, ask);
  const { responseUrl } = office.workspace.recorder;
  const over =
    (made: fc.Arbitrary<Request>): Fuzz =>
    (count, seed) =>
      fuzzRequests(office, made, count, seed);
  return {
    honest,
    fuzz: {
      commands: over(commands(responseUrl)),
      presses: over(presses(honest, responseUrl)),
      submissions: over(submissions(honest)),
      events: over(events(responseUrl)),
      bodies: over(bodies(responseUrl)),
      uploads: (count, seed) => fuzzUploads(office, count, seed),
      workbooks,
      exports: exportsOf,
      configs,
      dataFiles,
      templates,
    },
    close: () => office.workspace.close(),
  };
}
