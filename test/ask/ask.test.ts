import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answered } from '../../src/ask/answer.ts';
import { type Ask, cutQuestion } from '../../src/ask/ask.ts';
import { commandIds } from '../../src/ask/command-id.ts';
import { anyText } from '../support/any-text.ts';
import { askWithoutDictionary, realAsk, realCatalog } from '../support/catalog.ts';
import { looselyTyped } from '../support/loose-number.ts';

const catalog = realCatalog();
let ask: Ask;

beforeAll(async () => {
  ask = await realAsk(catalog);
});

describe('help', () => {
  test.each(['', 'help', 'HELP', 'Ｈｅｌｐ', 'ヘルプ', 'ﾍﾙﾌﾟ', '使い方', '?', '？', '  help  '])(
    'answers «%s»',
    async (text) => {
      expect(await ask(text)).toMatchObject({ kind: 'help', items: [], shortenedTo: null });
    },
  );

  test.each([
    ['spaces', ' \t　\n'],
    ['NUL', '\u0000'],
    ['zero-width characters', '\u200b\ufeff'],
    ['broken characters', '\ud800'],
  ])('answers a line of %s', async (_, text) => {
    expect(await ask(text)).toMatchObject({ kind: 'help', items: [] });
  });

  test('lists everything understood, in its order', async () => {
    expect(await ask('help')).toMatchObject({ commands: commandIds });
  });
});

describe('the first word chooses a subcommand', () => {
  test.each([
    ['担当', 'sections'],
    ['section', 'sections'],
    ['SECTION', 'sections'],
    ['担当 税務課', 'section'],
    ['担当　税務課', 'section'],
    ['section 税務課', 'section'],
    ['指標', 'kpi-overview'],
    ['KPI', 'kpi-overview'],
    ['ｋｐｉ', 'kpi-overview'],
    ['指標 オープンデータ', 'kpis'],
    ['kpi オープンデータ', 'kpis'],
    ['系譜 電子申請', 'history'],
    ['History 電子申請', 'history'],
    ['電子申請', 'found'],
    ['4-2-2', 'item'],
    ['税務課', 'section'],
  ])('«%s» is answered by %s', async (text, kind) => {
    expect((await ask(text)).kind).toBe(kind);
  });

  test.each(['担当', 'section', '指標', 'kpi', '系譜', 'history'])('«%s» with nonsense finds nothing', async (word) => {
    expect(await ask(`${word} ぬるぽラーメン`)).toMatchObject({ kind: 'none', items: [] });
  });

  test('elsewhere in the line it chooses nothing', async () => {
    expect((await ask('オープンデータ 指標')).kind).toBe('found');
    expect((await ask('電子申請 help')).kind).toBe('none');
  });
});

describe('a line that is too long', () => {
  test('is read to its 300th character, and says so', async () => {
    const answer = await ask(`電子申請${' '.repeat(296)}ラーメン`);
    expect(answer).toMatchObject({ kind: 'found', shortenedTo: 300 });
  });

  test('of 300 characters is read whole', async () => {
    expect(await ask(`電子申請${' '.repeat(296)}`)).toMatchObject({ kind: 'found', shortenedTo: null });
  });

  test('counts emoji as one character each and is never cut within one', async () => {
    expect(cutQuestion('🍜'.repeat(300))).toBe('🍜'.repeat(300));
    expect(await ask('🍜'.repeat(300))).toMatchObject({ kind: 'none', shortenedTo: null });
    expect(await ask('🍜'.repeat(301))).toMatchObject({ kind: 'none', shortenedTo: 300 });
  });

  test.each([
    ['16,000 katakana', 'ア'.repeat(16_000)],
    ['a million kanji', '県'.repeat(1_000_000)],
    ['300 digits and dashes', '1-'.repeat(8_000)],
    ['nothing but particles', 'の'.repeat(16_000)],
  ])('of %s is answered', async (_, text) => {
    expect(await ask(text)).toMatchObject({ kind: 'none', items: [], shortenedTo: 300 });
  });
});

describe('before the dictionary is loaded', () => {
  const early = askWithoutDictionary(catalog);

  test.each([
    ['', 'help'],
    ['4-2-2', 'item'],
    ['復4－1－2②', 'item'],
    ['1-1-5の担当課は？', 'found'],
    ['9-9-9', 'none'],
    ['税務課', 'section'],
    ['税務課の担当事業は？', 'section'],
    ['担当', 'sections'],
    ['担当 情報政策課', 'section'],
    ['指標', 'kpi-overview'],
  ])('«%s» is answered already', async (text, kind) => {
    expect((await early(text)).kind).toBe(kind);
  });
});

describe('whatever is typed', () => {
  const ids = new Set<string>(catalog.items.map(({ id }) => id));
  const vocabulary = [
    ...catalog.sections.map(({ id }) => id),
    ...catalog.plans.flatMap(({ title, aliases }) => [title, ...aliases]),
    ...catalog.items.map(({ title }) => title),
    ...catalog.words.fillers,
    ...['担当', '指標', '系譜', 'section', 'kpi', 'history', 'help', '未達成', '△', '—', 'H25', '達成した？', 'なぜ'],
    ...['いつから', '何件', 'どこ', 'はを', '(', '\\', '[*', '\u0000', '\ud800', '👨‍👩‍👧', '𠮷', 'İ', 'ｱﾞ', '①', '復'],
  ];
  const numbers = catalog.items.flatMap(({ kind, number }) => (kind === 'measure' && number ? [number] : []));
  const line = fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...vocabulary) },
        { weight: 1, arbitrary: fc.constantFrom(...numbers).chain(looselyTyped) },
        { weight: 2, arbitrary: anyText(12) },
      ),
      { maxLength: 5 },
    )
    .chain((parts) => fc.constantFrom('', ' ', 'の', '、').map((between) => parts.join(between)));

  function expectSound(answer: Answered): void {
    expect(answer.items.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(answer.items).size).toBe(answer.items.length);
    if (answer.kind === 'none') expect(answer.items).toEqual([]);
    if (answer.kind === 'found') expect(answer.hits.length).toBeGreaterThan(0);
  }

  test('there is an answer, every item in it exists and stands in it once', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (text) => expectSound(await ask(text))),
      { numRuns: 250 },
    );
  });

  test('the same for text of any characters at all', async () => {
    await fc.assert(fc.asyncProperty(anyText(100), async (text) => expectSound(await ask(text))));
  });
});
