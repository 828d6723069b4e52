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

/** What the bot itself puts into the text beside the blocks: the name of a member or a channel. */
const own = /<[@#][UWC][A-Z0-9]+>|&(?:amp|lt|gt);|[&<>]/gu;

/**
 * Makes the text beside the blocks safe: Slack shows it in notifications, and where there are no blocks, and reads it as mrkdwn.
 * Names stay names, and what is escaped already stays as it is.
 */
export function escapeFallback(text: string): string {
  return text.replace(own, (found) => entities[found] ?? found);
}
