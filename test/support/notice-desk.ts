import { afterEach, beforeEach } from 'vitest';
import type { NoticeDesk } from '../../src/notice/desk/desk.ts';
import type { NoticeParts } from '../../src/notice/parts.ts';
import type { NoticeStore } from '../../src/notice/store.ts';
import { type Moment, moment } from '../../src/report/day.ts';
import type { Desk } from '../../src/report/desk/desk.ts';
import type { LedgerAction, LedgerEntry } from '../../src/report/ledger.ts';
import type { RosterEntry } from '../../src/report/roster.ts';
import type { Round } from '../../src/report/round.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { realCatalog } from './catalog.ts';
import { openDesk } from './desk.ts';
import { deed, digital, head, rosterEntry, round, user } from './rounds.ts';

export const coordinator = user('U0COORD');
export const staff = user('U0STAFF');
export const deputy = user('U0DEPUTY');
export const colleague = user('U0COLLEAGUE');
export const guest = user('U0GUEST');
export const at = { round: round().id, section: digital };

/** The desks of one test, with a round that is open and a section that owes its answer. */
export interface OpenNoticeDesk {
  desk: Desk;
  noticeDesk: NoticeDesk;
  store: ReportStore;
  notices: NoticeStore;
  parts: NoticeParts;
  /** Sets the clock: a time in Japan. */
  setNow(japan: string): void;
  /** How often it was said that something changed. */
  changes(): number;
  given(changes?: { of?: Partial<Round>; entry?: Partial<RosterEntry> }): Promise<void>;
  /** The rows of the ledger about an action, oldest first. */
  deeds(action: LedgerAction): Promise<LedgerEntry[]>;
}

const catalog = realCatalog();

/** Opens new desks before each test: it is 10:00 on Wednesday, 20 May 2026, and the round is due on the 29th. */
export function noticeDeskOfEachTest(): OpenNoticeDesk {
  let opened: Awaited<ReturnType<typeof openDesk>>;
  let now: Moment;
  let changes = 0;
  beforeEach(async () => {
    now = moment('2026-05-20T01:00:00Z');
    opened = await openDesk({
      catalog,
      coordinators: [coordinator],
      now: () => now,
      look: async (id) => ({ name: id, post: '', standing: id === guest ? 'guest' : 'member' }),
      changed: () => {
        changes += 1;
      },
    });
    changes = 0;
  });
  afterEach(() => opened.close());
  return {
    get desk() {
      return opened.desk;
    },
    get noticeDesk() {
      return opened.noticeDesk;
    },
    get store() {
      return opened.store;
    },
    get notices() {
      return opened.notices;
    },
    get parts() {
      return opened.parts;
    },
    setNow: (japan) => {
      now = moment(`${japan.replace(' ', 'T')}:00+09:00`);
    },
    changes: () => changes,
    given: async ({ of = {}, entry = {} } = {}) => {
      await opened.store.saveRound(round(of), deed('open-round'));
      await opened.store.saveRosterEntry(
        rosterEntry({ head: head.user, deputies: [deputy], staff: [staff], ...entry }),
        deed('edit-roster'),
      );
    },
    deeds: async (action) => {
      const everything = { round: null, section: null, rosterEntry: null, after: 0, limit: 1_000 };
      return (await opened.store.ledger(everything)).filter((row) => row.action === action);
    },
  };
}
