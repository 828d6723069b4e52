/** local/: a workspace in the browser that drives the real Bolt app over signed HTTP, as Slack would. */
import { randomBytes } from 'node:crypto';
import type { Wording } from '../wording/wording.ts';
import { startBorder } from './border.ts';
import { createBotClient } from './bot-client.ts';
import { createCalendarClock, type WorkspaceClock } from './calendar-clock.ts';
import { createDirectory } from './directory.ts';
import { type JournalFault, openJournal } from './journal.ts';
import { createObserve } from './observe.ts';
import type { PageParts } from './page-model.ts';
import { botUserId, channelIds, directIds, type Persona, personas, userIds } from './people.ts';
import { createPressing } from './pressing.ts';
import { createResponses } from './responses.ts';
import { type PageServer, type ServerFault, servePages } from './server.ts';
import { botToken, readManifest, type SlackApi, startSlackApi } from './slack-api.ts';
import type { Change, State } from './state.ts';
import { createSubmitting } from './submitting.ts';
import { createViews } from './views.ts';
import { createWriting } from './writing.ts';

export { portFault } from './port.ts';
export type { WorkspaceClock };

interface WorkspaceOptions {
  /** Where the workspace is kept over restarts. */
  folder: string;
  /** Begins anew, even in a folder that cannot be read; what was stays beside it. */
  reset: boolean;
  /** The text of manifest.yml: what it does not grant, the bot cannot do. */
  manifest: string;
  /** The project's folder, which holds the pages' styles. */
  root: string;
  wording: Wording;
  /** The slash command as installed. */
  command: string;
  clock: WorkspaceClock;
  /** A date some open days later. */
  afterOpenDays: (date: string, count: number) => string;
}

/** The bot behind the pages, and where they are served. */
interface Front {
  port: number;
  /** Where the bot listens for Slack at the time. */
  botUrl: () => string;
  /** What people do waits for it: the first question can be answered. */
  ready: Promise<unknown>;
  /** Makes the bot forget as well when somebody begins anew. */
  onReset: () => Promise<void>;
  /** Tells the bot that the time is another. */
  onClock: () => void;
}

/** A Slack to install the bot in; its pages are served once the bot listens. */
export interface LocalWorkspace {
  slackApiUrl: string;
  /** Slack's ids of the people in it. */
  people: Readonly<Record<Persona, string>>;
  botToken: string;
  signingSecret: string;
  /** Serves the pages on a loopback port. */
  serve(front: Front): Promise<PageServer | ServerFault>;
  close(): Promise<void>;
}

/** So many of the bot's messages in each conversation can still be edited after a restart. */
const mostReplayed = 100;

/** Tells the simulated Slack, which forgets, of messages that the bot posted before: it may edit or look them up. */
async function replay(slack: SlackApi, state: State, conversations: readonly string[]): Promise<void> {
  for (const conversation of conversations) {
    const posted = state
      .messages(conversation)
      .filter(({ author, onlyFor }) => author === botUserId && onlyFor === null);
    for (const { ts, text, metadata } of posted.slice(-mostReplayed)) {
      const reply = await slack.call('bot', 'chat.postMessage', { channel: conversation, text: text || ' ', metadata });
      if (reply.ts !== undefined) slack.translation.learn(ts, reply.ts);
    }
  }
}

export async function openWorkspace(
  options: WorkspaceOptions,
): Promise<{ ok: true; workspace: LocalWorkspace } | { ok: false; fault: JournalFault }> {
  const { wording, clock } = options;
  const opened = openJournal(options.folder, { anew: options.reset });
  if (!opened.ok) return opened;
  const { journal } = opened;
  const calendarClock = createCalendarClock(clock, options.afterOpenDays);
  calendarClock.restore(journal.state.ahead());

  const manifest = readManifest(options.manifest);
  const slack = await startSlackApi(manifest, (persona) => wording.plain('local.persona', { persona }));
  await replay(slack, journal.state, [...Object.values(directIds), ...Object.values(channelIds)]);

  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const record = (change: Change): void => {
    journal.record(change);
    changed();
  };
  const views = createViews(changed);
  const triggers = new Map<string, Persona>();
  const responses = createResponses({ record, now: clock.now, seconds: clock.realSeconds });
  const border = await startBorder(slack, {
    onCall: createObserve({
      views,
      record,
      now: clock.now,
      ownerOf: (trigger) => {
        const persona = triggers.get(trigger);
        return persona ? userIds[persona] : null;
      },
    }),
    onResponse: responses.respond,
  });
  const signingSecret = randomBytes(16).toString('hex');

  return {
    ok: true,
    workspace: {
      slackApiUrl: border.apiUrl,
      people: userIds,
      botToken,
      signingSecret,
      serve({ port, botUrl, ready, onReset, onClock }) {
        const parts = {
          bot: createBotClient({ url: botUrl, signingSecret, now: clock.realSeconds, ready }),
          views,
          responses,
          directory: createDirectory(wording),
          command: options.command,
          state: () => journal.state,
          record,
          async trigger(persona: Persona) {
            const { trigger_id: id = '' } = await slack.call(persona, 'views.generateTriggerId', {
              user_id: userIds[persona],
            });
            triggers.set(id, persona);
            return id;
          },
          async post(persona: Persona, conversation: string, text: string) {
            const { ts = '' } = await slack.call(persona, 'chat.postMessage', { channel: conversation, text });
            return ts;
          },
          upload: slack.upload,
          responseUrl: border.responseUrl,
          now: clock.now,
        };
        const pages: PageParts = {
          wording,
          directory: parts.directory,
          command: options.command,
          state: parts.state,
          views,
          clock: calendarClock,
          shortcuts: manifest.features.shortcuts
            .filter(({ type }) => type === 'message')
            .map(({ name, callback_id: callbackId }) => ({ name, callbackId })),
        };
        return servePages({
          port,
          root: options.root,
          pages,
          gestures: { ...createWriting(parts), ...createPressing(parts), ...createSubmitting(parts) },
          download: slack.download,
          moveClock: (seconds) => {
            record({ kind: 'clock', days: 0, seconds });
            onClock();
          },
          reset: async () => {
            // First of all: what a new beginning is dated by must be the real day.
            calendarClock.restore(0);
            await onReset();
            journal.reset();
            for (const persona of personas) views.clear(userIds[persona]);
            changed();
          },
          subscribe: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        });
      },
      async close() {
        await border.close();
        await slack.close();
        journal.close();
      },
    },
  };
}
