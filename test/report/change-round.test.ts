import { describe, expect, test } from 'vitest';
import { changeRound, type RoundChange } from '../../src/report/change-round.ts';
import { day } from '../../src/report/day.ts';
import type { Round } from '../../src/report/round.ts';
import { round } from '../support/rounds.ts';

const outcome = (given: Round, change: RoundChange) => {
  const result = changeRound(given, change);
  return result.ok ? result.round : result.code;
};

describe('a coordinator', () => {
  test('opens, closes and reopens a round', () => {
    const draft = round({ state: 'draft' });
    expect(outcome(draft, { action: 'open-round' })).toEqual(round());
    expect(outcome(round(), { action: 'close-round' })).toEqual(round({ state: 'closed' }));
    expect(outcome(round({ state: 'closed' }), { action: 'reopen-round' })).toEqual(round());
  });

  test('extends it while it is open', () => {
    const due = day('2026-06-12');
    expect(outcome(round(), { action: 'change-round', to: { due }, reason: null })).toEqual(round({ due }));
  });

  test('pauses it and goes on', () => {
    const paused = round({ paused: true });
    expect(outcome(round(), { action: 'pause-round', paused: true })).toEqual(paused);
    expect(outcome(paused, { action: 'pause-round', paused: false })).toEqual(round());
  });

  test('does not reopen it into a pause that everybody has forgotten', () => {
    expect(outcome(round({ state: 'closed', paused: true }), { action: 'reopen-round' })).toEqual(round());
  });

  test('cannot change what is closed', () => {
    const change: RoundChange = { action: 'change-round', to: { title: '別の照会' }, reason: null };
    expect(outcome(round({ state: 'closed' }), change)).toBe('wrong-state');
  });
});
