import { each, nothing, type SamplesOf } from './sample.ts';

type Command = 'backup' | 'restore';

/** What the operator is told about copies of the database. */
export interface StoreMessages {
  'store.usage': { command: Command };
  'store.server': Record<string, never>;
  'store.not_opened': {
    fault: 'unreached' | 'denied' | 'locked' | 'not-writable' | 'full' | 'foreign' | 'damaged' | 'newer' | 'unknown';
    code: string | null;
    place: string;
    setting: 'DATABASE_URL' | 'LOCAL_FOLDER';
  };
  'store.copied': { command: Command; from: string; to: string };
  'store.not_copied': {
    command: Command;
    code: 'missing' | 'foreign' | 'damaged' | 'exists';
    from: string;
    to: string;
  };
}

const commands = ['backup', 'restore'] as const;
const place = { from: '/srv/keikaku-navi/.data/keikaku-navi.db', to: '/backup/keikaku-navi.db' };

export const storeSamples: SamplesOf<StoreMessages> = {
  'store.usage': each(commands, (command) => ({ command })),
  'store.server': nothing,
  'store.not_opened': [
    ...each(
      ['unreached', 'denied', 'locked', 'not-writable', 'full', 'foreign', 'damaged', 'newer', 'unknown'],
      (fault) => ({
        fault,
        code: 'ECONNREFUSED',
        place: 'db.example.jp/keikaku_navi',
        setting: 'DATABASE_URL' as const,
      }),
    ),
    { fault: 'newer', code: null, place: '.local/keikaku-navi.db', setting: 'LOCAL_FOLDER' },
  ],
  'store.copied': each(commands, (command) => ({ command, ...place })),
  'store.not_copied': each(['missing', 'foreign', 'damaged', 'exists'], (code) => ({
    command: 'restore',
    code,
    ...place,
  })),
};
