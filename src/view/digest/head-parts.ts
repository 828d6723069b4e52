import type { Head } from '../../notice/digest/content.ts';
import { together } from '../../notice/digest/coverage.ts';
import { type Correction, isQuiet, type RoundFacts } from '../../notice/digest/facts.ts';
import { chart, context as contextBlock, header, lines, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText, momentText } from '../desk/day-words.ts';
import { shorten } from '../limits.ts';
import { headlineOf, periodOf, reportedText } from './digest-words.ts';

/** Names in the message that begins a digest, which is read in ten seconds. */
const longestName = 40;
/** Rounds told of one by one where there is no chart; the thread has all. */
const mostRounds = 8;
/** Corrections named in the message itself, the newest. */
const mostCorrections = 3;

/** A round in a line. */
export function roundText({ title, state, due, sections }: RoundFacts, longest: number, context: ViewContext): string {
  return context.wording.mrkdwn('digest.round', {
    ...sections,
    title: shorten(title, longest),
    state,
    due: dayText(due, context),
  });
}

function roundsChart({ rounds }: Head, context: ViewContext): Part[] {
  const { wording } = context;
  const bars = ['asked', 'preliminary', 'approved', 'late'] as const;
  const more = rounds.length - mostRounds;
  return chart({
    title: wording.plain('digest.chart', { part: 'title' }),
    categories: rounds.map(({ title }) => title),
    series: bars.map((part) => ({
      name: wording.plain('digest.chart', { part }),
      values: rounds.map(({ sections }) => sections[part]),
    })),
    fallback: lines([
      ...rounds.slice(0, mostRounds).map((round) => roundText(round, longestName, context)),
      ...(more > 0 ? [wording.mrkdwn('digest.more_rounds', { count: more })] : []),
    ]),
  });
}

function attentionParts({ attention, moreAttention }: Head, context: ViewContext): Part[] {
  const { wording } = context;
  if (attention.length === 0) return [];
  return lines([
    wording.mrkdwn('digest.attention_head', {}),
    ...attention.map(({ kind, title, due, sections, count }) =>
      wording.mrkdwn('digest.attention', {
        kind,
        title: shorten(title, longestName),
        due: dayText(due, context),
        count,
        sections: sections.map((name) => shorten(name, longestName)),
        more: count - sections.length,
      }),
    ),
    ...(moreAttention > 0 ? [wording.mrkdwn('digest.attention_more', { count: moreAttention })] : []),
  ]);
}

function correctionTexts({ number, at, changes }: Correction, context: ViewContext): string[] {
  const [first] = changes;
  if (!first?.before) return [];
  const { name, section: id, unit, before, reported } = first;
  const value = (one: typeof reported): string => shorten(reportedText(one, unit, context), longestName);
  return [
    context.wording.mrkdwn('digest.corrected', {
      number,
      at: momentText(at, context),
      name: shorten(name, longestName),
      section: shorten(id, longestName),
      before: value(before),
      after: value(reported),
      more: changes.length - 1,
    }),
  ];
}

/** The message that begins a digest: one line where there is nothing to say. */
export function headParts(head: Head, context: ViewContext): Part[] {
  const { wording } = context;
  const { rounds, note, parts, corrections } = head;
  const noted = note === null ? [] : section(wording.mrkdwn('digest.note', { note }));
  const period = periodOf(head, context);
  if (isQuiet(head))
    return [
      ...noted,
      ...section(
        wording.mrkdwn('digest.text', { ...period, headline: wording.plain('digest.headline', headlineOf(head)) }),
      ),
    ];
  return [
    header(wording.plain('digest.title', period)),
    ...noted,
    ...section(wording.mrkdwn('digest.headline', headlineOf(head))),
    ...section(wording.mrkdwn('digest.coverage', together(rounds))),
    ...attentionParts(head, context),
    ...roundsChart(head, context),
    ...lines(corrections.slice(-mostCorrections).flatMap((one) => correctionTexts(one, context))),
    ...contextBlock(wording.mrkdwn('digest.footer', { parts })),
  ];
}
