import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseValue, shownValue } from '../../src/report/parse-value.ts';
import { anyText } from '../support/any-text.ts';
import { realCatalog } from '../support/catalog.ts';

const caseSchema = z.strictObject({
  typed: z.string(),
  unit: z.string().nullable(),
  value: z.number().optional(),
  approximate: z.boolean().optional(),
  fault: z.string().optional(),
});
const cases = z
  .array(caseSchema)
  .parse(JSON.parse(readFileSync(new URL('../cases/typed-values.json', import.meta.url), 'utf8')));

/** What a case expects to see: the value, and whether it was «about», or why there is none. */
function outcome(typed: string, unit: string | null) {
  const parsed = parseValue(typed, unit);
  return parsed.ok ? { value: parsed.value, approximate: parsed.approximate } : { fault: parsed.fault.code };
}

test.each(cases)('«$typed» of a KPI in $unit', ({ typed, unit, value, approximate = false, fault }) => {
  expect(outcome(typed, unit)).toEqual(fault === undefined ? { value, approximate } : { fault });
});

test('another unit is named beside the one that is asked for', () => {
  expect(parseValue('473回', '件')).toEqual({ ok: false, fault: { code: 'unit', typed: '回', expected: '件' } });
});

describe('any figure', () => {
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/gu, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0));
  const plain = (text: string) => text;
  const withoutCommas = (text: string) => text.replaceAll(',', '');
  const spaced = (text: string) => ` ${text.replace('-', '- ')}　`;
  const triangle = (text: string) => text.replace('-', '▲');
  const way = fc.constantFrom(plain, fullWidth, withoutCommas, spaced, triangle);
  // Ten digits before and four after the point: what figures of plans have, and what is shown without loss.
  const figure = fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }).map((whole) => whole / 10_000 || 0);

  test('typed as it is shown back is read as it was, in whatever width and spacing', () => {
    fc.assert(
      fc.property(figure, way, way, (value, one, other) => {
        expect(parseValue(other(one(shownValue(value))), '件')).toMatchObject({ ok: true, value });
      }),
    );
  });

  test.each(
    [...new Set(realCatalog().items.flatMap(({ kpis }) => kpis.map(({ unit }) => unit)))].flatMap((unit) => unit ?? []),
  )('may be followed by the unit of its KPI: %s', (unit) => {
    fc.assert(
      fc.property(figure, (value) => {
        expect(parseValue(`${shownValue(value)}${unit}`, unit)).toMatchObject({ ok: true, value });
      }),
      { numRuns: 20 },
    );
  });

  test('with 億, 万 and 千 is the sum of its parts', () => {
    const part = fc.integer({ min: 1, max: 9_999 });
    fc.assert(
      fc.property(part, part, part, (oku, man, rest) => {
        expect(parseValue(`${oku}億${man}万${rest}`, '円')).toMatchObject({
          ok: true,
          value: oku * 100_000_000 + man * 10_000 + rest,
        });
      }),
    );
  });

  test('two figures are never read as one', () => {
    const between = fc.constantFrom('~', '〜', '～', '-', 'から', '、', '/', '・', 'と', '件、', ' ~ ');
    fc.assert(
      fc.property(fc.nat({ max: 9_999 }), between, fc.nat({ max: 9_999 }), (one, sign, other) => {
        expect(parseValue(`${one}${sign}${other}`, '件').ok).toBe(false);
      }),
    );
  });
});

describe('whatever is typed', () => {
  test('it is read or refused, never thrown at the person', () => {
    fc.assert(
      fc.property(anyText(40), fc.constantFrom('件', '%', '万人', '回/年', null), (typed, unit) => {
        const parsed = parseValue(typed, unit);
        if (parsed.ok) expect(Number.isFinite(parsed.value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('what was read, shown back and typed again is the same figure', () => {
    const pieces = fc.array(
      fc.constantFrom('1', '5', '0', '.', ',', '千', '万', '億', '-', '約', '%', '件', '人', ' '),
      {
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(pieces, fc.constantFrom('件', '%', '万人', null), (typed, unit) => {
        const parsed = parseValue(typed.join(''), unit);
        if (parsed.ok) expect(parseValue(parsed.shown, unit)).toMatchObject({ ok: true, value: parsed.value });
      }),
      { numRuns: 2_000 },
    );
  });

  test('even a very long text is refused at once', () => {
    const started = performance.now();
    for (const sign of ['1', ',', '1,', '万', '約', '-', '1万', 'ー', ' ', '千1'])
      parseValue(sign.repeat(20_000), '件');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
