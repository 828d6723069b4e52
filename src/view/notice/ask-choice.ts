import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { Ask, AskAt } from '../../notice/desk/asks.ts';
import { sectionIdSchema } from '../../plan/section.ts';
import { roundIdSchema } from '../../report/round.ts';
import type { ViewContext } from '../context.ts';
import { selectInput } from '../inputs.ts';

const atSchema = z.strictObject({ round: roundIdSchema, section: sectionIdSchema });

/** A round's id holds no colon. */
function optionFor({ round, section }: AskAt): string {
  return `${round}:${section}`;
}

/** What a chosen option stands for; null where nothing, or nothing that was offered, is chosen. */
export function readAsk(chosen: string | null): AskAt | null {
  const [round, ...section] = (chosen ?? '').split(':');
  return atSchema.safeParse({ round, section: section.join(':') }).data ?? null;
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
    value: optionFor({ round: round.id, section }),
  }));
  const only = options.length === 1 ? options[0]?.value : undefined;
  return selectInput({
    id,
    label,
    groups: [{ label: wording.plain('ask.group', {}), options }],
    initial: at ? optionFor(at) : only,
  });
}
