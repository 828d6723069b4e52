import { describe, expect, test } from 'vitest';
import type { DraftLine } from '../../src/report/draft.ts';
import { readLine } from '../../src/report/read-line.ts';
import { anyKpi } from '../support/kpis.ts';

const kpi = anyKpi({ unit: '件' });

function typed(changes: Partial<DraftLine> = {}): DraftLine {
  return { kpi: kpi.id, value: '', reason: '', measuredOn: '', mark: '', note: '', ...changes };
}

/** Field and code of everything that is wrong. */
function faults(changes: Partial<DraftLine>) {
  const read = readLine(kpi, typed(changes));
  return read.ok ? [] : read.faults.map(({ field, fault }) => [field, fault.code]);
}

describe('the fields of a KPI', () => {
  test('with a figure become its line, and the figure is shown back', () => {
    const fields = typed({ value: '約１,２３４件', measuredOn: '2025-03-31', mark: '○', note: ' 増加した。\n' });
    expect(readLine(kpi, fields)).toEqual({
      ok: true,
      line: {
        kpi: kpi.id,
        reported: { kind: 'value', value: 1_234 },
        measuredOn: '2025-03-31',
        mark: '○',
        note: '増加した。',
      },
      shown: '1,234',
      approximate: true,
    });
  });

  test('with a reason alone say that it was not measured', () => {
    expect(readLine(kpi, typed({ value: '　', reason: '集計中' }))).toMatchObject({
      ok: true,
      line: { reported: { kind: 'not-measured', reason: '集計中' }, measuredOn: null, note: null },
      shown: null,
    });
  });
});

describe('a form is told', () => {
  test.each<[string, Partial<DraftLine>, [string, string][]]>([
    ['that a figure is missing', {}, [['value', 'empty']]],
    ['that it cannot be read', { value: '10〜20' }, [['value', 'range']]],
    ['that it says both', { value: '10', reason: '集計中' }, [['reason', 'both']]],
    ['that a day does not exist', { value: '10', measuredOn: '2025-02-29' }, [['measuredOn', 'not-a-day']]],
    ['that a mark is none of the plan’s', { value: '10', mark: '良' }, [['mark', 'not-a-mark']]],
    ['that a note is too long', { value: '10', note: '長'.repeat(3_001) }, [['note', 'text-too-long']]],
    ['that a reason is', { reason: '長'.repeat(3_001) }, [['reason', 'text-too-long']]],
    [
      'everything at once',
      { value: '—', measuredOn: '昨年度末', mark: '良' },
      [
        ['value', 'dash'],
        ['measuredOn', 'not-a-day'],
        ['mark', 'not-a-mark'],
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });
});
