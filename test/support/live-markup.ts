/** Finds what Slack would take for markup in mrkdwn: https://docs.slack.dev/messaging/formatting-message-text. */

interface Found {
  text: string;
  type: unknown;
}

function textObjects(value: unknown): Found[] {
  if (Array.isArray(value)) return value.flatMap(textObjects);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'text' in value && typeof value.text === 'string' && 'type' in value
      ? [{ text: value.text, type: value.type }]
      : [];
  return [...own, ...Object.values(value).flatMap(textObjects)];
}

/** All texts of a payload that Slack reads as mrkdwn, but for the top-level one. */
export function mrkdwnTexts(payload: unknown): string[] {
  return textObjects(payload)
    .filter(({ type }) => type === 'mrkdwn')
    .map(({ text }) => text);
}

/** Mentions, links, broadcasts and stray brackets; entities that are cut or were never made. */
export function liveMarkup(text: string): string[] {
  return [...text.matchAll(/<[^>]{0,40}>?|>|&(?!(?:amp|lt|gt);)/gu)].map(([markup]) => markup);
}
