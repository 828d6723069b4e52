import type { Day, Moment } from './day.ts';
import { deadline, type Round } from './round.ts';

/** Why a round cannot be as somebody plans it, by the field that is wrong. */
export type RoundFault =
  | {
      field: 'due';
      /** not-later: people have been told a date, which is only ever put off. */
      code: 'past' | 'before-opens' | 'not-later';
    }
  /** Nobody would be asked anything. */
  | { field: 'kpis'; code: 'nobody' };

interface Circumstances {
  /** The due date after the closed-day rule. */
  moved: Day;
  now: Moment;
  /** The round as it is now; null for a new one. */
  before: Pick<Round, 'state' | 'due'> | null;
}

/** What is wrong with the dates of a round; a date that nobody changes is not looked at again. */
export function dateFaults(
  { opens, due }: Pick<Round, 'opens' | 'due'>,
  { moved, now, before }: Circumstances,
): RoundFault[] {
  if (due < opens || moved < opens) return [{ field: 'due', code: 'before-opens' }];
  if (before?.due === due && before.state !== 'draft') return [];
  if (deadline(moved) <= now) return [{ field: 'due', code: 'past' }];
  return before?.state === 'open' && due < before.due ? [{ field: 'due', code: 'not-later' }] : [];
}
