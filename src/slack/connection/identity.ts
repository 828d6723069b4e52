import { setTimeout as delay } from 'node:timers/promises';
import type { AuthorizeResult } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { refusalOf } from './refused.ts';

/** Who the bot is in its workspace, by auth.test; and whether Slack's Web API still answers and takes the token. */
export interface Identity {
  /** What Bolt needs for every request; never waits for Slack. */
  authorize: () => Promise<AuthorizeResult>;
  /** Asks until Slack answers; resolves when it has. @throws SlackRefused when the token is not accepted. */
  settle: (signal: AbortSignal) => Promise<void>;
  /** Asks again and again until it is told to stop. @throws SlackRefused when the token is not accepted any more. */
  watch: (signal: AbortSignal) => Promise<void>;
  /** Whether Slack has told it, and answers. */
  isSettled: () => boolean;
  /** The workspace the bot is installed in; null until Slack has said so. */
  teamId: () => string | null;
}

const firstPause = 1_000;
const longestPause = 60_000;
/** Milliseconds from one answer to the next question. */
const pulse = 60_000;
/** Questions in a row without an answer that mean more than a slow moment. */
const awayAfter = 2;

/**
 * Bolt would ask auth.test before the first request, and leave it unanswered while Slack's API is slow.
 * Here requests are answered without, and only the bot's own messages wait to be recognised.
 */
export function createIdentity(token: string, client: WebClient, log: Logger): Identity {
  let known: { botId?: string; botUserId?: string; teamId?: string } | null = null;
  let unanswered = 0;
  const pauseFor = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
    delay(milliseconds, null, { signal, ref: false }).catch(() => null);

  const identity: Identity = {
    authorize: async () => ({ botToken: token, ...known }),
    isSettled: () => known !== null && unanswered < awayAfter,
    teamId: () => known?.teamId ?? null,
    async settle(signal) {
      for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
        try {
          const { bot_id, user_id, team_id, team } = await client.auth.test();
          const isNew = known === null;
          known = {
            ...(bot_id === undefined ? {} : { botId: bot_id }),
            ...(user_id === undefined ? {} : { botUserId: user_id }),
            ...(team_id === undefined ? {} : { teamId: team_id }),
          };
          if (isNew || unanswered >= awayAfter) log.info({ team, bot: bot_id }, 'connected to the workspace');
          unanswered = 0;
          return;
        } catch (error) {
          const refusal = refusalOf(error, 'SLACK_BOT_TOKEN');
          if (refusal) throw refusal;
          unanswered += 1;
          log.warn({ err: error, nextTryInSeconds: pause / 1000 }, 'Slack did not answer auth.test');
          await pauseFor(pause, signal);
        }
      }
    },
    async watch(signal) {
      while (!signal.aborted) {
        await pauseFor(pulse, signal);
        await identity.settle(signal);
      }
    },
  };
  return identity;
}
