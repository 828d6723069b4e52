import type { AppliedFilter, FoundAnswer } from '../ask/answer.ts';
import { actionIds, numbered } from './action-ids.ts';
import { actions, button, context as contextBlock, divider, type Part, section } from './blocks.ts';
import { cardView } from './card-view.ts';
import type { ViewContext } from './context.ts';
import { filterName } from './describe.ts';
import type { View } from './lay-out.ts';
import { leadLine } from './lead-view.ts';
import { shareButton } from './share-view.ts';
import { encode } from './values.ts';

/** Which part of a long answer is shown. */
export interface Page {
  from: number;
  length: number;
}

/** The filters read in the question, each with a button that asks without it. */
export function filtersView(filters: readonly AppliedFilter[], context: ViewContext): Part[] {
  if (filters.length === 0) return [];
  const { wording } = context;
  const names = filters.map(({ filter }) => filterName(filter, context));
  return [
    ...contextBlock(wording.mrkdwn('found.filters', { names: names.join('・') })),
    ...actions(
      filters.map(({ without }, index) =>
        button({
          id: numbered(actionIds.ask, index),
          text: wording.plain('found.remove', { name: names[index] ?? '' }),
          label: wording.plain('found.remove_label', { name: names[index] ?? '' }),
          value: encode({ q: without }),
        }),
      ),
    ),
  ];
}

/** Words that were read as others, said openly. */
export function readingsView(readAs: FoundAnswer['readAs'], { wording }: ViewContext): Part[] {
  return contextBlock(...readAs.map((reading) => wording.mrkdwn('found.reading', reading)));
}

/** A page of hits, near ones last. */
export function foundView(answer: FoundAnswer, { from, length }: Page, context: ViewContext): View {
  const { wording } = context;
  const { question, hits, near, lead } = answer;
  const all = [...hits, ...near];
  const page = all.slice(from, from + length);
  const last = from + page.length;
  const left = all.length - last;
  const cards = page.flatMap((item, index) => [
    ...(from + index === hits.length ? section(wording.mrkdwn('found.near', {})) : []),
    ...cardView(item, index, context),
  ]);
  return {
    text: lead
      ? leadLine(lead, context, 'plain')
      : wording.plain('found.text', { question, count: all.length, first: all[0]?.title ?? null }),
    parts: [
      ...(lead ? section(leadLine(lead, context, 'mrkdwn')) : []),
      ...section(wording.mrkdwn('found.headline', { question, count: all.length, from: from + 1, last })),
      ...readingsView(answer.readAs, context),
      ...filtersView(answer.filters, context),
      divider(),
      ...cards,
      ...actions([
        ...(left > 0
          ? [
              button({
                id: numbered(actionIds.page, 0),
                text: wording.plain('found.next', { count: Math.min(left, length) }),
                value: encode({ q: question, from: last }),
              }),
            ]
          : []),
        ...(from > 0
          ? [
              button({
                id: numbered(actionIds.page, 1),
                text: wording.plain('found.previous', {}),
                value: encode({ q: question, from: Math.max(0, from - length) }),
              }),
            ]
          : []),
        shareButton({ q: question }, context),
      ]),
    ],
  };
}
