import { setTimeout as delay } from 'node:timers/promises';
import { moment } from '../../src/report/day.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { type DatabaseAddress, openStore } from '../../src/store/store.ts';
import { botToken, startEmulatedSlack } from '../support/emulated-slack.ts';
import { createPerson, type Person } from '../support/person.ts';
import { type Recorder, startRecorder } from '../support/recorder.ts';
import { type Member, startMember } from './member.ts';

/** The whole bot in a process of its own, in the emulated Slack: what may kill it does not kill the test. */
export interface ProcessWorkspace {
  bot: Member;
  recorder: Recorder;
  person: (name: string) => Promise<Person>;
  lookUp: (method: string, body: Record<string, unknown>) => Promise<Record<string, unknown>>;
  /** The same database, by another way. */
  store: ReportStore;
  /** Resolves when `/readyz` says so. */
  says: (readiness: string) => Promise<void>;
  /** Ends the bot in order; its exit code. */
  close: () => Promise<number | null>;
}

/** Starts the bot on a database, on 20 November 2026. */
export async function openProcessWorkspace(address: DatabaseAddress): Promise<ProcessWorkspace> {
  const slack = await startEmulatedSlack();
  const recorder = await startRecorder(slack.url);
  const store = await openStore(address, () => undefined);
  const bot = await startMember({
    url: address.engine === 'sqlite' ? `file:${address.file}` : address.url,
    apiUrl: recorder.apiUrl,
    ...{ from: moment('2026-11-20T01:00:00Z'), realStart: Date.now(), speed: 1 },
    coordinators: [await slack.user('coordinator')],
    botToken,
    halt: null,
  });
  return {
    bot,
    recorder,
    store: store.reports,
    lookUp: slack.lookUp,
    person: async (name) =>
      createPerson({
        user: await slack.user(name),
        channel: await slack.channel('general'),
        eventsUrl: bot.eventsUrl,
        recorder,
        newTrigger: async (user) =>
          String((await slack.lookUp('views.generateTriggerId', { user_id: user })).trigger_id),
      }),
    says: async (readiness) => {
      while ((await bot.readiness()) !== readiness) await delay(50);
    },
    close: async () => {
      const code = await bot.end();
      await store.close();
      await recorder.close();
      await slack.close();
      return code;
    },
  };
}
