import { z } from 'zod';
import { type UserId, userIdSchema } from '../report/person.ts';
import { type ChannelId, channelIdSchema } from '../report/roster.ts';

/** Whom a notice goes to: a person, in the direct messages with the bot, or everybody in a channel. Slack's ids tell which. */
export const recipientSchema = z.union([userIdSchema, channelIdSchema]);
export type Recipient = UserId | ChannelId;

/** Whether it is a person, who is written to directly. */
export function isPerson(recipient: Recipient): recipient is UserId {
  return userIdSchema.safeParse(recipient).success;
}
