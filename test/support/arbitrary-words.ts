import fc from 'fast-check';

/** Pieces that Slack, a template or a careless cut could take for something else than text. */
const pieces = [
  '<!channel>',
  '<!here|x>',
  '<@U012AB3CD>',
  '<http://x.example|安全>',
  '<',
  '>',
  '&',
  '&amp;',
  '&lt;!channel&gt;',
  '*太字*',
  '`符号`',
  '_下線_',
  '~取消~',
  '{{ command }}',
  '{% raw %}',
  '"\\',
  '\n\n',
  '\t',
  '　',
  '\u0000\u001b[31m',
  '\u202e',
  '𠮷',
  '👨‍👩‍👧',
  '🈂️',
  '電子申請',
  '震災復興・企画部',
  '㍿',
  'a',
  '0',
] as const;

const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 }));

/** Any text a file or a person could hold: never blank, seldom harmless. */
export function hostileText(longest: number): fc.Arbitrary<string> {
  const short = fc.array(piece, { minLength: 1, maxLength: 8 }).map((all) => all.join(''));
  const long = fc
    .tuple(piece, fc.nat({ max: longest }))
    .map(([one, length]) => one.repeat(Math.ceil(length / Math.max(1, one.length))));
  return fc
    .oneof({ weight: 5, arbitrary: short }, { weight: 1, arbitrary: long })
    .map((text) => text.slice(0, longest))
    .map((text) => (text.trim() === '' ? '・' : text));
}

/** Text without white space, as printed numbers and section names are. */
export function hostileWord(longest: number): fc.Arbitrary<string> {
  return hostileText(longest).map((text) => text.replace(/\s/gu, '') || '語');
}
