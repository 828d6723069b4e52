import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/plan/catalog.ts';
import { createCatalog } from '../../src/plan/catalog.ts';
import { planIdSchema } from '../../src/plan/plan.ts';
import type { Section, SectionId } from '../../src/plan/section.ts';
import { day } from '../../src/report/day.ts';
import type { RosterEntry } from '../../src/report/roster.ts';
import type { Round } from '../../src/report/round.ts';
import { type RoundScope, roundScope } from '../../src/report/scope.ts';
import { realCatalog } from '../support/catalog.ts';
import { digital, kpi, openData, rosterEntry, round, section } from '../support/rounds.ts';

let catalog: Catalog;
beforeAll(() => {
  catalog = realCatalog();
});

const today = day('2026-05-11');

function scope(changes: Partial<Round> = {}, roster: readonly RosterEntry[] = [], of: Catalog = catalog): RoundScope {
  return roundScope({ round: round(changes), catalog: of, roster, today });
}

/** The KPIs a section is asked for. */
function askedOf({ sections }: RoundScope, id: SectionId) {
  return sections.find((asked) => asked.section === id)?.kpis ?? [];
}

const paperless = section('行政経営企画課');
const documents = section('県政情報・文書課');
const paperlessKpi = kpi('policy2021/ペーパーレス会議システムの導入新総合文書システムの構築・運用#1');

describe('all of a plan', () => {
  test('asks every section for its own KPIs, and names those that no section answers for', () => {
    const all = scope();
    const asked = all.sections.flatMap(({ kpis }) => kpis.map((each) => each.kpi.id));
    const ids = catalog.plan(round().plan).items.flatMap((item) => item.kpis.map(({ id }) => id));
    expect(new Set([...asked, ...all.unassigned])).toEqual(new Set(ids));
    expect(all.unassigned).toContain('policy2021/テレワークの推進#1');
    expect(all.sections.map((each) => each.section)).toContain('産業デジタル推進課');
    expect(all.unknown).toEqual([]);
  });

  test('asks two sections for what both answer for, and says so', () => {
    const shared = askedOf(scope(), documents).find((each) => each.kpi.id === paperlessKpi);
    expect(shared?.sections).toEqual([paperless, documents]);
  });

  test('of an older plan asks the successors, and says for whom they answer', () => {
    const asked = askedOf(scope({ plan: planIdSchema.parse('ict2014') }), digital);
    expect(asked.map((each) => [each.formerly, each.inferred])).toContainEqual([['情報政策課'], false]);
  });
});

describe('part of a plan', () => {
  test('asks of all of the plan exactly what was chosen and not excluded, and names with each KPI who else is asked', () => {
    const all = scope();
    const pairs = all.sections.flatMap((asked) =>
      asked.kpis.map((one) => ({ section: asked.section, kpi: one.kpi.id })),
    );
    const [sections, kpis] = [pairs.map((pair) => pair.section), pairs.map((pair) => pair.kpi)];
    const some = <T>(from: readonly T[]) => fc.option(fc.subarray([...new Set(from)], { minLength: 1 }));
    const exclusion = fc
      .tuple(fc.constantFrom(...pairs), fc.constantFrom('kpi', 'section', 'both'))
      .map(([pair, of]): Round['exclusions'][number] => ({
        kpi: of === 'section' ? null : pair.kpi,
        section: of === 'kpi' ? null : pair.section,
        reason: '事業終了',
      }));
    fc.assert(
      fc.property(some(sections), some(kpis), fc.array(exclusion, { maxLength: 3 }), (among, wanted, exclusions) => {
        const chosen = scope({ sections: among, kpis: wanted, exclusions });
        const expected = pairs.filter(
          ({ section: own, kpi: id }) =>
            (among?.includes(own) ?? true) &&
            (wanted?.includes(id) ?? true) &&
            !exclusions.some((one) => (one.kpi ?? id) === id && (one.section ?? own) === own),
        );
        const asked = chosen.sections.flatMap((one) =>
          one.kpis.map((each) => ({ section: one.section, kpi: each.kpi.id, sections: each.sections })),
        );
        expect(asked).toEqual(
          expected.map((pair) => ({
            ...pair,
            sections: expected.filter((other) => other.kpi === pair.kpi).map((other) => other.section),
          })),
        );
      }),
    );
  });

  test('asks for the chosen KPIs alone', () => {
    const chosen = scope({ kpis: [openData] });
    expect(chosen.sections.map(({ section: id, kpis }) => [id, kpis.length])).toEqual([[digital, 1]]);
    expect(chosen.unassigned).toEqual([]);
  });

  test('asks the chosen sections alone', () => {
    expect(scope({ sections: [documents] }).sections.map((each) => each.section)).toEqual([documents]);
  });

  test('names what the plan does not have', () => {
    const gone = kpi('policy2021/廃止された事業#1');
    expect(scope({ kpis: [openData, gone], sections: [digital, section('無い課')] }).unknown).toEqual([gone, '無い課']);
  });
});

