import { addSeconds, moment } from '../../src/report/day.ts';
import { openStore } from '../../src/store/store.ts';

const [engine, place = '', by = '', at = ''] = process.argv.slice(2);
const store = await openStore(
  engine === 'sqlite' ? { engine, file: place } : { engine: 'postgres', url: place },
  (error) => {
    throw error;
  },
);
const now = moment(at);
const { outbox } = store.notices;
for (;;) {
  const claimed = await outbox.claim({ by, now, until: addSeconds(now, 60) });
  if (!claimed) break;
  process.stdout.write(`${claimed.key}\n`);
}
await store.close();
