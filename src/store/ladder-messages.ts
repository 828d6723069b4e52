import type { Kysely, Selectable, Transaction } from 'kysely';
import { isOfLadder, type LadderMessage, toldAbout, toldAboutSchema } from '../notice/ladder-message.ts';
import { type Notice, noticeSchema } from '../notice/notice.ts';
import { type Moment, momentSchema } from '../report/day.ts';
import { fromJson, toJson } from './json.ts';
import type { Schema } from './schema.ts';

/** Writes down that a notice went out, if it is one of the ladder. Only while nobody else changes the outbox: rows come in the order in which they can be read. */
export async function addLadderMessage(
  db: Transaction<Schema>,
  notice: Notice,
  at: Moment,
  shown: unknown,
): Promise<void> {
  if (!isOfLadder(notice)) return;
  await db
    .insertInto('ladder_messages')
    .values({ notice: toJson(notice), sent_at: at, about: toJson(toldAbout(shown)) })
    .execute();
}

function toMessage({ notice, sent_at, about }: Selectable<Schema['ladder_messages']>): LadderMessage {
  const read: Notice = fromJson(noticeSchema, notice);
  if (!isOfLadder(read)) throw new TypeError(`${read.kind} is no notice of the ladder`);
  return { notice: read, sentAt: momentSchema.parse(sent_at), about: fromJson(toldAboutSchema, about) };
}

/** What was read up to a row, of what was sent since a moment. */
interface Known {
  since: Moment;
  last: number;
  messages: readonly LadderMessage[];
}

/**
 * Reads what went out since a moment, oldest first. Rows never change and are added at the end, whichever process adds them, so
 * that each is read once: while thousands of notices go this is asked for with every few of them.
 */
export function ladderReader(db: Kysely<Schema>): (since: Moment) => Promise<readonly LadderMessage[]> {
  let known: Known | null = null;
  return async (since) => {
    const from = known !== null && known.since <= since ? known : { last: 0, messages: [] };
    const rows = await db
      .selectFrom('ladder_messages')
      .selectAll()
      .where('sequence', '>', from.last)
      .where('sent_at', '>=', since)
      .orderBy('sequence')
      .execute();
    const messages = [...from.messages.filter(({ sentAt }) => sentAt >= since), ...rows.map(toMessage)];
    known = { since, last: rows.at(-1)?.sequence ?? from.last, messages };
    return messages;
  };
}
