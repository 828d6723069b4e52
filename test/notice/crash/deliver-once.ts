/** A process of its own that delivers what waits, and ends in the middle where it is told to. */
import { pino } from 'pino';
import type { Messenger } from '../../../src/notice/messenger.ts';
import type { Outbox } from '../../../src/notice/outbox.ts';
import { createTick } from '../../../src/notice/tick.ts';
import { createMessenger, deliveryClient } from '../../../src/slack/notice/messenger.ts';
import { openDelivery, testClock } from '../../support/delivery.ts';
import { plainView } from '../../support/notices.ts';
import { jobSchema, type points } from './points.ts';

const { file, apiUrl, by, from, crash } = jobSchema.parse(JSON.parse(process.argv[2] ?? ''));
const log = pino({ level: 'silent' });
const clock = testClock(from);

let times = 0;
/** As a power cut: nothing is tidied up, nothing said. */
function pass(point: (typeof points)[number]): void {
  if (point !== crash?.point) return;
  times += 1;
  if (times === crash.time) process.kill(process.pid, 'SIGKILL');
}

/** Passes a point while something is under way that has had the time to begin. */
async function during<T>(point: (typeof points)[number], work: Promise<T>): Promise<T> {
  await new Promise((resolve) => setImmediate(resolve));
  pass(point);
  return work;
}

const through = (outbox: Outbox): Outbox => ({
  ...outbox,
  claim: async (claim) => {
    pass('before-claim');
    const claimed = await outbox.claim(claim);
    pass('after-claim');
    return claimed;
  },
  settle: async (...given) => {
    pass('before-record');
    const settled = await during('during-record', outbox.settle(...given));
    pass('after-record');
    return settled;
  },
});

const real = createMessenger({
  botToken: 'xoxb-crash',
  clientOptions: deliveryClient(apiUrl, log),
  newerBlocks: true,
  render: plainView,
  log,
});
const messenger: Messenger = {
  ...real,
  post: async (message) => {
    const posted = await during('during-post', real.post(message));
    pass('after-post');
    return posted;
  },
};

const delivery = await openDelivery({ messenger, clock, file, by, through });
const tick = createTick({
  plans: {},
  deliver: delivery.deliver,
  refresh: async () => undefined,
  now: clock.now,
  wait: async (milliseconds) => clock.pass(Math.ceil(milliseconds / 1_000)),
  log,
});
await tick.run();
await delivery.close();
