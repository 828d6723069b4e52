import type { SectionAnswer, SectionsAnswer } from '../ask/answer.ts';
import { kpiStatus } from '../plan/comparison.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Section } from '../plan/section.ts';
import { actionIds } from './action-ids.ts';
import { actions, header, lines, type NewerBlock, type Part, section, select, table } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { endedWord, planName, statusText } from './describe.ts';
import type { View } from './lay-out.ts';
import { shareButton } from './share-view.ts';

function namesText(
  { section: { spans, successors }, predecessors, section: own }: SectionAnswer,
  { wording }: ViewContext,
): string {
  const basisWord = (basis: 'printed' | 'official' | 'press' | 'inferred'): string =>
    wording.plain('section.basis', { basis });
  return wording.mrkdwn('section.names', {
    spans,
    before: predecessors.flatMap((before) =>
      before.successors
        .filter(({ to }) => to === own.id)
        .map(({ basis, note }) => ({ name: before.id, basis: basisWord(basis), note })),
    ),
    after: successors.map(({ to, basis, note }) => ({ name: to, basis: basisWord(basis), note })),
  });
}

function itemLine(item: Item, context: ViewContext): string {
  const kpis = item.kpis.map((kpi) => kpiStatus(item, kpi));
  return context.wording.mrkdwn('card.body', {
    title: item.title,
    number: item.number,
    plan: '',
    ended: null,
    sections: '',
    status: statusText(item, kpis, context),
  });
}

function dutiesTable(owner: Section, plan: Plan, items: readonly Item[], context: ViewContext): NewerBlock {
  const { wording } = context;
  return table({
    caption: wording.plain('section.caption', { plan: planName(plan, context), name: owner.id }),
    columns: [
      wording.plain('section.column_title', {}),
      wording.plain('section.column_number', {}),
      wording.plain('section.column_status', {}),
    ],
    rows: items.map((item) => {
      const kpis = item.kpis.map((kpi) => kpiStatus(item, kpi));
      return [{ text: item.title }, { text: item.number ?? '' }, { text: statusText(item, kpis, context) }];
    }),
    empty: wording.plain('kpi.empty', {}),
    fallback: lines(items.map((item) => itemLine(item, context))),
  });
}

/** What a section answers for, plan by plan, with its names before and after. */
export function sectionView(answer: SectionAnswer, context: ViewContext): View {
  const { wording } = context;
  const { section: own, duties, items } = answer;
  const parts: Part[] = duties.flatMap(({ section: owner, plan, items: owned }) => [
    ...section(
      wording.mrkdwn('section.plan', {
        plan: planName(plan, context),
        ended: endedWord(plan, context),
        name: owner.id,
        count: owned.length,
      }),
    ),
    dutiesTable(owner, plan, owned, context),
  ]);
  return {
    text: wording.plain('section.text', { name: own.id, count: items.length }),
    parts: [
      header(wording.plain('section.title', { name: own.id })),
      ...section(namesText(answer, context)),
      ...(parts.length > 0 ? parts : section(wording.mrkdwn('section.nothing', {}))),
      ...actions([shareButton({ q: `担当 ${own.id}` }, context)]),
    ],
  };
}

/** The newest department a section is known under. */
function departmentOf(own: Section): string {
  return own.spans.at(-1)?.department ?? '';
}

/** A list of sections grouped by department, in the order of the data. */
export function sectionSelect(sections: readonly Section[], { wording }: ViewContext) {
  const departments = [...new Set(sections.map(departmentOf))];
  return select({
    id: actionIds.chooseSection,
    placeholder: wording.plain('section.choose_placeholder', {}),
    groups: departments.map((department) => ({
      label: department,
      options: sections.filter((own) => departmentOf(own) === department).map(({ id }) => ({ text: id, value: id })),
    })),
  });
}

/** Sections to choose from. */
export function sectionsView({ sections, question }: SectionsAnswer, context: ViewContext): View {
  const { wording } = context;
  const count = sections.length;
  const departments = [...new Set(sections.map(departmentOf))];
  return {
    text: wording.plain('section.choose_text', { count }),
    parts: [
      ...section(wording.mrkdwn('section.choose', { count, words: question }), sectionSelect(sections, context)),
      ...lines(
        departments.map((department) =>
          wording.mrkdwn('section.choose_department', {
            department,
            names: sections
              .filter((own) => departmentOf(own) === department)
              .map(({ id }) => id)
              .join('、'),
          }),
        ),
      ),
    ],
  };
}
