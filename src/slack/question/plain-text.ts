/**
 * What a person wrote, out of Slack's message text: mentions of the bot and of people gone, channels and links by their names,
 * entities as characters (https://docs.slack.dev/messaging/formatting-message-text).
 */
export function plainText(text: string): string {
  return text
    .replace(/<[@!][^>]*>/gu, ' ')
    .replace(/<#[A-Z0-9]+\|?([^>]*)>/gu, '$1')
    .replace(/<(?:https?:|mailto:)[^>|]*\|([^>]*)>/gu, '$1')
    .replace(/<((?:https?:|mailto:)[^>]*)>/gu, '$1')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
    .trim();
}
