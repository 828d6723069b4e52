import { describe, expect, test } from 'vitest';
import { drawn } from '../../support/drawn.ts';

const categories = ['行政手続のオンライン化', 'オープンデータ', '人材育成'];
const chart = (type: string, values: readonly number[]) => ({
  type: 'data_visualization',
  title: '分野ごとの達成',
  chart: {
    type,
    series: [{ name: '達成', data: categories.map((label, index) => ({ label, value: values[index] ?? 0 })) }],
    axis_config: { categories },
  },
});
const styles = (values: readonly number[]) =>
  [...drawn([chart('bar', values)]).querySelectorAll('.bar')].map((bar) => bar.getAttribute('style'));

describe('a chart', () => {
  test.each(['bar', 'line', 'area'])('has its figures in a table for a screen reader (%s)', (type) => {
    const rows = [...drawn([chart(type, [1, 2, 3])]).querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual(['行政手続のオンライン化1', 'オープンデータ2', '人材育成3']);
  });

  test.each(['bar', 'line', 'area'])('shows its categories to the eye in full (%s)', (type) => {
    const shown = drawn([chart(type, [1, 2, 3])]).querySelector('.bars, .lines')?.textContent;
    expect(categories.filter((category) => !shown?.includes(category))).toEqual([]);
  });

  test('is named by its title', () => {
    const document = drawn([chart('bar', [1])]);
    const id = document.querySelector('figure')?.getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(id)?.textContent).toBe('分野ごとの達成');
  });

  test('has no button', () => {
    expect(drawn([chart('line', [1, 2, 3])]).querySelectorAll('button').length).toBe(0);
  });

  test('draws bars as long as their values', () => {
    expect(styles([1, 2, 4])).toEqual([25, 50, 100].map((part) => `inset-inline-start:0%;inline-size:${part}%`));
  });

  test('draws negative bars to the other side of nothing', () => {
    expect(styles([-1, 3, 0])).toEqual([
      'inset-inline-start:0%;inline-size:25%',
      'inset-inline-start:25%;inline-size:75%',
      'inset-inline-start:25%;inline-size:0%',
    ]);
  });

  test.each(['bar', 'line', 'area'])('of nothing but zeros still stands (%s)', (type) => {
    expect(drawn([chart(type, [0, 0, 0])]).body.innerHTML).not.toMatch(/NaN|Infinity/u);
  });
});
