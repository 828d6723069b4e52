import fc from 'fast-check';
import { anyText } from '../support/any-text.ts';
import { hostileText } from '../support/arbitrary-words.ts';

/** What has broken programs before, in places where a text, a number or a list was expected. */
const odd = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '0',
  'null',
  '__proto__',
  'constructor',
  '../../../../etc/passwd',
  "' OR 1=1; DROP TABLE ledger; --",
  '9999-12-31',
  '2026-02-30',
  '-271821-04-20',
  '=HYPERLINK("http://x.example")',
  '{{ command }}',
  [],
  {},
  [[[[]]]],
  { value: null },
  { toString: null },
);

/** Something that should not be there, of any type. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: odd },
  { weight: 3, arbitrary: hostileText(400) },
  { weight: 1, arbitrary: hostileText(4_000) },
  { weight: 1, arbitrary: anyText(60) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

type Path = readonly (string | number)[];

function pathsOf(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...here, key]))];
}

/** How one place of some JSON is changed. */
type Change = { how: 'put' | 'add'; with: unknown } | { how: 'remove' } | { how: 'wrap' };

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: anything.map((one): Change => ({ how: 'put', with: one })) },
  { weight: 2, arbitrary: fc.constant<Change>({ how: 'remove' }) },
  { weight: 1, arbitrary: anything.map((one): Change => ({ how: 'add', with: one })) },
  { weight: 1, arbitrary: fc.constant<Change>({ how: 'wrap' }) },
);

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function changed(value: unknown, path: Path, change: Change): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (change.how === 'put') return change.with;
    if (change.how === 'wrap') return [value];
    if (change.how === 'add' && typeof value === 'object' && value !== null)
      return Array.isArray(value) ? [...value, change.with] : { ...value, [nameOf(change.with)]: change.with };
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  const inner = changed(Reflect.get(copy, key), rest, change);
  if (inner === undefined && !Array.isArray(copy)) Reflect.deleteProperty(copy, key);
  else Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Some JSON with a few of its places changed, removed, added to or wrapped. */
export function mutatedJson(sound: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(sound);
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), change), { minLength: 1, maxLength: 3 })
    .map((all) => all.reduce((value, [path, one]) => changed(value, path, one), sound));
}

/** A text with pieces cut, doubled, exchanged or put in. */
export function mutatedText(sound: string, pieces: fc.Arbitrary<string> = hostileText(60)): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(sound.length), length: fc.nat(40), with: fc.oneof(pieces, fc.constant('')) });
  return fc
    .array(edit, { minLength: 1, maxLength: 3 })
    .map((edits) =>
      edits.reduce((text, { at, length, with: piece }) => text.slice(0, at) + piece + text.slice(at + length), sound),
    );
}

/** Bytes with a few of them changed, and sometimes cut short, doubled or with others put between. */
export function mutatedBytes(sound: Uint8Array): fc.Arbitrary<Uint8Array> {
  const byte = fc.record({ at: fc.nat(Math.max(sound.length - 1, 0)), value: fc.nat(255) });
  const cut = fc.option(fc.nat(sound.length), { freq: 4, nil: sound.length });
  const more = fc.uint8Array({ maxLength: 16 });
  return fc
    .tuple(fc.array(byte, { minLength: 1, maxLength: 6 }), cut, fc.option(more, { nil: null }))
    .map(([bytes, length, tail]) => {
      const copy = Uint8Array.from(sound);
      for (const { at, value } of bytes) copy[at] = value;
      return tail === null ? copy.subarray(0, length) : Buffer.concat([copy.subarray(0, length), tail]);
    });
}
