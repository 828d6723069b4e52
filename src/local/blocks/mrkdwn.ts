/** A piece of a line of mrkdwn. */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inner: readonly Inline[] }
  | { kind: 'link'; address: string; text: string }
  | { kind: 'user' | 'channel'; id: string; label: string | null };

/** What stands below one another in mrkdwn. */
export type Paragraph = { kind: 'lines' | 'quote'; inner: readonly Inline[] } | { kind: 'preformatted'; text: string };

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Formatting marks count only at the edges of words, as in Slack: «2014~2016» stays as it is. */
const piece =
  /<(?<angle>[^<>\n]+)>|`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}])(?<mark>[*_~])(?<inner>(?!\k<mark>)\S(?:(?:(?!\k<mark>)[^\n])*(?!\k<mark>)\S)?)\k<mark>(?![\p{L}\p{N}])|(?<url>https?:\/\/[^\s<>|`*]+)/gu;

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/gu, (entity) => entities[entity] ?? entity);
}

/** What stands in angle brackets: mentions, dates, links. */
function reference(content: string): Inline {
  const bar = content.indexOf('|');
  const [target, given] = bar < 0 ? [content, null] : [content.slice(0, bar), content.slice(bar + 1)];
  const label = given === null || given === '' ? null : unescaped(given);
  if (/^@[UW]/u.test(target)) return { kind: 'user', id: target.slice(1), label };
  if (/^#C/u.test(target)) return { kind: 'channel', id: target.slice(1), label };
  // <!here>, <!subteam^S1|@課>, <!date^…|4月1日>: what they would be read as.
  if (target.startsWith('!')) return { kind: 'text', text: label ?? `@${target.slice(1)}` };
  return { kind: 'link', address: unescaped(target), text: label ?? unescaped(target) };
}

function inline(text: string, verbatim: boolean): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  const plain = (until: number): void => {
    if (until > end) found.push({ kind: 'text', text: unescaped(text.slice(end, until)) });
  };
  for (const match of text.matchAll(piece)) {
    const { angle, code, mark, inner, url } = match.groups ?? {};
    if (url !== undefined && verbatim) continue;
    plain(match.index);
    end = match.index + match[0].length;
    if (angle !== undefined) found.push(reference(angle));
    else if (code !== undefined) found.push({ kind: 'code', text: unescaped(code) });
    else if (url !== undefined) found.push({ kind: 'link', address: unescaped(url), text: unescaped(url) });
    else if (mark === '*' || mark === '_' || mark === '~')
      found.push({ kind: marks[mark], inner: inline(inner ?? '', verbatim) });
  }
  plain(text.length);
  return found;
}

const quoteMark = /^(?:&gt;|>) ?/u;

function paragraphs(text: string, verbatim: boolean): Paragraph[] {
  const groups: { quoted: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = quoteMark.test(line);
    const last = groups.at(-1);
    const own = quoted ? line.replace(quoteMark, '') : line;
    if (last && last.quoted === quoted) last.lines.push(own);
    else groups.push({ quoted, lines: [own] });
  }
  return groups.map(({ quoted, lines }) => ({
    kind: quoted ? 'quote' : 'lines',
    inner: inline(lines.join('\n'), verbatim),
  }));
}

/**
 * Reads Slack's markup: https://docs.slack.dev/messaging/formatting-message-text
 * With `verbatim`, addresses that are not in angle brackets stay text.
 */
export function readMrkdwn(text: string, verbatim: boolean): Paragraph[] {
  return text.split(/```\n?([\s\S]+?)```\n?/u).flatMap((part, index): Paragraph[] => {
    if (index % 2 === 1) return [{ kind: 'preformatted', text: unescaped(part) }];
    return part === '' ? [] : paragraphs(part, verbatim);
  });
}
