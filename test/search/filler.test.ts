import { describe, expect, test } from 'vitest';
import { createIsFillerOnly } from '../../src/search/filler.ts';
import { normalise } from '../../src/text/normalise.ts';
import { realCatalog } from '../support/catalog.ts';

const isFillerOnly = createIsFillerOnly(realCatalog().words.fillers);

describe('beside a number or a section there stand', () => {
  test.each([
    '',
    ' ',
    '？',
    'の担当課はどこですか',
    'の担当事業は？',
    'とは',
    'の評価',
    'について',
    'の概要',
    '事業番号',
    '「」',
    'の内容を詳しく',
    'のこと、その他のこと',
  ])('only fillers in «%s»', (text) => {
    expect(isFillerOnly(normalise(text))).toBe(true);
  });

  test.each(['電子申請', 'の電子申請', '△', '◎の', '5', 'LGWAN', 'ラーメンの担当課', '復'])(
    'words that mean something in «%s»',
    (text) => {
      expect(isFillerOnly(normalise(text))).toBe(false);
    },
  );
});
