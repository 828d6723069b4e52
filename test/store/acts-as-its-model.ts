import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf } from '../../src/notice/notice.ts';
import type { Outbox, Outcome } from '../../src/notice/outbox.ts';
import { type Moment, moment } from '../../src/report/day.ts';
import { openStore } from '../../src/store/store.ts';
import { channel, entry, nine, reminderTo } from '../support/notices.ts';
import { head, user } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';
import { everything } from './keeps-records.ts';
import { modelOutbox } from './outbox-model.ts';

type Act = (outbox: Outbox, now: Moment) => Promise<unknown>;
type Step = { act: Act; said: string } | { wait: number };

const recipients = [head.user, user('U0OTHER'), channel('C0SECTION')] as const;
const all = recipients.flatMap((to) => ['2026-05-15', '2026-05-18'].map((on) => reminderTo(to, on)));
const after = (now: Moment, milliseconds: number): Moment =>
  moment(new Date(Date.parse(now) + milliseconds).toISOString());

const notice = fc.constantFrom(...all);
const key = notice.map(keyOf);
const by = fc.constantFrom('one', 'two');
const milliseconds = fc.integer({ min: -2_000, max: 8_000 });
const trouble = fc.constantFrom('timeout', 'is_archived');
const outcome: fc.Arbitrary<(now: Moment) => Outcome> = fc.oneof(
  fc.constant((): Outcome => ({ kind: 'sent', place: { channel: 'D0', ts: '1.0' }, shown: { done: false } })),
  fc.constant((): Outcome => ({ kind: 'dropped' })),
  trouble.map((met) => (): Outcome => ({ kind: 'failed', trouble: met })),
  fc
    .tuple(milliseconds, fc.option(trouble, { nil: null }), fc.boolean())
    .map(([delay, met, unclear]) => (now: Moment): Outcome => {
      return { kind: 'later', notBefore: after(now, delay), trouble: met, unclear };
    }),
);

const act = (said: string, does: Act): Step => ({ said, act: does });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6_000 }).map((wait): Step => ({ wait })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(notice, milliseconds, fc.option(key, { nil: null }))
      .map(([one, delay, inThreadOf]) =>
        act(`place ${keyOf(one)}`, (outbox, now) =>
          outbox.place([{ notice: one, notBefore: after(now, delay), inThreadOf }]),
        ),
      ),
  },
  {
    weight: 5,
    arbitrary: by.map((who) =>
      act(`claim by ${who}`, (outbox, now) => outbox.claim({ by: who, now, until: after(now, 4_000) })),
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(key, by, outcome)
      .map(([one, who, became]) =>
        act(`settle ${one} by ${who}`, (outbox, now) =>
          outbox.settle({ key: one, by: who, at: now }, became(now), [entry('send-notice')]),
        ),
      ),
  },
  fc
    .tuple(key, fc.constantFrom('held', 'waiting'))
    .map(([one, to]) => act(`${one} to ${to}`, (outbox, now) => outbox.redirect(one, to, now, entry('hold-notice')))),
  milliseconds.map((length) => act('pause', (outbox, now) => outbox.pause(after(now, length)))),
  fc
    .tuple(key, fc.boolean(), fc.boolean())
    .map(([one, before, next]) =>
      act(`reshow ${one}`, (outbox) => outbox.reshow(one, { done: before }, { done: next })),
    ),
  key.map((one) => act(`finish ${one}`, (outbox) => outbox.finish(one))),
);

/** What anybody may see of an outbox. */
async function visible(outbox: Outbox, now: Moment) {
  const rows = await outbox.list({ limit: 100 });
  const unfinished = await outbox.list({ unfinished: true, limit: 100 });
  return {
    unfinished: unfinished.map((row) => row.key),
    rows: rows.map(({ sequence, ...row }) => row),
    pausedUntil: await outbox.pausedUntil(now),
    backlog: await outbox.backlog(now),
  };
}

/** An answer as the model gives it, which counts rows in its own way. */
function withoutSequence(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'sequence' in answer ? { ...answer, sequence: 0 } : answer;
}

/** Whatever is done in whatever order, the outbox answers and holds what the rules say. */
export function actsAsItsModel(engine: Engine): void {
  const store = everyTestOpens(engine);

  test('is as the model of it', async () => {
    await store.closeAll();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const real = await openStore(await engine.create(), (error) => {
          throw error;
        });
        try {
          const model = modelOutbox();
          let now = nine;
          for (const each of steps) {
            if ('wait' in each) {
              now = after(now, each.wait);
              continue;
            }
            const answer = await each.act(real.notices.outbox, now);
            expect(withoutSequence(answer), each.said).toEqual(withoutSequence(await each.act(model.outbox, now)));
          }
          expect(await visible(real.notices.outbox, now)).toEqual(await visible(model.outbox, now));
          const ledger = await real.reports.ledger(everything);
          expect(ledger).toHaveLength(model.recorded());
        } finally {
          await real.close();
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);
}
