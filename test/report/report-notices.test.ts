import { describe, expect, test } from 'vitest';
import { moment } from '../../src/report/day.ts';
import type { ReportState } from '../../src/report/report.ts';
import { type Audience, newsAfter } from '../../src/report/report-notices.ts';
import type { ReportAction } from '../../src/report/transitions.ts';
import { report, user } from '../support/rounds.ts';

const audience: Audience = {
  head: user('U0HEAD'),
  deputies: [user('U0DEPUTY')],
  coordinators: [user('U0ONE'), user('U0TWO')],
};
const nobody: Audience = { ...audience, head: null, deputies: [] };

/** «who: purpose» of everything that is said once somebody has changed the report that staff had handed in. */
function said(action: ReportAction, state: ReportState, by: string, who: Audience = audience): string[] {
  const submitted = {
    by: { user: user('U0STAFF'), name: '担当', post: '' },
    at: moment('2026-05-20T01:00:00Z'),
  };
  const news = newsAfter(action, { report: report({ state, submitted }), by: user(by), audience: who });
  return news.map(({ to, purpose }) => `${to}: ${purpose}`);
}

describe('an answer', () => {
  test('of staff gives them a receipt and asks the head and the deputies to confirm', () => {
    expect(said('submit', 'submitted', 'U0STAFF')).toEqual([
      'U0STAFF: receipt',
      'U0HEAD: please-confirm',
      'U0DEPUTY: please-confirm',
    ]);
  });

  test('of the head needs no confirmation and goes to the coordinators', () => {
    expect(said('submit', 'confirmed', 'U0HEAD')).toEqual([
      'U0HEAD: receipt',
      'U0ONE: please-accept',
      'U0TWO: please-accept',
    ]);
  });

  test('of a deputy does not ask the deputy to confirm it', () => {
    expect(said('submit', 'submitted', 'U0DEPUTY')).toEqual(['U0DEPUTY: receipt', 'U0HEAD: please-confirm']);
  });

  test('registered by a coordinator is confirmed by the section', () => {
    expect(said('submit-on-behalf', 'submitted', 'U0ONE')).toContain('U0HEAD: please-confirm');
  });

  test('registered by a coordinator through the form gives them a receipt, by a sheet of many sections none', () => {
    const [byForm, bySheet] = (['on-behalf', 'excel'] as const).map((receivedVia) =>
      newsAfter('submit-on-behalf', { report: report({ receivedVia }), by: user('U0ONE'), audience }),
    );
    expect(byForm?.map(({ purpose }) => purpose)).toEqual(['receipt', 'please-confirm', 'please-confirm']);
    expect(bySheet?.map(({ purpose }) => purpose)).toEqual(['please-confirm', 'please-confirm']);
  });

  test('of a section without a head and deputies falls to the coordinators', () => {
    expect(said('submit', 'submitted', 'U0STAFF', nobody)).toEqual([
      'U0STAFF: receipt',
      'U0ONE: nobody-confirms',
      'U0TWO: nobody-confirms',
    ]);
  });

  test('of a head who is a coordinator too is asked to be accepted all the same', () => {
    const both = { ...audience, coordinators: [user('U0HEAD')] };
    expect(said('submit', 'confirmed', 'U0HEAD', both)).toEqual(['U0HEAD: receipt', 'U0HEAD: please-accept']);
  });
});

describe('a decision', () => {
  test('to confirm reaches the coordinators and who handed in', () => {
    expect(said('confirm', 'confirmed', 'U0HEAD')).toEqual([
      'U0ONE: please-accept',
      'U0TWO: please-accept',
      'U0STAFF: confirmed',
    ]);
  });

  test.each(['return', 'reopen-report'] as const)('to %s reaches who handed in and the head', (action) => {
    expect(said(action, 'returned', 'U0ONE')).toEqual(['U0STAFF: returned', 'U0HEAD: returned']);
  });

  test('to return is not told to the head who made it', () => {
    expect(said('return', 'returned', 'U0HEAD')).toEqual(['U0STAFF: returned']);
  });

  test('to accept reaches the section', () => {
    expect(said('accept', 'accepted', 'U0ONE')).toEqual([
      'U0STAFF: accepted',
      'U0HEAD: accepted',
      'U0DEPUTY: accepted',
    ]);
  });

  test('to record the approval is told to nobody', () => {
    expect(said('record-approval', 'accepted', 'U0STAFF')).toEqual([]);
  });
});
