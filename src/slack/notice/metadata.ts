import { z } from 'zod';
import { type NoticeKey, noticeKeySchema } from '../../notice/notice.ts';

/** https://docs.slack.dev/messaging/message-metadata: everybody in the workspace can read it, so it holds the key and nothing else. */
const eventType = 'keikaku_navi_notice';

const metadataSchema = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ key: noticeKeySchema }),
});

/** What a message carries so that it is found again. */
export function metadataOf(key: NoticeKey): z.infer<typeof metadataSchema> {
  return { event_type: eventType, event_payload: { key } };
}

/** The key that a message carries; null for any other message. */
export function keyIn(metadata: unknown): NoticeKey | null {
  return metadataSchema.safeParse(metadata).data?.event_payload.key ?? null;
}
