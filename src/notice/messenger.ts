import type { Moment } from '../report/day.ts';
import type { Content } from './content.ts';
import type { NoticeKey } from './notice.ts';
import type { MessagePlace } from './outbox.ts';
import type { Recipient } from './recipient.ts';

/** A message that is to be posted. */
export interface Message {
  to: Recipient;
  /** The thread it goes into; null for the conversation itself. */
  thread: MessagePlace | null;
  /** Travels with the message, so that it is found again. */
  key: NoticeKey;
  content: Content;
}

/** What Slack made of it. */
export type Posted =
  | { kind: 'posted'; place: MessagePlace }
  /** Nobody has got it, and nobody will: «channel_not_found», «is_archived», … */
  | { kind: 'refused'; trouble: string }
  /** Nobody has got it; Slack asks for a pause of all messages. */
  | { kind: 'paused'; seconds: number }
  /** Nobody has got it: Slack was not reached, or says that it has a fault of its own and took nothing. */
  | { kind: 'not-reached'; trouble: string }
  /** It may have been posted: no answer came, or one that says nothing. */
  | { kind: 'unclear'; trouble: string };

/** The request was not written any more: nobody has got it. */
export interface TooLate {
  kind: 'too-late';
}

/** What became of looking for a message. */
export type Sought =
  | { kind: 'found'; place: MessagePlace }
  | { kind: 'absent' }
  /** Slack does not let the bot look: «missing_scope», «not_in_channel». */
  | { kind: 'refused'; trouble: string }
  | { kind: 'paused'; seconds: number }
  | { kind: 'not-reached'; trouble: string };

/** The way out to people, which slack/ provides. Never throws: whatever happens is one of its answers. */
export interface Messenger {
  /** `mayBeWritten` is asked once more when the connection is open, right before the request is written to it. */
  post(message: Message, mayBeWritten?: () => boolean): Promise<Posted | TooLate>;
  /** Looks for a message by its key in a conversation, not further back than a moment. */
  find(message: Pick<Message, 'to' | 'thread' | 'key'>, since: Moment): Promise<Sought>;
  /** Edits a message; it makes no sound. */
  edit(place: MessagePlace, message: Pick<Message, 'key' | 'content'>): Promise<Posted>;
}