describe('an exclusion', () => {
  const reason = '別途照会済み';

  test('of a KPI takes it from every section', () => {
    const without = scope({ exclusions: [{ kpi: paperlessKpi, section: null, reason }] });
    expect(askedOf(without, paperless).map((each) => each.kpi.id)).not.toContain(paperlessKpi);
    expect(askedOf(without, documents).map((each) => each.kpi.id)).not.toContain(paperlessKpi);
  });

  test('of a section leaves it out, and the other no longer shares', () => {
    const without = scope({ exclusions: [{ kpi: null, section: documents, reason }] });
    expect(without.sections.map((each) => each.section)).not.toContain(documents);
    expect(askedOf(without, paperless).flatMap((each) => each.sections)).not.toContain(documents);
  });

  test('of one KPI of one section leaves the rest', () => {
    const without = scope({ exclusions: [{ kpi: paperlessKpi, section: documents, reason }] });
    expect(askedOf(without, documents)).not.toEqual([]);
    expect(askedOf(without, documents).map((each) => each.kpi.id)).not.toContain(paperlessKpi);
    expect(askedOf(without, paperless).map((each) => each.kpi.id)).toContain(paperlessKpi);
  });
});

describe('who is asked in a section', () => {
  const only = { kpis: [openData] };

  test('the entry of the roster in force', () => {
    const [asked] = scope(only, [rosterEntry()]).sections;
    expect(asked).toMatchObject({ entry: rosterEntry(), askCoordinators: false });
  });

  test.each<[string, RosterEntry[]]>([
    ['no entry', []],
    ['an entry that has ended', [rosterEntry({ from: day('2025-04-01'), to: day('2026-03-31') })]],
    ['a vacant post', [rosterEntry({ head: null })]],
  ])('with %s the coordinators are asked, visibly', (_, roster) => {
    expect(scope(only, roster).sections).toMatchObject([{ section: digital, askCoordinators: true }]);
  });
});

describe('successions', () => {
  /** The real plans, with sections that follow each other as a test wants it. */
  function withSuccessions(successions: [SectionId, SectionId, 'official' | 'inferred'][]): RoundScope {
    const sections = catalog.sections.map((each): Section => {
      const successors = successions
        .filter(([printed]) => printed === each.id)
        .map(([, to, basis]) => ({ to, kind: 'reorganised' as const, basis, note: '組織改編' }));
      return { ...each, successors };
    });
    const changed = createCatalog({ plans: catalog.plans, sections, lineage: catalog.lineage, words: catalog.words });
    return scope({ kpis: [openData], sections: null }, [], changed);
  }
  const [next, last] = [section('契約課'), section('税務課')];

  test('are followed to the end, and one inferred step makes all of it inferred', () => {
    const { sections } = withSuccessions([
      [digital, next, 'inferred'],
      [next, last, 'official'],
    ]);
    expect(sections).toMatchObject([{ section: last, kpis: [{ formerly: [digital], inferred: true }] }]);
  });

  test('to several sections ask each of them', () => {
    const { sections } = withSuccessions([
      [digital, next, 'official'],
      [digital, last, 'official'],
    ]);
    expect(sections.map((each) => each.section)).toEqual([next, last]);
  });

  test('in a circle come to an end', () => {
    const { sections } = withSuccessions([
      [digital, next, 'official'],
      [next, digital, 'official'],
    ]);
    expect(sections.map((each) => each.section)).toEqual([next]);
  });
});
