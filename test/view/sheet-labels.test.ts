import { describe, expect, test } from 'vitest';
import { ledgerLabels, reportLabels, rosterLabels, textLabels } from '../../src/view/sheet-labels.ts';
import { realWording } from '../support/view-context.ts';

const occasion = { round: '令和6年度実績の照会', due: '5月29日（金）' };

describe('the words of every sheet', () => {
  const tables = {
    report: reportLabels(realWording, occasion).columns,
    roster: rosterLabels(realWording).columns,
    ledger: ledgerLabels(realWording).columns,
  };

  test.each(Object.entries(tables))('name each column of the %s, no two alike, in one line', (_, columns) => {
    const names = Object.values(columns);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name === '' || /[\n【】]/u.test(name))).toEqual([]);
  });
});

test('the explanation names the round, its last day and every column to fill in', () => {
  for (const { guide, columns } of [reportLabels(realWording, occasion), textLabels(realWording, occasion)]) {
    const text = guide.join('\n');
    const names = [
      occasion.round,
      occasion.due,
      columns.value,
      columns.reason,
      columns.measuredOn,
      columns.mark,
      columns.note,
    ];
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  }
});
