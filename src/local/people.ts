/** Who plays in the local workspace, and where: three people of an office, two channels, and each one's talk with the bot. */
export const personas = ['staff', 'head', 'coordinator'] as const;
export type Persona = (typeof personas)[number];

export const botUserId = 'U00000NAVI';
export const botId = 'B000000001';
export const appId = 'A000000001';
export const teamId = 'T000000001';

/** Slack ids that stay the same over restarts, so that what the bot keeps about people stays true. */
export const userIds: Readonly<Record<Persona, string>> = {
  staff: 'U0STAFF001',
  head: 'U0HEAD0001',
  coordinator: 'U0COORD001',
};

export const channels = ['general', 'digital'] as const;
export type Channel = (typeof channels)[number];
export const channelIds: Readonly<Record<Channel, string>> = { general: 'C0GENERAL1', digital: 'C0DIGITAL1' };

export const directIds: Readonly<Record<Persona, string>> = {
  staff: 'D0STAFF001',
  head: 'D0HEAD0001',
  coordinator: 'D0COORD001',
};

/** Where a persona can be: a channel, the direct messages with the bot, or the bot's App Home. */
export const places = [...channels, 'navi', 'home'] as const;
export type Place = (typeof places)[number];

/** The Slack id of the conversation behind a place; the App Home belongs to the direct messages. */
export function conversationAt(place: Place, persona: Persona): string {
  return place === 'general' || place === 'digital' ? channelIds[place] : directIds[persona];
}

export function personaOf(userId: string): Persona | null {
  return personas.find((persona) => userIds[persona] === userId) ?? null;
}
