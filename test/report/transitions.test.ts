import { describe, expect, test } from 'vitest';
import type { RoundState } from '../../src/report/round.ts';
import { nextRoundState, type RoundAction, roundActions } from '../../src/report/transitions.ts';

describe('a round', () => {
  test.each<[RoundAction, RoundState, RoundState]>([
    ['open-round', 'draft', 'open'],
    ['change-round', 'draft', 'draft'],
    ['change-round', 'open', 'open'],
    ['pause-round', 'open', 'open'],
    ['close-round', 'open', 'closed'],
    ['reopen-round', 'closed', 'open'],
  ])('%s leads from %s to %s', (action, from, to) => {
    expect(nextRoundState(action, from)).toEqual({ ok: true, state: to });
  });

  test('that is closed can only be reopened', () => {
    expect(roundActions.filter((action) => nextRoundState(action, 'closed').ok)).toEqual(['reopen-round']);
  });

  test('never becomes a draft again', () => {
    const reached = roundActions.map((action) => nextRoundState(action, 'open'));
    expect(reached.some((next) => next.ok && next.state === 'draft')).toBe(false);
  });
});
