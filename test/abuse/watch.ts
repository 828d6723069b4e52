import querystring from 'node:querystring';
import type { LedgerEntry } from '../../src/report/ledger.ts';
import { botToken } from '../support/emulated-slack.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import type { Call } from '../support/recorder.ts';
import { signingSecret } from '../support/signed.ts';
import { breaches, type Surface } from '../support/slack-limits.ts';
import { rights } from './office.ts';
import type { Answer } from './send.ts';

/** Something that must not be, with the input that made it so. */
export interface Finding {
  rule: string;
  /** What was seen. */
  seen: string;
  input: string;
}

export const faultTold = 'a fault nobody thought of';
export const faultInLog = 'a fault in the log';

/** What the bot itself writes as markup: the name of somebody or of a channel, a time in the reader's own zone, a page of the plans. */
const own = /^<(?:[@#][UWC][A-Z0-9]+>|!date\^|https:\/\/www\.pref\.miyagi)/u;
/** What programs say of themselves to those who wrote them. */
const internal =
  /\bat \S+ \(|\.[jt]s:\d+|node_modules|file:\/\/\/|\/(?:tmp|home|work|usr)\/\w|\b(?:Type|Range|Reference|Syntax|Zod|Sqlite|Assertion)Error\b|Cannot (?:read|set|convert)|is not (?:a function|iterable|defined)|SQLITE_|UNIQUE constraint|Invalid (?:input|option|date|time)|Expected .* (?:received|JSON)|Unexpected (?:token|end)|\[object \w+\]|\bNaN\b|\bundefined\b/u;
/** The sentence for what nobody thought of: a person may see it, but no input may lead to it. */
const unexpected = /うまく処理できませんでした/u;
const secrets = [botToken, signingSecret, 'secret-path', 'hooks.slack.test'];

const modalMethods = new Set(['views.open', 'views.push', 'views.update']);

/** A body as it was before it was put into a form. */
export function readable(body: string): string {
  return querystring.unescape(body.replaceAll('+', ' '));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** What a person, or Slack, would see wrong in something the bot sends. `said` is what the sender has typed. */
function wrongWith(surface: Surface, payload: unknown, said: string): { rule: string; seen: string }[] {
  const found = breaches(surface, payload).map(({ at, rule }) => ({
    rule: 'beyond Slack’s limits',
    seen: `${at}: ${rule}`,
  }));
  const alone = typeof payload === 'object' && payload !== null && 'text' in payload ? [String(payload.text)] : [];
  for (const text of [...mrkdwnTexts(payload), ...alone]) {
    const live = liveMarkup(text).filter((markup) => !own.test(markup));
    if (live.length > 0) found.push({ rule: 'unescaped markup', seen: `${live.join(' ')} in ${text.slice(0, 200)}` });
  }
  for (const text of strings(payload)) {
    const [told] = internal.exec(text) ?? [];
    // What somebody typed may be shown to them again, whatever it is.
    if (told !== undefined && !said.includes(told))
      found.push({ rule: 'inner workings told', seen: text.slice(0, 300) });
    if (unexpected.test(text)) found.push({ rule: faultTold, seen: text.slice(0, 80) });
  }
  return found;
}

function surfaceOf(call: Call): [Surface, unknown] | null {
  if (modalMethods.has(call.method)) return ['modal', call.body.view];
  if (call.method === 'views.publish') return ['home', call.body.view];
  if (['chat.postMessage', 'chat.update', 'response'].includes(call.method)) return ['message', call.body];
  // The words beside a file are read as a message's are.
  if (call.method === 'files.completeUploadExternal') return ['message', { text: call.body.initial_comment }];
  return null;
}

/** What is wrong with the answer to a request itself. */
export function judgeAnswer({ request, status, body }: Answer): Finding[] {
  const input = `${request.user} ${readable(request.body).slice(0, 20_000)}`;
  const found: { rule: string; seen: string }[] = [];
  if (status !== 200 && (status < 400 || status > 499))
    found.push({ rule: 'answered neither 200 nor 4xx', seen: `${status}` });
  if (body.startsWith('{')) {
    const answer: unknown = JSON.parse(body);
    const view = typeof answer === 'object' && answer !== null && 'view' in answer ? answer.view : null;
    if (view !== null) found.push(...wrongWith('modal', view, input));
    else if (body.includes('"response_action":"errors"')) {
      for (const text of strings(answer))
        if (internal.test(text) && !input.includes(text)) found.push({ rule: 'inner workings told', seen: text });
    } else if (!body.includes('"challenge"')) found.push(...wrongWith('message', answer, input));
  } else if (body !== '' && !['accepted'].includes(body))
    found.push({ rule: 'answered in no form Slack knows', seen: body.slice(0, 200) });
  return found.map((one) => ({ ...one, input }));
}

/** What is wrong with what the bot has sent of itself meanwhile. */
export function judgeCalls(calls: readonly Call[], input: string): Finding[] {
  return calls.flatMap((call) => {
    const at = surfaceOf(call);
    return at ? wrongWith(...at, input).map((one) => ({ ...one, seen: `${call.method}: ${one.seen}`, input })) : [];
  });
}

/** Faults that only the log tells of, and secrets in it. */
export function judgeLog(lines: readonly Record<string, unknown>[], input: string): Finding[] {
  return lines.flatMap((line) => {
    const text = JSON.stringify(line);
    const secret = secrets.find((one) => text.includes(one));
    return [
      ...(secret === undefined ? [] : [{ rule: 'a secret in the log', seen: text.slice(0, 600), input }]),
      ...(Number(line.level) >= 50 ? [{ rule: faultInLog, seen: text.slice(0, 900), input }] : []),
    ];
  });
}

/** Rows of the ledger by somebody who had no right to them. */
export function judgeLedger(rows: readonly LedgerEntry[], input: string): Finding[] {
  const personal = new Set(['set-absence', 'snooze']);
  return rows.flatMap((row) => {
    // Sending what is due is the bot's own.
    if (row.by === null) return [];
    const of = rights[row.by.user];
    const may =
      of !== undefined &&
      (of.includes('everything') ||
        (row.section === null ? personal.has(row.action) : of.includes(row.section)) ||
        (row.action === 'export' && of.length > 0));
    return may ? [] : [{ rule: 'changed without the right', seen: JSON.stringify(row).slice(0, 600), input }];
  });
}
