import { z } from 'zod';
import type { AskAt } from '../../notice/desk/asks.ts';
import { sectionIdSchema } from '../../plan/section.ts';
import { roundIdSchema } from '../../report/round.ts';

const atSchema = z.strictObject({ round: roundIdSchema, section: sectionIdSchema });

/** Reads an option of `askChoice` back; null where nothing, or nothing of that form, is chosen. */
export function readAsk(chosen: string | null): AskAt | null {
  const [round, ...section] = (chosen ?? '').split(':');
  return atSchema.safeParse({ round, section: section.join(':') }).data ?? null;
}
