import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportDifference, wordDifference } from '../../src/report/difference.ts';
import { anyText } from '../support/any-text.ts';
import { kpi, line } from '../support/rounds.ts';

const other = kpi('policy2021/DX推進研修#1');
const unmeasured = (reason: string) =>
  line({ reported: { kind: 'not-measured', reason }, measuredOn: null, note: null });

describe('two texts word by word', () => {
  test('show the words that came and went', () => {
    expect(wordDifference('公開数は347件でした。', '公開数は360件でした。')).toEqual([
      { kind: 'same', text: '公開数は' },
      { kind: 'removed', text: '347' },
      { kind: 'added', text: '360' },
      { kind: 'same', text: '件でした。' },
    ]);
  });

  const texts = fc.tuple(anyText(60), anyText(60));
  const side = (text: readonly { kind: string; text: string }[], without: string) =>
    text
      .filter(({ kind }) => kind !== without)
      .map((part) => part.text)
      .join('');

  test('hold both texts whole', () => {
    fc.assert(
      fc.property(texts, ([before, after]) => {
        const parts = wordDifference(before, after);
        expect([side(parts, 'added'), side(parts, 'removed')]).toEqual([before, after]);
      }),
    );
  });

  test('that are the same differ in nothing', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        expect(wordDifference(text, text).every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  test('that have nothing in common are still told quickly', () => {
    const started = performance.now();
    const parts = wordDifference('県内市町村の公開数が伸びた。'.repeat(215), 'システムの更新を見送った。'.repeat(230));
    expect(side(parts, 'added')).toHaveLength(3_010);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('two versions of a report', () => {
  test('that are the same are the same', () => {
    expect(reportDifference([line()], [line()])).toEqual([{ kind: 'same', kpi: line().kpi, line: line() }]);
  });

  test('name the fields that changed, and show the note word by word', () => {
    const after = line({ reported: { kind: 'value', value: 360 }, mark: '○', note: '公開が進んだため。' });
    const [difference] = reportDifference([line()], [after]);
    expect(difference).toMatchObject({ kind: 'changed', fields: ['reported', 'mark', 'note'] });
    expect(difference?.kind === 'changed' ? difference.text.map(({ kind }) => kind) : []).toContain('removed');
  });

  test('with only another figure have no words to compare', () => {
    const after = line({ reported: { kind: 'value', value: 360 } });
    expect(reportDifference([line()], [after])).toMatchObject([{ fields: ['reported'], text: [] }]);
  });

  test('compare the reasons for not measuring, and see a figure take their place', () => {
    expect(reportDifference([unmeasured('集計中')], [unmeasured('調査中')])).toMatchObject([
      { fields: ['reported'], text: [{ kind: 'removed' }, { kind: 'added' }, { kind: 'same', text: '中' }] },
    ]);
    expect(reportDifference([unmeasured('集計中')], [line()])).toMatchObject([
      { fields: ['reported', 'measuredOn', 'note'] },
    ]);
  });

  test('tell lines that came and went apart from those that changed', () => {
    const kinds = reportDifference([line()], [line({ kpi: other })]).map(({ kind, kpi: id }) => [kind, id]);
    expect(kinds).toEqual([
      ['added', other],
      ['removed', line().kpi],
    ]);
  });
});
