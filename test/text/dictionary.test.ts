import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import kuromoji, { type IpadicFeatures, type Tokenizer } from 'kuromoji';
import { beforeAll, describe, expect, test } from 'vitest';
import { isPacked, writePacked } from '../../src/text/dictionary/packed.ts';
import { type Dictionary, loadDictionary, type Morpheme } from '../../src/text/dictionary.ts';
import { realCatalog } from '../support/catalog.ts';

const packed = join(mkdtempSync(join(tmpdir(), 'dictionary-')), 'dictionary.bin');
let stock: Tokenizer<IpadicFeatures>;
let inflated: Dictionary;
let dictionary: Dictionary;

beforeAll(async () => {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  stock = await new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, built) => (error ? reject(error) : resolve(built)));
  });
  inflated = await loadDictionary();
  await writePacked(packed);
  dictionary = await loadDictionary(packed);
});

/** What kuromoji itself makes of a text. */
function asKuromoji(text: string): Morpheme[] {
  return stock.tokenize(text).map((feature) => ({
    surface: feature.surface_form,
    known: feature.word_type === 'KNOWN',
    pos: feature.pos,
    posDetail: feature.pos_detail_1,
    base: feature.basic_form,
    reading: feature.reading,
  }));
}

function surfaces(text: string): string[] {
  return dictionary(text).map(({ surface }) => surface);
}

/** Every text of data/, whatever it is. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const words = [
  '電子',
  '申請',
  'すもも',
  'も',
  'うち',
  '県',
  'サーバ',
  'ー',
  '、',
  '。',
  ' ',
  '25',
  'LGWAN',
  '々',
  '･',
  '①',
];
const kana = fc.string({ unit: fc.constantFrom(...'アイウエオカキクケコサシスセソンー・'), maxLength: 40 });
/** Any character of 16 bit that stands for itself, but NUL, at which kuromoji throws. */
const anyCharacter = fc
  .integer({ min: 1, max: 0xffff })
  .filter((unit) => (unit & 0xf800) !== 0xd800)
  .map((unit) => String.fromCharCode(unit));
const mixed = fc
  .array(fc.oneof(fc.constantFrom(...words), kana, anyCharacter, fc.string({ maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((text) => !/[\0\ud800-\udfff]/u.test(text) && text.isWellFormed());

describe('the dictionary cuts a text as kuromoji does', () => {
  test('in every text of the plans', () => {
    const { plans, items, sections, words: asked } = realCatalog();
    const texts = [...new Set(textsOf([plans, items, sections, asked]))];
    expect(texts.length).toBeGreaterThan(2_000);
    expect(texts.flatMap(dictionary)).toEqual(texts.flatMap(asKuromoji));
  });

  test('in words, runs of katakana, Latin and signs, however they are mixed', () => {
    fc.assert(
      fc.property(mixed, (text) => void expect(dictionary(text)).toEqual(asKuromoji(text))),
      { numRuns: 1_000 },
    );
  });

  test.each(['', ' ', '、', '。。', 'アァ'.repeat(40), '〜', 'ﾊﾝｶｸ', '㈱', '\u3000', '\ufeff'])('in «%s»', (text) => {
    expect(dictionary(text)).toEqual(asKuromoji(text));
  });
});

describe('where kuromoji throws, loses characters or never ends', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 });

  test('no character is lost, half a surrogate pair and NUL among them', () => {
    const broken = fc
      .array(fc.oneof(anything, fc.constantFrom('\0', '\ud83d', '\ude00', '😀', '電子')))
      .map((all) => all.join(''));
    fc.assert(fc.property(broken, (text) => void expect(surfaces(text).join('')).toBe(text)));
  });

  test('a character beyond 16 bit is one that no dictionary holds', () => {
    expect(surfaces('😀😀電子申請')).toEqual(['😀😀', '電子', '申請']);
  });

  test('a run of 20,000 katakana is cut', () => {
    expect(surfaces('ン'.repeat(20_000)).join('')).toHaveLength(20_000);
  });
});

describe('a packed dictionary', () => {
  const text = realCatalog()
    .items.slice(0, 20)
    .map(({ title, summary }) => `${title}。${summary}`)
    .join('');
  const copy = (): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'dictionary-')), 'dictionary.bin');
    writeFileSync(path, readFileSync(packed));
    return path;
  };

  test('cuts as the files it was made of', () => {
    expect(dictionary(text)).toEqual(inflated(text));
  });

  test('that was cut short is not used', async () => {
    const path = copy();
    truncateSync(path, 1_000_000);
    expect([await isPacked(path), (await loadDictionary(path))(text)]).toEqual([false, inflated(text)]);
  });

  test('that is something else is not used', async () => {
    const path = copy();
    writeFileSync(path, 'x'.repeat(5_000));
    expect([await isPacked(path), (await loadDictionary(path))(text)]).toEqual([false, inflated(text)]);
  });

  test('that is not there is not missed', async () => {
    const path = join(packed, 'nowhere');
    expect([await isPacked(path), (await loadDictionary(path))(text)]).toEqual([false, inflated(text)]);
  });
});
