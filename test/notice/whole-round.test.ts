import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentAt } from '../../src/report/day.ts';
import { arbitraryLife, daysLong, type Life } from '../support/arbitrary-world.ts';
import { happen } from '../support/happenings.ts';
import { hoursLater, simplePost } from '../support/notice-world.ts';
import { inJapan } from '../support/office-by-law.ts';
import { strictReader } from '../support/strict-reader.ts';

/** Lives through a few weeks hour by hour, and gives what the reader complains of. */
function live({ begins, closures, world: beginning, happenings }: Life): readonly string[] {
  const world = { ...beginning };
  const post = simplePost();
  const reader = strictReader(closures);
  const start = momentAt(begins, 0);
  const next = [...happenings];
  let awakeAgain = 0;
  for (let hour = 0; hour <= daysLong * 24; hour += 1) {
    const now = hoursLater(start, hour);
    while (next[0] && next[0].hour <= hour) {
      const happening = next.shift();
      if (!happening) break;
      const before = world.snoozes;
      happen(happening, { world, post, now });
      if (happening.kind === 'downtime') awakeAgain = hour + happening.length;
      const wish = world.snoozes.find((snooze) => !before.includes(snooze));
      if (wish) reader.press({ ...wish, at: now });
    }
    if (hour < awakeAgain) continue;
    for (const message of post.beat(world, now)) reader.read(message, world, post.held());
    if (inJapan(now).hour === 16) reader.endDay(world, now, post.held());
  }
  return reader.complaints;
}

test('through whole rounds nobody is told twice or in vain, and nobody who owes is left untold', () => {
  fc.assert(
    fc.property(arbitraryLife, (life) => {
      expect(live(life)).toEqual([]);
    }),
    { numRuns: 16 },
  );
  // Each run lives through more than eight hundred hours.
}, 120_000);
