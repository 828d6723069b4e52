import { type Catalog, createCatalog } from '../../../src/plan/catalog.ts';
import { fiscalYear } from '../../../src/plan/fiscal-year.ts';
import { type Item, itemIdSchema } from '../../../src/plan/item.ts';
import { kpiIdSchema } from '../../../src/plan/kpi.ts';
import { type Plan, planIdSchema } from '../../../src/plan/plan.ts';

const municipalities =
  '仙台市 石巻市 塩竈市 気仙沼市 白石市 名取市 角田市 多賀城市 岩沼市 登米市 栗原市 東松島市 大崎市 富谷市 蔵王町 七ヶ宿町 大河原町 村田町 柴田町 川崎町 丸森町 亘理町 山元町 松島町 七ヶ浜町 利府町 大和町 大郷町 大衡村 色麻町 加美町 涌谷町 美里町 女川町 南三陸町'.split(
    ' ',
  );
/** As many as a real plan holds, near enough. */
const itemsInPlan = 61;
/** Share of the nouns that another one takes the place of; the rest keeps the density that the words of ICT plans have in all of them. */
const swapped = 0.35;
/** Share of the words put in that no real plan holds. */
const coinedShare = 0.6;

const mandelbrot = 20;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A word that looks Japanese and stands nowhere; of one rank always the same. */
function coined(rank: number, kanji: readonly string[]): string {
  const draw = drawing(rank);
  const from = (letters: readonly string[], length: number): string =>
    Array.from({ length }, () => letters[Math.floor(draw() * letters.length)] ?? '').join('');
  const kana = Array.from(
    'アイウエオカキクケコサシスセソタチテトナニネノハヒフホマミムモヤユヨラリルレロワバビブボダデドガギグゴパピプペン',
  );
  return rank % 2 === 0 ? from(kana, 3 + Math.floor(draw() * 3)) : from(kanji, 2 + Math.floor(draw() * 2));
}

const noun = /[\p{Script=Han}]{2,}|[ァ-ヺー]{3,}/gu;

function sentences(text: string): string[] {
  return text.split(/(?<=。)/u).filter((sentence) => sentence !== '');
}

/**
 * A catalog of `count` items: the real ones, then made ones, the same in every run. Titles and sentences are cut at their
 * commas and put together anew; a third of the nouns give way to others, real and coined, drawn by Zipf's law, so that the
 * words grow with the records, and common ones stay as common as they are.
 */
export function grownCatalog(real: Catalog, count: number): Catalog {
  const draw = drawing(7);
  const one = <T>(all: readonly T[]): T => {
    const value = all[Math.floor(draw() * all.length)];
    if (value === undefined) throw new RangeError('nothing to draw from');
    return value;
  };
  const titles = real.items.map(({ title }) => title);
  const texts = real.items.flatMap((item) => [item.summary, item.evaluation?.reason ?? '']).flatMap(sentences);
  const analyses = real.items.flatMap(({ kpis }) => kpis.flatMap(({ analysis }) => sentences(analysis ?? '')));
  const counts = new Map<string, number>();
  for (const word of texts.concat(titles).flatMap((text) => text.match(noun) ?? [])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const nouns = Array.from(counts)
    .toSorted(([, few], [, many]) => many - few)
    .map(([word]) => word);
  const kanji = [...new Set(nouns.join('').match(/\p{Script=Han}/gu) ?? [])];

  /** The rank of a word, the common ones first: by Zipf's law with Mandelbrot's mend, without which one word is everywhere. */
  const zipf = (words: number): number =>
    Math.floor(mandelbrot * ((words + mandelbrot) / mandelbrot) ** draw()) - mandelbrot;
  function otherNoun(): string {
    return draw() < coinedShare ? coined(zipf(count), kanji) : (nouns[zipf(nouns.length)] ?? '');
  }
  function varied(text: string): string {
    return text.replace(noun, (word) => (draw() < swapped ? otherNoun() : word));
  }
  function title(): string {
    const [head = ''] = one(titles).split(/(?<=[のとをによる・])/u);
    const place = draw() < 0.3 ? one(municipalities) : '';
    return `${place}${varied(draw() < 0.5 ? one(titles) : `${head}${one(titles)}`)}`;
  }
  /** As many sentences as the model, each begun by one and ended by another. */
  function likeness(model: string, from: readonly string[]): string {
    return sentences(model)
      .map(() => {
        const [begin = ''] = one(from).split(/(?<=、)/u);
        const rest = one(from)
          .split(/(?<=、)/u)
          .slice(1);
        return varied(rest.length > 0 ? [begin.replace(/。$/u, '、'), ...rest].join('') : one(from));
      })
      .join('');
  }

  function item(plan: string, index: number): Item {
    const model = one(real.items);
    const number = `${1 + Math.floor(index / 25)}-${1 + (Math.floor(index / 5) % 5)}-${1 + (index % 5)}`;
    const id = itemIdSchema.parse(`${plan}/${number}`);
    const { evaluation } = model;
    return {
      ...model,
      id,
      number,
      title: title(),
      group: model.group === null ? null : varied(model.group),
      category: model.category === null ? null : varied(model.category),
      summary: likeness(model.summary, texts),
      evaluation: evaluation && {
        ...evaluation,
        reason: evaluation.reason === null ? null : likeness(evaluation.reason, texts),
        sameAs: null,
      },
      kpis: model.kpis.map((kpi, at) => ({
        ...kpi,
        id: kpiIdSchema.parse(`${id}#${at + 1}`),
        name: varied(kpi.name),
        analysis: kpi.analysis === null ? null : likeness(kpi.analysis, analyses),
      })),
      links: [],
      aliases: model.aliases.map(varied),
    };
  }

  const made = count - real.items.length;
  const plans = Array.from({ length: Math.max(0, Math.ceil(made / itemsInPlan)) }, (_, index): Plan => {
    const id = planIdSchema.parse(`made-${index + 1}`);
    const first = 2005 + (index % 20);
    const name = `${one(municipalities)}${one(['情報化計画', 'ICT推進計画', 'デジタル推進プラン'])}${first}`;
    const length = Math.min(itemsInPlan, made - index * itemsInPlan);
    return {
      id,
      title: name,
      edition: null,
      years: [first, first + 1, first + 2].map(fiscalYear),
      successor: null,
      aliases: [],
      source: { document: name, note: null },
      marks: [],
      figures: [],
      slips: [],
      items: Array.from({ length }, (_, at) => item(id, at)),
    };
  });
  return createCatalog({
    plans: [...real.plans, ...plans],
    sections: real.sections,
    lineage: real.lineage,
    words: real.words,
  });
}
