import type { Directory } from './blocks/context.ts';
import type { Acknowledged, BotClient } from './bot-client.ts';
import type { Persona } from './people.ts';
import type { Responses } from './responses.ts';
import type { Change, State } from './state.ts';
import type { Views } from './views.ts';

/** Why a gesture came to nothing; the page says it in words. */
export type Problem = 'gone' | 'forged' | 'no-answer' | 'refused' | 'unknown-command' | 'not-understood';

/** A file as the page sends it. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** What every gesture needs: the bot to tell of it, and the workspace to show what comes back. */
export interface GestureParts {
  bot: BotClient;
  views: Views;
  responses: Responses;
  directory: Directory;
  /** The slash command as installed. */
  command: string;
  state(): State;
  record(change: Change): void;
  /** A trigger that lets the bot open a modal for this person for three seconds. */
  trigger(persona: Persona): Promise<string>;
  /** Posts as a person; the ts. */
  post(persona: Persona, conversation: string, text: string): Promise<string>;
  /** Sends a person's file; its id. */
  upload(persona: Persona, conversation: string, file: SentFile): Promise<string>;
  responseUrl(token: string): string;
  /** Now by the workspace's clock, ISO 8601. */
  now(): string;
}

export function problemOf(answer: Acknowledged): Problem | null {
  return answer.ok ? null : answer.error;
}

/** The text of an acknowledgement as JSON; the text itself where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
