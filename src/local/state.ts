import { z } from 'zod';

const blocksSchema = z.array(z.unknown());

/** A file that hangs on a message; its bytes are the simulated Slack's, and go with it. */
const fileSchema = z.strictObject({ id: z.string(), name: z.string(), size: z.number() });

/** A message as the page shows it. */
const messageSchema = z.strictObject({
  conversation: z.string(),
  /** Slack's id of a message within its conversation. */
  ts: z.string(),
  /** When it was sent by the workspace's clock, ISO 8601 in UTC. */
  at: z.string(),
  author: z.string(),
  /** The user an ephemeral message is shown to; null for everybody. */
  onlyFor: z.string().nullable(),
  /** The ts of the message this one answers in a thread; null for none. */
  thread: z.string().nullable(),
  text: z.string(),
  blocks: blocksSchema,
  metadata: z.unknown().optional(),
  files: z.array(fileSchema).optional(),
  edited: z.boolean(),
});
export type Message = z.infer<typeof messageSchema>;

export const viewSchema = z.looseObject({
  id: z.string(),
  type: z.enum(['modal', 'home']),
  blocks: blocksSchema,
  callback_id: z.string().nullish(),
  external_id: z.string().nullish(),
  private_metadata: z.string().nullish(),
  hash: z.string().nullish(),
  title: z.looseObject({ text: z.string() }).nullish(),
  submit: z.looseObject({ text: z.string() }).nullish(),
  close: z.looseObject({ text: z.string() }).nullish(),
  notify_on_close: z.boolean().nullish(),
  clear_on_close: z.boolean().nullish(),
});
/** A modal or an App Home as Slack's Web API returns it. */
export type View = z.infer<typeof viewSchema>;

/** Everything that changes the workspace and outlives a restart; one line of the journal each. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('posted'), message: messageSchema }),
  z.strictObject({
    kind: z.literal('updated'),
    conversation: z.string(),
    ts: z.string(),
    text: z.string(),
    blocks: blocksSchema,
  }),
  z.strictObject({ kind: z.literal('deleted'), conversation: z.string(), ts: z.string() }),
  z.strictObject({ kind: z.literal('published'), user: z.string(), view: viewSchema }),
  z.strictObject({ kind: z.literal('typed'), user: z.string(), text: z.string() }),
  // Both together: workspaces of before counted whole days.
  z.strictObject({ kind: z.literal('clock'), days: z.int(), seconds: z.int().default(0) }),
]);
export type Change = z.infer<typeof changeSchema>;

/** What the workspace holds, oldest first. */
export interface State {
  messages(conversation: string): readonly Message[];
  message(conversation: string, ts: string): Message | null;
  home(user: string): View | null;
  /** What somebody sent before, the newest last; for going back with the arrow key. */
  typed(user: string): readonly string[];
  /** Seconds by which the workspace's clock stands ahead of the real one; negative for behind. */
  ahead(): number;
  apply(change: Change): void;
  /** The shortest list of changes that makes this state anew. */
  changes(): Change[];
}

const mostTyped = 50;
const secondsOfDay = 86_400;

export function createState(): State {
  const conversations = new Map<string, Message[]>();
  const homes = new Map<string, View>();
  const typed = new Map<string, string[]>();
  let ahead = 0;

  const messages = (conversation: string): Message[] => conversations.get(conversation) ?? [];
  const replace = (conversation: string, ts: string, by: (message: Message) => Message[]): void => {
    conversations.set(
      conversation,
      messages(conversation).flatMap((message) => (message.ts === ts ? by(message) : [message])),
    );
  };

  return {
    messages,
    message: (conversation, ts) => messages(conversation).find((message) => message.ts === ts) ?? null,
    home: (user) => homes.get(user) ?? null,
    typed: (user) => typed.get(user) ?? [],
    ahead: () => ahead,
    apply(change) {
      switch (change.kind) {
        case 'posted': {
          const { conversation } = change.message;
          const held = conversations.get(conversation);
          if (held) held.push(change.message);
          else conversations.set(conversation, [change.message]);
          return;
        }
        case 'updated':
          return replace(change.conversation, change.ts, (message) => [
            { ...message, text: change.text, blocks: change.blocks, edited: true },
          ]);
        case 'deleted':
          return replace(change.conversation, change.ts, () => []);
        case 'published':
          homes.set(change.user, change.view);
          return;
        case 'typed': {
          const earlier = (typed.get(change.user) ?? []).filter((text) => text !== change.text);
          typed.set(change.user, [...earlier, change.text].slice(-mostTyped));
          return;
        }
        case 'clock':
          ahead = change.days * secondsOfDay + change.seconds;
      }
    },
    changes: () => [
      ...[...conversations.values()].flat().map((message): Change => ({ kind: 'posted', message })),
      ...Array.from(homes, ([user, view]): Change => ({ kind: 'published', user, view })),
      ...Array.from(typed, ([user, texts]) => texts.map((text): Change => ({ kind: 'typed', user, text }))).flat(),
      ...(ahead === 0 ? [] : [{ kind: 'clock', days: 0, seconds: ahead } satisfies Change]),
    ],
  };
}
