const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const lookalikes: Readonly<Record<string, string>> = { '*': '＊', '`': '｀', _: '＿', '~': '～' };

/**
 * Makes a value safe inside mrkdwn: `& < >` as entities, which disarms mentions and links
 * (https://docs.slack.dev/messaging/formatting-message-text), a full-width `＞` at the beginning of a line,
 * where even the entity would make a quotation, and full-width forms for the characters that format.
 * Between letters or digits `_` and `~` do nothing in Slack and stay («2014~2016»).
 */
export function escapeMrkdwn(text: string): string {
  return text
    .replace(/^>/gmu, '＞')
    .replace(/[&<>]/gu, (character) => entities[character] ?? character)
    .replace(/[*`]|(?<![\p{L}\p{N}])[_~]|[_~](?![\p{L}\p{N}])/gu, (character) => lookalikes[character] ?? character);
}
