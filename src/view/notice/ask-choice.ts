import type { InputBlock } from '@slack/types';
import type { Ask, AskAt } from '../../notice/desk/asks.ts';
import type { ViewContext } from '../context.ts';
import { selectInput } from '../inputs.ts';

/** What an option stands for: a round's id holds no colon. */
export function askValue({ round, section }: AskAt): string {
  return `${round}:${section}`;
}

interface ChoiceOptions {
  id: string;
  label: string;
  asks: readonly Ask[];
  /** What is chosen already. */
  at: AskAt | null;
}

/** A choice among what somebody still owes, the most urgent first and chosen where it is the only one. */
export function askChoice({ id, label, asks, at }: ChoiceOptions, { wording }: ViewContext): InputBlock[] {
  const options = asks.map(({ board: { round }, asked: { section } }) => ({
    text: wording.plain('ask.choice', { title: round.title, section }),
    value: askValue({ round: round.id, section }),
  }));
  const only = options.length === 1 ? options[0]?.value : undefined;
  return selectInput({
    id,
    label,
    groups: [{ label: wording.plain('ask.group', {}), options }],
    initial: at ? askValue(at) : only,
  });
}
