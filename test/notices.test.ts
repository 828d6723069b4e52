import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NoticeParts } from '../src/notice/parts.ts';
import type { Tick } from '../src/notice/tick.ts';
import { createNotices, createPlans } from '../src/notices.ts';
import { type Moment, moment } from '../src/report/day.ts';
import { realCatalog } from './support/catalog.ts';
import { openDesk } from './support/desk.ts';
import { botToken, type EmulatedSlack, startEmulatedSlack } from './support/emulated-slack.ts';
import { channel } from './support/notices.ts';
import { type Recorder, startRecorder } from './support/recorder.ts';
import { deed, digital, report, rosterEntry, round, signed, user } from './support/rounds.ts';
import { viewContextOf } from './support/view-context.ts';

const catalog = realCatalog();
let slack: EmulatedSlack;
let recorder: Recorder;
let parts: NoticeParts;
let now: Moment;
let tick: Tick;
let close: () => Promise<void>;

beforeEach(async () => {
  slack = await startEmulatedSlack();
  recorder = await startRecorder(slack.url);
  now = moment('2026-05-22T00:00:00Z');
  ({ parts, close } = await openDesk({ catalog, now: () => now }));
  tick = createNotices({
    parts,
    plans: createPlans(parts),
    wait: async () => undefined,
    botToken,
    slackApiUrl: recorder.apiUrl,
    newerBlocks: true,
    dispatcher: null,
    viewContext: () => viewContextOf(catalog),
    observe: () => undefined,
    log: pino({ level: 'silent' }),
  });
});
afterEach(async () => {
  await tick.stop();
  await close();
  await recorder.close();
  await slack.close();
});

const posted = (): string[] =>
  recorder.calls.filter(({ method }) => method === 'chat.postMessage').map(({ body }) => String(body.channel));

describe('one look of the clock', () => {
  test('sends the digest that it has just issued, with its thread', async () => {
    const general = channel(await slack.channel('general'));
    const settings = { channels: [general], automatic: true, since: moment('2026-05-18T03:00:00Z'), version: 0 };
    await parts.notices.saveDigestSettings(settings, deed('set-digest'));
    await parts.report.store.saveRound(round(), deed('open-round'));
    now = moment('2026-05-25T00:00:00Z');
    await tick.run();
    expect(posted()).toEqual([general]);
    now = moment('2026-05-25T00:00:02Z');
    await tick.run();
    const states = (await parts.notices.outbox.list({ limit: 20 })).map(({ notice, state }) => [notice.kind, state]);
    expect(states).toEqual([
      ['digest-part', 'sent'],
      ['digest', 'sent'],
    ]);
  });

  test('does not chase who has answered a moment before', async () => {
    const to = user(await slack.user('head'));
    await parts.report.store.saveRound(round({ sections: [digital] }), deed('open-round'));
    await parts.report.store.saveRosterEntry(rosterEntry({ head: to }), deed('edit-roster'));
    now = moment('2026-05-21T08:00:00Z');
    await tick.run();
    await parts.report.store.saveReport(report({ state: 'submitted', submitted: signed() }), deed('submit'));
    now = moment('2026-05-22T00:00:00Z');
    tick.kick();
    await tick.run();
    expect(posted()).toEqual([]);
  });
});
