import type { DigestFacts, LineFacts, RoundFacts, Tally } from '../../src/notice/digest/facts.ts';
import { day, moment } from '../../src/report/day.ts';
import { channel } from './notices.ts';
import { digital, openData, round } from './rounds.ts';

/** What a digest tells, for tests: sound as it is, each part to be changed where a test is about it. */

const tally: Tally = { asked: 9, answered: 5, preliminary: 3, approved: 2, late: 1 };

function roundFacts(changes: Partial<RoundFacts> = {}): RoundFacts {
  const { id, title } = round();
  return {
    round: id,
    title,
    state: 'open',
    due: day('2026-11-27'),
    sections: tally,
    kpis: { ...tally, notMeasured: 1 },
    ...changes,
  };
}

export function lineFacts(changes: Partial<LineFacts> = {}): LineFacts {
  return {
    round: round().id,
    section: digital,
    kpi: openData,
    area: 'D for Citizen 最適化による県民サービスの向上',
    name: 'オープンデータみやぎ公開数',
    unit: 'データセット',
    target: '500',
    reported: { kind: 'value', value: 347 },
    before: null,
    state: 'missed',
    preliminary: true,
    note: '公開が一巡したため。',
    ...changes,
  };
}

export function digestFacts(changes: Partial<DigestFacts> = {}): DigestFacts {
  return {
    from: moment('2026-11-13T00:00:00Z'),
    until: moment('2026-11-20T00:00:00Z'),
    channels: [channel('C0ALL')],
    rounds: [roundFacts()],
    answered: 2,
    approved: 1,
    attention: [],
    moreAttention: 0,
    lines: [lineFacts()],
    ahead: [],
    corrections: [],
    ...changes,
  };
}
