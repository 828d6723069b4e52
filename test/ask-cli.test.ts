import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Ask } from '../src/ask/ask.ts';
import { runAskCli } from '../src/ask-cli.ts';
import type { Catalog } from '../src/plan/catalog.ts';
import { realAsk, realCatalog } from './support/catalog.ts';

const lineSchema = z.strictObject({
  query: z.string(),
  kind: z.string(),
  items: z.array(z.string()).max(50),
  none: z.boolean(),
  suggestions: z.array(z.string()),
});
type Line = z.infer<typeof lineSchema>;

let catalog: Catalog;
let ask: Ask;
beforeAll(async () => {
  catalog = realCatalog();
  ask = await realAsk(catalog);
});

interface Run {
  json?: boolean;
  stdin?: string;
}

/** What stands on standard output, line by line. */
async function run(words: readonly string[], { json = true, stdin = '' }: Run = {}): Promise<string[]> {
  const input = new PassThrough();
  const output = new PassThrough();
  const written = text(output);
  input.end(stdin);
  const show = ({ kind, question }: { kind: string; question: string }): string => `${kind}: ${question}`;
  await runAskCli({ ask, show, words, json, input, output });
  output.end();
  return (await written).split('\n').slice(0, -1);
}

async function lines(words: readonly string[], stdin = ''): Promise<Line[]> {
  return (await run(words, { stdin })).map((line) => lineSchema.parse(JSON.parse(line)));
}

async function answerTo(...words: string[]): Promise<Line> {
  const [line, ...more] = await lines(words);
  if (!line || more.length > 0) throw new Error('one question has one line');
  return line;
}

describe('one question is one JSON line', () => {
  test('with the query as typed, the kind of answer and the ids in the order shown', async () => {
    const { items, ...line } = await answerTo('４－２－１');
    expect(line).toEqual({ query: '４－２－１', kind: 'item', none: false, suggestions: [] });
    expect(items[0]).toBe('it2013/4-2-1①②');
  });

  test('words given apart are one question', async () => {
    expect(await answerTo('電子申請', 'R6')).toEqual(await answerTo('電子申請 R6'));
  });

  test('the ids are those of the answer, cut at 50', async () => {
    const whole = await ask('情報');
    const { items } = await answerTo('情報');
    expect(whole.items.length).toBeGreaterThan(50);
    expect(items).toEqual(whole.items.slice(0, 50));
  });

  test('what is in no plan is «none», without items', async () => {
    expect(await answerTo('ラーメン')).toMatchObject({ kind: 'none', items: [], none: true });
  });

  test('suggestions stand apart from items, as ids', async () => {
    const { items, none, suggestions } = await answerTo('電子申請のラーメン');
    expect({ items, none }).toEqual({ items: [], none: true });
    expect(suggestions.filter((id) => catalog.item(id)).length).toBeGreaterThan(0);
  });

  test.each([
    ['', 'help'],
    ['使い方', 'help'],
    ['指標', 'kpi-overview'],
    ['指標 研修', 'kpis'],
    ['担当 情報政策課', 'section'],
    ['担当', 'sections'],
    ['系譜 電子申請', 'history'],
    ['テレワークは目標を達成した？', 'found'],
  ])('«%s» is answered by %s', async (query, kind) => {
    expect(await answerTo(query)).toMatchObject({ query, kind, none: false });
  });
});

describe('«-» reads one question a line', () => {
  test('each has its own line, in order, an empty one too', async () => {
    const answers = await lines(['-'], '電子申請\n\nラーメン\n4-2-1\n');
    expect(answers.map(({ query, none }) => [query, none])).toEqual([
      ['電子申請', false],
      ['', false],
      ['ラーメン', true],
      ['4-2-1', false],
    ]);
  });

  test.each([
    ['Windows line ends', '電子申請\r\n4-2-1\r\n'],
    ['no line end at the end', '電子申請\n4-2-1'],
  ])('%s', async (_, stdin) => {
    expect((await lines(['-'], stdin)).map(({ query }) => query)).toEqual(['電子申請', '4-2-1']);
  });

  test('nothing to read is nothing to print', async () => {
    expect(await lines(['-'], '')).toEqual([]);
  });

  test('it answers as the same question given in words', async () => {
    expect(await lines(['-'], 'オープンデータ\n')).toEqual([await answerTo('オープンデータ')]);
  });

  test('a dash among other words is part of the question', async () => {
    expect(await lines(['-', '4-2-1'], 'オープンデータ\n')).toMatchObject([{ query: '- 4-2-1' }]);
  });

  test('a line longer than any question is answered and kept whole in «query»', async () => {
    const query = `電子申請${'あ'.repeat(20_000)}`;
    expect((await lines(['-'], `${query}\n`)).map((line) => line.query)).toEqual([query]);
  });

  test('whatever stands in a line, it has one sound line of answer that names only rows there are', async () => {
    const pieces = fc.constantFrom(...'電子申請 △R6"\\\'{}<>&\t\0😀-①', '\u{202e}', '\ud800', '県', '担当', '指標');
    const line = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (queries) => {
        const answers = await lines(['-'], `${queries.join('\n')}\n`);
        expect(answers).toHaveLength(queries.length);
        expect(answers.flatMap(({ items }) => items.filter((id) => !catalog.item(id)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('without --json', () => {
  test('each answer is shown as for people', async () => {
    expect(await run(['-'], { json: false, stdin: '電子申請\nラーメン\n' })).toEqual([
      'found: 電子申請',
      'none: ラーメン',
    ]);
  });
});
