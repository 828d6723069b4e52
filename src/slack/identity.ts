import { setTimeout as delay } from 'node:timers/promises';
import type { AuthorizeResult } from '@slack/bolt';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';

/** Who the bot is in its workspace, asked once with auth.test. */
export interface Identity {
  /** What Bolt needs for every request; never waits for Slack. */
  authorize: () => Promise<AuthorizeResult>;
  /** Asks until Slack answers; resolves when it has. @throws WebAPIPlatformError when the token is refused. */
  settle: (signal: AbortSignal) => Promise<void>;
  isSettled: () => boolean;
}

const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Bolt would ask auth.test before the first request, and leave it unanswered while Slack's API is slow.
 * Here requests are answered without, and only the bot's own messages wait to be recognised.
 */
export function createIdentity(token: string, client: WebClient, log: Logger): Identity {
  let known: { botId?: string; botUserId?: string; teamId?: string } | null = null;
  return {
    authorize: async () => ({ botToken: token, ...known }),
    isSettled: () => known !== null,
    async settle(signal) {
      for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
        try {
          const { bot_id, user_id, team_id, team } = await client.auth.test();
          known = {
            ...(bot_id === undefined ? {} : { botId: bot_id }),
            ...(user_id === undefined ? {} : { botUserId: user_id }),
            ...(team_id === undefined ? {} : { teamId: team_id }),
          };
          log.info({ team, bot: bot_id }, 'connected to the workspace');
          return;
        } catch (error) {
          // Slack's own word that the token is wrong will not change by asking again.
          if (error instanceof WebAPIPlatformError && error.data.error !== 'internal_error') throw error;
          log.warn({ err: error, nextTryInSeconds: pause / 1000 }, 'Slack did not answer auth.test');
          await delay(pause, null, { signal, ref: false }).catch(() => null);
        }
      }
    },
  };
}
