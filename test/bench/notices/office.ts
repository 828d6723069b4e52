import { type Catalog, createCatalog } from '../../../src/plan/catalog.ts';
import { type Item, itemSchema } from '../../../src/plan/item.ts';
import { planSchema } from '../../../src/plan/plan.ts';
import { type SectionId, sectionSchema } from '../../../src/plan/section.ts';
import type { Report } from '../../../src/report/report.ts';
import { type RosterEntry, rosterEntryIdSchema } from '../../../src/report/roster.ts';
import type { Round } from '../../../src/report/round.ts';
import { realCatalog } from '../../support/catalog.ts';
import { line, report, rosterEntry, round, roundId, section, signed, user } from '../../support/rounds.ts';

/** How large an office is, and what it is asked. */
export interface Size {
  sections: number;
  /** KPIs that each section is asked for in each round. */
  kpis: number;
  rounds: number;
}

/** An office of any size as it is stored: every second section has answered, each has a head, a deputy and one more. */
export interface Office {
  catalog: Catalog;
  rounds: readonly Round[];
  roster: readonly RosterEntry[];
  reports: ReadonlyMap<Round['id'], readonly Report[]>;
}

const plan = 'bench';
const areas = 12;

function itemOf(id: SectionId, index: number, kpis: number): Item {
  const name = `事業${index}`;
  const measured = (value: number) => ({ value, asOf: '2025-03', text: String(value) });
  return itemSchema.parse({
    id: `${plan}/${name}`,
    kind: 'measure',
    number: String(index + 1),
    title: name,
    group: null,
    goal: null,
    category: `分野${index % areas}`,
    department: '企画部',
    sections: [id],
    schedule: [],
    summary: name,
    evaluation: null,
    review: null,
    kpis: Array.from({ length: kpis }, (_, number) => ({
      id: `${plan}/${name}#${number + 1}`,
      name: `${name}の指標${number + 1}`,
      unit: '件',
      rule: 'raise',
      baseline: measured(100),
      target: measured(500),
      actuals: [measured(300)],
      printed: [],
      analysis: null,
    })),
    links: [],
    aliases: [],
    urls: [],
    slips: [],
    fields: [],
    source: { document: '004', at: String(index + 1) },
  });
}

function catalogOf(ids: readonly SectionId[], kpis: number): Catalog {
  const span = { department: '企画部', from: null, to: null, basis: 'printed', source: '004' };
  return createCatalog({
    plans: [
      planSchema.parse({
        id: plan,
        title: '計画',
        edition: '当初プラン',
        years: [2024],
        successor: null,
        aliases: [],
        source: { document: '004', note: null },
        marks: [],
        figures: [],
        slips: [],
        items: ids.map((id, index) => itemOf(id, index, kpis)),
      }),
    ],
    sections: ids.map((id) => sectionSchema.parse({ id, spans: [{ ...span, name: id }], successors: [], aliases: [] })),
    lineage: [],
    words: realCatalog().words,
  });
}

/** Everybody is somebody of one section only. */
function people(index: number): Pick<RosterEntry, 'head' | 'deputies' | 'staff'> {
  return { head: user(`UH${index}`), deputies: [user(`UD${index}`)], staff: [user(`US${index}`)] };
}

/** Makes one; the same for the same size. */
export function makeOffice({ sections, kpis, rounds }: Size): Office {
  const ids = Array.from({ length: sections }, (_, index) => section(`第${index}課`));
  const catalog = catalogOf(ids, kpis);
  const asked = Array.from({ length: rounds }, (_, index) =>
    round({ id: roundId(`round-${index}`), title: `第${index + 1}回照会`, plan: catalog.plans[0]?.id ?? round().plan }),
  );
  const answered = (one: Round): Report[] =>
    catalog.items.flatMap((item, index): Report[] => {
      const own = ids[index];
      if (own === undefined || index % 2 === 1) return [];
      const lines = item.kpis.map(({ id }) => line({ kpi: id, reported: { kind: 'value', value: 400 } }));
      return [report({ round: one.id, section: own, state: 'submitted', submitted: signed(), lines, version: 1 })];
    });
  return {
    catalog,
    rounds: asked,
    roster: ids.map((own, index) =>
      rosterEntry({ id: rosterEntryIdSchema.parse(`entry-${index}`), section: own, ...people(index) }),
    ),
    reports: new Map(asked.map((one) => [one.id, answered(one)])),
  };
}
