import { entriesOf } from '../../../src/notice/tries.ts';
import { addSeconds } from '../../../src/report/day.ts';
import type { DatabaseAddress, Store } from '../../../src/store/store.ts';
import { escalation } from '../../support/notices.ts';
import { type Effort, type Measured, median } from '../part.ts';
import { type Load, storeWith } from './outbox-of.ts';
import { remindedAt } from './standing.ts';
import { timed } from './timing.ts';

/** What one notice takes from its claim to its record, but for Slack's part of it. */
function deliverFrom({ notices: { outbox } }: Store): () => Promise<void> {
  const content = escalation();
  let count = 0;
  return async () => {
    count += 1;
    const now = addSeconds(remindedAt, count);
    const by = `bench ${count}`;
    const claimed = await outbox.claim({ by, now, until: addSeconds(now, 120) });
    if (!claimed) throw new Error('nothing waits');
    const place = { channel: `D${count}`, ts: `1778803200.${count}` };
    const entries = entriesOf(claimed, now, { content, action: 'send-notice', place, trouble: null });
    await outbox.settle({ key: claimed.key, by, at: now }, { kind: 'sent', place, shown: content }, entries);
  };
}

const crowd = (load: Load): string =>
  `${load.waiting.toLocaleString('en')} waiting, ${load.sent.toLocaleString('en')} sent`;

/** What the outbox of an engine takes for one notice, by what waits and by what has been sent before. */
export async function bookkeepingOn(
  engine: 'SQLite' | 'PostgreSQL',
  create: () => Promise<DatabaseAddress>,
  effort: Effort,
): Promise<Measured> {
  const before = effort === 'short' ? 20_000 : 100_000;
  const few: Load = { waiting: 200, sent: 0 };
  const loads: readonly Load[] = [
    few,
    { ...few, sent: before },
    ...(effort === 'short' ? [] : [{ waiting: 1_000, sent: 0 }]),
    { waiting: 10_000, sent: 0 },
    { waiting: 10_000, sent: before },
  ];
  const outboxes = [];
  for (const load of loads) {
    const store = await storeWith(await create(), load);
    outboxes.push({ load, store, deliver: deliverFrom(store), taken: [] as number[] });
  }
  // In turn, so that a busy machine is as busy for all of them.
  for (let turn = 0; turn < (effort === 'short' ? 40 : 150); turn += 1) {
    for (const { deliver, taken } of outboxes) taken.push(await timed(deliver));
  }
  const medians = outboxes.map(({ load, taken }) => ({ load, ours: median(taken) }));
  await Promise.all(outboxes.map(({ store }) => store.close()));
  const [least, ...others] = medians;
  const other = least?.ours ?? 0;
  return {
    ratios: others.map(({ load, ours }) => ({
      name: `one notice on ${engine}: ${crowd(load)}`,
      against: crowd(few),
      ours,
      other,
      unit: 'ms',
      better: 'lower',
      goal: 2,
    })),
    figures: [{ name: `one notice on ${engine}: ${crowd(few)}`, value: other, unit: 'ms', goal: null }],
  };
}
