import { describe, expect, test } from 'vitest';
import { compose, follow, isSettled } from '../../src/notice/compose.ts';
import type { News } from '../../src/notice/news.ts';
import type { Notice } from '../../src/notice/notice.ts';
import type { Report } from '../../src/report/report.ts';
import { type NewsPurpose, newsPurposes } from '../../src/report/report-notices.ts';
import { circumstances } from '../support/circumstances.ts';
import { news } from '../support/notices.ts';
import { digital, head, line, report, round, signed } from '../support/rounds.ts';

const told = round();
const handedIn = news().report;
const confirmed: Report = { ...handedIn, state: 'confirmed', confirmed: signed('2026-05-21T01:00:00Z'), version: 2 };
const accepted: Report = { ...confirmed, state: 'accepted', accepted: signed('2026-05-22T01:00:00Z'), version: 3 };
const corrected: Report = { ...handedIn, submitted: signed('2026-05-23T01:00:00Z'), version: 2 };
const approved: Report = {
  ...handedIn,
  approval: { on: told.due, by: 'デジタルみやぎ推進課長', document: 'デジ第12号' },
  version: 2,
};

const now = (stored: Report) => circumstances({ reports: [stored] });
const closed = circumstances({ rounds: [] });

function composed(purpose: NewsPurpose, under: ReturnType<typeof circumstances>, of = handedIn) {
  const { round: id, section, version } = of;
  const notice: Notice = { kind: 'news', to: head.user, round: id, section, version, purpose };
  return compose(notice, under, { round: told, due: told.due, report: of });
}
function followed(sent: News, under: ReturnType<typeof circumstances>): News {
  const content = follow(sent, under);
  if (content.kind !== 'news') throw new Error('news stays news');
  return content;
}

describe('news that is sent', () => {
  test.each(newsPurposes)('tells the report as it stands (%s)', (purpose) => {
    expect(composed(purpose, now(handedIn))).toEqual(news({ purpose }));
  });

  test('is a receipt of what was handed in, also where the report has moved on or its round has ended', () => {
    expect(composed('receipt', now(confirmed))).toMatchObject({
      report: handedIn,
      state: { kind: 'moved', report: confirmed },
    });
    expect(composed('receipt', closed)).toMatchObject({ report: handedIn, state: { kind: 'over' } });
  });

  test.each(['please-confirm', 'nobody-confirms', 'please-accept'] as const)(
    'asks for nothing that can no longer be done (%s)',
    (purpose) => {
      expect([composed(purpose, now(confirmed)), composed(purpose, closed)]).toEqual([null, null]);
    },
  );

  test.each(['confirmed', 'returned', 'accepted'] as const)(
    'leaves a step to be told by the one that overtook it (%s)',
    (purpose) => {
      expect(composed(purpose, now(corrected))).toBeNull();
      expect(composed(purpose, closed)).toMatchObject({ state: { kind: 'over' } });
    },
  );

  test('is about nothing where the version was never stored', () => {
    const notice: Notice = {
      kind: 'news',
      to: head.user,
      round: told.id,
      section: digital,
      version: 9,
      purpose: 'receipt',
    };
    expect(compose(notice, now(handedIn), null)).toBeNull();
  });
});

describe('news that was sent', () => {
  test('stays as it is while the report does', () => {
    expect(followed(news(), now(handedIn))).toEqual(news());
    expect(isSettled(news())).toBe(false);
  });

  test('shows who has decided, and is then left alone', () => {
    const after = followed(news(), now(confirmed));
    expect(after.state).toEqual({ kind: 'moved', report: confirmed });
    expect(isSettled(after)).toBe(true);
  });

  test('goes on asking by the version that only recorded the formal approval', () => {
    expect(followed(news(), now(approved))).toEqual(news({ report: approved }));
  });

  test('as a receipt goes with its answer until that is accepted', () => {
    const receipt = news({ purpose: 'receipt' });
    const steps = [confirmed, accepted].map((stored) => followed(receipt, now(stored)));
    expect(steps.map((step) => [step.report.version, isSettled(step)])).toEqual([
      [1, false],
      [1, true],
    ]);
  });

  test('as a receipt is left alone once the answer was handed in anew, which has a receipt of its own', () => {
    const changed: Report = { ...handedIn, lines: [line({ note: '訂正' })], version: 2 };
    for (const stored of [corrected, changed]) {
      const after = followed(news({ purpose: 'receipt' }), now(stored));
      expect([after.state.kind, isSettled(after)]).toEqual(['moved', true]);
    }
  });

  test('asks for nothing while the round is closed, and again when it is reopened', () => {
    const over = followed(news(), closed);
    expect([over.state.kind, isSettled(over)]).toEqual(['over', false]);
    expect(followed(over, now(handedIn))).toEqual(news());
  });

  test('of an accepted answer is left alone once the round is closed', () => {
    expect(isSettled(followed(news({ purpose: 'accepted', report: accepted }), closed))).toBe(true);
  });

  test('keeps who has decided when the round ends', () => {
    const receipt = followed(news({ purpose: 'receipt' }), now(confirmed));
    expect(followed(receipt, closed)).toEqual(receipt);
  });

  test('is not led back by what was read before it was stored', () => {
    const toAccept = news({ purpose: 'please-accept', report: confirmed });
    expect(followed(toAccept, now(handedIn))).toEqual(toAccept);
    expect(followed(news(), circumstances())).toEqual(news());
  });

  test('asks nothing of a section that has been left out', () => {
    const exclusions = [{ kpi: null, section: digital, reason: '事業終了' }];
    const leftOut = circumstances({ rounds: [round({ exclusions })], reports: [report(handedIn)] });
    expect(followed(news(), leftOut).state).toEqual({ kind: 'over' });
  });
});
