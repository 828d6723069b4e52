import type { webApi } from '@slack/bolt';
import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Standing } from '../report/actor.ts';
import type { Account } from '../report/desk/parts.ts';
import type { UserId } from '../report/person.ts';

const userSchema = z.looseObject({
  team_id: z.string().optional(),
  name: z.string().default(''),
  real_name: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  profile: z.looseObject({ real_name: z.string().optional(), title: z.string().optional() }).optional(),
});

/** Somebody's name, post and standing change rarely, and are asked for with every gesture. */
const remembered = 5 * 60 * 1000;

interface LookOptions {
  botToken: string;
  clientOptions: webApi.WebClientOptions;
  /** Milliseconds, of any clock that only goes forward. */
  now: () => number;
}

/**
 * Asks Slack who somebody is (users.info; https://docs.slack.dev/reference/methods/users.info), and remembers it for five minutes.
 * Somebody of another workspace is external.
 */
export function createLook({ botToken, clientOptions, now }: LookOptions): (user: UserId) => Promise<Account | null> {
  const client = new WebClient(botToken, clientOptions);
  const known = new Map<UserId, { account: Account | null; at: number }>();
  let own: Promise<string | undefined> | null = null;

  /** The workspace the bot is installed in; asked again where Slack did not answer. */
  function ownTeam(): Promise<string | undefined> {
    own ??= client.auth.test().then(
      ({ team_id }) => team_id,
      (error) => {
        own = null;
        throw error;
      },
    );
    return own;
  }

  async function ask(user: UserId): Promise<Account | null> {
    try {
      const [{ user: found }, own] = await Promise.all([client.users.info({ user }), ownTeam()]);
      const one = userSchema.parse(found);
      const foreign = one.is_stranger || (one.team_id !== undefined && one.team_id !== own);
      return {
        name: one.profile?.real_name ?? one.real_name ?? one.name,
        post: one.profile?.title ?? '',
        standing: standingOf(one, foreign),
      };
    } catch (error) {
      if (error instanceof WebAPIPlatformError && /^user_not_(?:found|visible)$/u.test(error.data.error)) return null;
      throw error;
    }
  }

  return async (user) => {
    const held = known.get(user);
    if (held && now() - held.at < remembered) return held.account;
    const account = await ask(user);
    known.set(user, { account, at: now() });
    return account;
  };
}

function standingOf(user: z.infer<typeof userSchema>, foreign: boolean): Standing {
  if (user.deleted) return 'deactivated';
  if (user.is_bot) return 'bot';
  if (foreign) return 'external';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}
