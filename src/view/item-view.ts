import type { ItemAnswer } from '../ask/answer.ts';
import { shortEraYear } from '../plan/fiscal-year.ts';
import type { Item } from '../plan/item.ts';
import type { LineageLink } from '../plan/lineage.ts';
import { actionIds, numbered } from './action-ids.ts';
import { actions, button, context as contextBlock, divider, header, type Part, section } from './blocks.ts';
import { cardView } from './card-view.ts';
import type { ViewContext } from './context.ts';
import { endedWord, planName, sectionsOf, statusText } from './describe.ts';
import { kpiParts } from './kpi-part.ts';
import type { View } from './lay-out.ts';
import { leadLine } from './lead-view.ts';
import { shareButton } from './share-view.ts';
import { encode } from './values.ts';

const mostNear = 3;

/** The sections that took over from the printed ones; «推定» where that is inferred. */
function todaysSections(item: Item, { catalog, wording }: ViewContext): string {
  return item.sections
    .flatMap((name) => catalog.sectionNamed(name, item.department)?.successors ?? [])
    .map(({ to, basis }) => (basis === 'inferred' ? `${to}（${wording.plain('section.basis', { basis })}）` : to))
    .join('、');
}

function evaluationText(item: Item, { wording, catalog }: ViewContext): string {
  const { evaluation, review } = item;
  if (!evaluation) {
    return review ? wording.mrkdwn('item.review', { review: wording.plain('words.review', { review }) }) : '';
  }
  const same = evaluation.sameAs ? catalog.item(evaluation.sameAs) : undefined;
  return wording.mrkdwn('item.evaluation', {
    mark: wording.plain('words.mark', { mark: evaluation.mark }),
    reason: evaluation.reason ?? same?.evaluation?.reason ?? null,
    same: same ? (same.number ?? same.title) : null,
  });
}

function lineageText(item: Item, links: readonly LineageLink[], context: ViewContext): string {
  const { wording, catalog } = context;
  const steps = (chosen: readonly LineageLink[], end: 'from' | 'to') =>
    chosen.flatMap((link) => {
      const other = catalog.item(link[end]);
      if (!other) return [];
      const kind = wording.plain('words.lineage', { kind: link.kind, inferred: link.basis === 'inferred' });
      return [{ title: other.title, plan: planName(catalog.planOf(other), context), kind }];
    });
  const older = steps(
    links.filter((link) => link.to === item.id),
    'from',
  );
  const newer = steps(
    links.filter((link) => link.from === item.id),
    'to',
  );
  return older.length + newer.length > 0 ? wording.mrkdwn('item.lineage', { older, newer }) : '';
}

function linksText(item: Item, context: ViewContext): string {
  const { wording, catalog } = context;
  const links = item.links.flatMap((link) => {
    const other = catalog.item(link.to);
    if (!other) return [];
    return [
      {
        kind: wording.plain('words.link', { kind: link.kind }),
        title: other.title,
        plan: planName(catalog.planOf(other), context),
      },
    ];
  });
  return links.length > 0 ? wording.mrkdwn('item.links', { links }) : '';
}

function printedText(item: Item, { wording }: ViewContext): string[] {
  return [
    item.schedule.length > 0
      ? wording.mrkdwn('item.schedule', {
          cells: item.schedule.map(({ year, text }) => ({ year: shortEraYear(year), text })),
        })
      : '',
    item.fields.length > 0 ? wording.mrkdwn('item.fields', { fields: item.fields }) : '',
    item.urls.length > 0 ? wording.mrkdwn('item.urls', { urls: item.urls }) : '',
    item.slips.length > 0 ? wording.mrkdwn('item.slips', { slips: item.slips }) : '',
  ];
}

function buttons(item: Item, context: ViewContext): Part[] {
  const { wording, catalog } = context;
  const [name] = item.sections;
  const owner = name === undefined ? undefined : catalog.sectionNamed(name, item.department);
  return actions([
    button({
      id: numbered(actionIds.ask, 0),
      text: wording.plain('item.history', {}),
      value: encode({ q: `系譜 ${item.title}` }),
    }),
    ...(owner
      ? [
          button({
            id: numbered(actionIds.ask, 1),
            text: wording.plain('item.section', { name: owner.id }),
            value: encode({ q: `担当 ${owner.id}` }),
          }),
        ]
      : []),
    shareButton({ item: item.id }, context),
  ]);
}

/** Everything the documents print about one item, ours marked as 要約, with document and row. */
export function itemView(answer: ItemAnswer, context: ViewContext): View {
  const { wording, catalog } = context;
  const { item, lead, kpis, lineage, near } = answer;
  const plan = catalog.planOf(item);
  const name = planName(plan, context);
  return {
    text: lead
      ? leadLine(lead, context, 'plain')
      : wording.plain('item.text', { title: item.title, plan: name, status: statusText(item, kpis, context) }),
    parts: [
      ...(lead ? section(leadLine(lead, context, 'mrkdwn')) : []),
      header(item.title),
      ...section(
        wording.mrkdwn('item.facts', {
          plan: name,
          ended: endedWord(plan, context),
          kind: wording.plain('words.kind', { kind: item.kind }),
          number: item.number,
          group: item.group,
          goal: item.goal,
          category: item.category,
          sections: sectionsOf(item),
          today: todaysSections(item, context),
        }),
      ),
      ...section(wording.mrkdwn('item.summary', { summary: item.summary })),
      ...section(evaluationText(item, context)),
      ...kpiParts(kpis, context),
      ...printedText(item, context).flatMap((text) => section(text)),
      ...section(linksText(item, context)),
      ...section(lineageText(item, lineage, context)),
      ...contextBlock(wording.mrkdwn('item.source', item.source)),
      ...buttons(item, context),
      ...(near.length > 0 ? [divider(), ...section(wording.mrkdwn('found.near', {}))] : []),
      ...near.slice(0, mostNear).flatMap((other, index) => cardView(other, index, context)),
    ],
  };
}
