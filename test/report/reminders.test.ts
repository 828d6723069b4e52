import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/notice/calendar.ts';
import { addDays, type Day, day, daysBetween } from '../../src/report/day.ts';
import { ladderOf, remindersUntil } from '../../src/report/reminders.ts';
import type { Round } from '../../src/report/round.ts';
import { officeByLaw } from '../support/office-by-law.ts';
import { round } from '../support/rounds.ts';

const calendar = createCalendar([]);

function ladder(changes: Partial<Round> = {}) {
  const made = round(changes);
  const due = calendar.adjust(made.due, made.closedDays).day;
  return { round: made, due, ...ladderOf(made, due, calendar) };
}

const stepsAndDays = (reminders: readonly { step: number; day: Day }[]) =>
  reminders.map(({ step, day: on }) => [step, on]);

describe('the usual ladder', () => {
  test('reminds 10, 5 and 1 open days before, on the day, and 1 and 3 open days after', () => {
    expect(stepsAndDays(ladder().reminders)).toEqual([
      [-10, '2026-05-15'],
      [-5, '2026-05-22'],
      [-1, '2026-05-28'],
      [0, '2026-05-29'],
      [1, '2026-06-01'],
      [3, '2026-06-03'],
    ]);
  });

  test('then goes on every week for as long as the round is open', () => {
    const after = remindersUntil(ladder(), day('2026-07-02'), calendar).slice(6);
    expect(after.map(({ day: on, weekly, step }) => [on, weekly, step])).toEqual([
      ['2026-06-10', true, 8],
      ['2026-06-17', true, 13],
      ['2026-06-24', true, 18],
      ['2026-07-01', true, 23],
    ]);
  });

  test('moves a weekly reminder that falls on a closed day, and the ones after it with it', () => {
    const due = ladder({ due: day('2026-12-17') });
    expect(remindersUntil(due, day('2027-01-20'), calendar).slice(6)).toMatchObject([
      { day: '2027-01-04', passed: { length: 6 } },
      { day: '2027-01-12', passed: [{ day: '2027-01-11', reason: { code: 'holiday', name: '成人の日' } }] },
      { day: '2027-01-19' },
    ]);
  });

  test('tells the coordinators from three open days after', () => {
    expect(ladder().escalation).toMatchObject({ step: 3, day: '2026-06-03' });
  });

  test('says of each day which closed days it passed over', () => {
    const { reminders } = ladder({ due: day('2026-05-07') });
    expect(reminders.find(({ step }) => step === -1)).toEqual({
      step: -1,
      weekly: false,
      day: '2026-05-01',
      passed: [
        { day: '2026-05-06', reason: { code: 'holiday', name: '振替休日' } },
        { day: '2026-05-05', reason: { code: 'holiday', name: 'こどもの日' } },
        { day: '2026-05-04', reason: { code: 'holiday', name: 'みどりの日' } },
        { day: '2026-05-03', reason: { code: 'holiday', name: '憲法記念日' } },
        { day: '2026-05-02', reason: { code: 'saturday' } },
      ],
      tooEarly: true,
    });
  });
});

describe('a ladder of its own', () => {
  test('replaces the steps, in order and each once', () => {
    expect(stepsAndDays(ladder({ ladder: [2, -3, 2] }).reminders)).toEqual([
      [-3, '2026-05-26'],
      [2, '2026-06-02'],
    ]);
  });

  test.each([{ ladder: [-3] }, { ladder: [] }])(
    'without a step after the due date goes on a week after it: %j',
    (own) => {
      expect(remindersUntil(ladder(own), day('2026-06-05'), calendar).at(-1)).toMatchObject({
        day: '2026-06-05',
        weekly: true,
      });
    },
  );
});

describe('a grace', () => {
  const graceful = ladder({ grace: 2 });

  test('leaves the steps up to the due date, and puts off those after it', () => {
    expect(stepsAndDays(graceful.reminders).slice(-3)).toEqual([
      [0, '2026-05-29'],
      [3, '2026-06-03'],
      [5, '2026-06-05'],
    ]);
  });

  test('puts off the escalation and being late', () => {
    expect(graceful).toMatchObject({ graceEnds: '2026-06-02', escalation: { step: 5, day: '2026-06-05' } });
  });
});

test('steps before the round opens are marked', () => {
  const { reminders } = ladder({ opens: day('2026-05-25') });
  expect(reminders.filter(({ tooEarly }) => tooEarly).map(({ step }) => step)).toEqual([-10, -5]);
});

describe('from 2011 to 2035, for any round', () => {
  const law = officeByLaw([]);
  const anyRound = fc
    .record({
      due: fc.integer({ min: 0, max: 25 * 365 - 90 }).map((days) => addDays(day('2011-01-01'), days)),
      ladder: fc.option(fc.uniqueArray(fc.integer({ min: -15, max: 10 }), { maxLength: 6 })),
      grace: fc.integer({ min: 0, max: 10 }),
      closedDays: fc.constantFrom('next' as const, 'previous' as const),
    })
    .map((plan) => round({ ...plan, opens: addDays(plan.due, -30) }));

  test('every reminder falls on an open day, and as many open days from the due date as it says', () => {
    fc.assert(
      fc.property(anyRound, (made) => {
        const own = ladder(made);
        const all = [...remindersUntil(own, addDays(own.due, 60), calendar), own.escalation];
        expect(all.every(({ day: on }) => law.isOpen(on))).toBe(true);
        expect(all.map(({ step }) => law.after(own.due, step))).toEqual(all.map(({ day: on }) => on));
      }),
    );
  });

  test('the newest step of a day is the one that is counted by the law', () => {
    fc.assert(
      fc.property(anyRound, fc.integer({ min: -20, max: 60 }), (made, days) => {
        const own = ladder(made);
        const today = addDays(own.due, days);
        expect(remindersUntil(own, today, calendar).at(-1)?.day ?? null).toBe(law.newestStep(made, today));
      }),
    );
  });

  test('weekly reminders are at least a week apart, and no more than the closed days need', () => {
    fc.assert(
      fc.property(anyRound, (made) => {
        const own = ladder(made);
        const weekly = remindersUntil(own, addDays(own.due, 80), calendar).filter((one) => one.weekly);
        for (const [index, { day: on, passed }] of weekly.entries()) {
          const before = weekly[index - 1];
          if (before) expect(daysBetween(before.day, on)).toBe(7 + passed.length);
        }
      }),
    );
  });
});
