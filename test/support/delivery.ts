import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Content } from '../../src/notice/content.ts';
import { createDeliver, type Deliver } from '../../src/notice/deliver.ts';
import type { Messenger } from '../../src/notice/messenger.ts';
import { keyOf, type Notice, type NoticeKey } from '../../src/notice/notice.ts';
import type { Outbox, Outgoing } from '../../src/notice/outbox.ts';
import { addSeconds, type Moment } from '../../src/report/day.ts';
import type { LedgerEntry } from '../../src/report/ledger.ts';
import type { UserId } from '../../src/report/person.ts';
import { openStore } from '../../src/store/store.ts';
import { escalation, nine, reminderTo } from './notices.ts';
import { head } from './rounds.ts';

/** A clock that a test sets. */
export interface TestClock {
  now: () => Moment;
  pass: (seconds: number) => void;
}

export function testClock(from = nine): TestClock {
  let at = from;
  return {
    now: () => at,
    pass: (seconds) => {
      at = addSeconds(at, seconds);
    },
  };
}

/** One process that delivers from a real SQLite file. */
export interface Delivery {
  outbox: Outbox;
  deliver: Deliver;
  /** Delivers until nothing is left, with a breath between two messages. */
  deliverAll: () => Promise<void>;
  row: (notice: Notice) => Promise<Outgoing>;
  ledger: () => Promise<LedgerEntry[]>;
  log: readonly Record<string, unknown>[];
  close: () => Promise<void>;
}

interface DeliveryOptions {
  messenger: Messenger;
  clock?: TestClock;
  file?: string;
  by?: string;
  coordinators?: readonly UserId[];
  /** What a notice tells; about its own key unless said otherwise. */
  compose?: (notice: Notice, at: Moment) => Promise<Content | null>;
  mayGo?: (notice: Notice, at: Moment) => Moment;
  /** Puts something between delivery and its outbox. */
  through?: (outbox: Outbox) => Outbox;
}

export const newDatabase = (): string => join(mkdtempSync(join(tmpdir(), 'keikaku-navi-delivery-')), 'delivery.db');

/** What a notice tells: its key, so that every message is told from every other. */
export function contentOf(notice: Notice): Content {
  if (notice.kind !== 'trouble') return escalation({ title: keyOf(notice) });
  return { kind: 'trouble', to: notice.to, notice: reminderTo(head.user), trouble: 'is_archived', settled: false };
}

export async function openDelivery({
  messenger,
  clock = testClock(),
  file = newDatabase(),
  by = 'one',
  coordinators = [],
  compose = async (notice) => contentOf(notice),
  mayGo = (_, at) => at,
  through = (outbox) => outbox,
}: DeliveryOptions): Promise<Delivery> {
  const store = await openStore({ engine: 'sqlite', file }, (error) => {
    throw error;
  });
  const outbox = through(store.notices.outbox);
  const log: Record<string, unknown>[] = [];
  const deliver = createDeliver({
    observe: () => undefined,
    outbox,
    messenger,
    compose,
    mayGo,
    coordinators: new Set(coordinators),
    by,
    now: clock.now,
    log: pino({}, { write: (line: string) => log.push(JSON.parse(line)) }),
  });
  const find = async (key: NoticeKey): Promise<Outgoing> => {
    const row = await outbox.find(key);
    if (!row) throw new Error(`no ${key} in the outbox`);
    return row;
  };
  return {
    outbox,
    deliver,
    deliverAll: async () => {
      while (await deliver()) clock.pass(2);
    },
    row: (notice) => find(keyOf(notice)),
    ledger: () => store.reports.ledger({ round: null, section: null, rosterEntry: null, after: 0, limit: 100 }),
    log,
    close: store.close,
  };
}
