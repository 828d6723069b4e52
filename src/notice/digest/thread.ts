import { z } from 'zod';
import { aheadSchema, type DigestFacts, type LineFacts, lineFactsSchema, roundFactsSchema } from './facts.ts';

/** Characters of a text that the thread shows; its messages are cut by them. */
export const shownLength = { name: 80, note: 150 } as const;

const count = z.int().min(0);

/** A row of the thread. Rows of one kind that follow each other stand under one heading; of figures each area has its own. */
export const threadRowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round'), round: roundFactsSchema }),
  /** The heading of an area, with how its figures came out. */
  z.strictObject({
    kind: z.literal('area'),
    area: z.string(),
    reported: count,
    corrected: count,
    met: count,
    missed: count,
    notMeasured: count,
    /** It stood in the message before, already. */
    continued: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('line'), line: lineFactsSchema }),
  z.strictObject({ kind: z.literal('date'), date: aheadSchema }),
  /** A round in which nothing is sent for now. */
  z.strictObject({ kind: z.literal('paused'), title: z.string() }),
]);
export type ThreadRow = z.infer<typeof threadRowSchema>;
type AreaRow = Extract<ThreadRow, { kind: 'area' }>;

/** What wants a reader's eye comes first. */
const stateOrder: readonly LineFacts['state'][] = [
  'missed',
  'not-measured',
  'met',
  'no-actual',
  'no-target',
  'not-comparable',
];

function areaRows(area: string, own: readonly LineFacts[]): ThreadRow[] {
  const of = (state: LineFacts['state']): number => own.filter((line) => line.state === state).length;
  const corrected = own.filter(({ before }) => before !== null).length;
  return [
    {
      kind: 'area',
      area,
      reported: own.length - corrected,
      corrected,
      met: of('met'),
      missed: of('missed'),
      notMeasured: of('not-measured'),
      continued: false,
    },
    ...own
      .toSorted((one, other) => stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state))
      .map((line) => ({ kind: 'line' as const, line })),
  ];
}

function allRows({ rounds, lines, ahead }: DigestFacts): ThreadRow[] {
  const areas = new Map<string, LineFacts[]>();
  for (const line of lines) {
    const others = areas.get(line.area);
    if (others) others.push(line);
    else areas.set(line.area, [line]);
  }
  return [
    // A single round is told of in the parent message already.
    ...(rounds.length > 1 ? rounds.map((round) => ({ kind: 'round' as const, round })) : []),
    ...[...areas].flatMap(([area, own]) => areaRows(area, own)),
    ...(rounds.length > 0 ? ahead.map((date) => ({ kind: 'date' as const, date })) : []),
    ...rounds.flatMap(({ state, title }) => (state === 'paused' ? [{ kind: 'paused' as const, title }] : [])),
  ];
}

/** What a message of the thread holds, well below what Slack takes, so that a correction has room in it, too. */
const mostInMessage = 7_000;
/** The words of a row around its values. */
const aroundValues = 150;

/** What a text takes of a message: `& < >` are sent as entities. */
function weight(text: string | null, longest: number = shownLength.name): number {
  const shown = (text ?? '').slice(0, longest);
  return shown.length + 4 * (shown.match(/[&<>]/gu)?.length ?? 0);
}

function weightOfLine({ name, section, unit, target, note, reported, before }: LineFacts): number {
  const reasons = [reported, before].map((one) => (one?.kind === 'not-measured' ? weight(one.reason) : 0));
  const names = [name, section, target, unit, unit, unit].map((text) => weight(text));
  return [...names, ...reasons, weight(note, shownLength.note)].reduce((total, one) => total + one, aroundValues);
}

function weightOf(row: ThreadRow): number {
  switch (row.kind) {
    case 'round':
      return aroundValues + weight(row.round.title);
    case 'area':
      return aroundValues + weight(row.area);
    case 'line':
      return weightOfLine(row.line);
    case 'date':
      return aroundValues + (row.date.kind === 'digest' ? 0 : weight(row.date.title));
    case 'paused':
      return aroundValues + weight(row.title);
  }
}

/**
 * The thread, message by message, each within what Slack takes; empty where nothing is to be told in it. It follows from what
 * was frozen, so that it has as many messages whenever it is asked for.
 */
export function threadOf(facts: DigestFacts): ThreadRow[][] {
  const messages: ThreadRow[][] = [];
  let current: ThreadRow[] = [];
  let held = 0;
  let area: AreaRow | null = null;
  const rows = allRows(facts);
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    // A heading stays with what follows it.
    const needed = weightOf(row) + (row.kind === 'area' && next ? weightOf(next) : 0);
    if (current.length === 0 || held + needed > mostInMessage) {
      current = row.kind === 'line' && area && current.length > 0 ? [{ ...area, continued: true }] : [];
      held = current.reduce((total, one) => total + weightOf(one), 0);
      messages.push(current);
    }
    current.push(row);
    held += weightOf(row);
    if (row.kind === 'area') area = row;
  }
  return messages;
}
