import fc from 'fast-check';

/** Characters that have broken text before: combining marks, halves of pairs, joined emoji, invisible and old ones. */
const awkward = [
  ...[
    '\u0000',
    '\u200b',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\u3000',
    '\n',
    'か\u3099',
    'ｱﾞ',
    'ー',
    'ｰ',
    '－',
    '—',
    '～',
    '・',
  ],
  ...['①', 'Ⅱ', '髙', '㍻', 'İ', 'ß', 'ﬁ', '𠮷', '🍜', '👨‍👩‍👧', '(', '[', '\\', '*', '$', '&lt;', '4-2-1', '電子申請'],
];

/** Any text at all, broken characters included. fast-check's own unit «binary» takes most of a second to prepare. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0x3041, max: 0x30ff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(...awkward),
  );
  return fc.array(unit, { maxLength }).map((units) => units.join(''));
}
