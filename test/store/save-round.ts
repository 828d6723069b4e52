import { openStore } from '../../src/store/store.ts';
import { deed, round } from '../support/rounds.ts';

const [engine, place = ''] = process.argv.slice(2);
const store = await openStore(
  engine === 'sqlite' ? { engine, file: place } : { engine: 'postgres', url: place },
  (error) => {
    throw error;
  },
);
const saved = await store.reports.saveRound(round(), deed('create-round'));
process.stdout.write(saved.ok ? 'saved' : saved.code);
await store.close();
