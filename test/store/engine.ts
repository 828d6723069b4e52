import { afterEach, beforeEach } from 'vitest';
import type { NoticeStore } from '../../src/notice/store.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { type DatabaseAddress, openStore, type Store } from '../../src/store/store.ts';

/** One database engine: how a test gets an empty database of it (one at a time), and speaks to that database behind the store's back. */
export interface Engine {
  create: () => Promise<DatabaseAddress>;
  execute: (address: DatabaseAddress, sql: string) => Promise<unknown>;
}

/** The store of the running test, on an empty database of its own. */
export interface Opened {
  reports: ReportStore;
  notices: NoticeStore;
  execute: (sql: string) => Promise<unknown>;
  /** Another process's view of the same database; closed with the test. */
  openAgain: () => Promise<Store>;
  /** Opens another database in its place, where the test has made one. */
  openAt: (address: DatabaseAddress) => Promise<Store>;
  closeAll: () => Promise<void>;
}

function unexpected(error: unknown): void {
  throw error;
}

/** Gives every test of a file or group its own store. */
export function everyTestOpens(engine: Engine): Opened {
  let address: DatabaseAddress | undefined;
  let stores: Store[] = [];
  const openAgain = async (): Promise<Store> => {
    address ??= await engine.create();
    const store = await openStore(address, unexpected);
    stores.push(store);
    return store;
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
  };
  beforeEach(async () => {
    address = undefined;
    await openAgain();
  });
  afterEach(closeAll);
  const first = (): Store => {
    const [store] = stores;
    if (!store) throw new Error('no store is open');
    return store;
  };
  return {
    get reports() {
      return first().reports;
    },
    get notices() {
      return first().notices;
    },
    execute: (sql) => {
      if (!address) throw new Error('no store is open');
      return engine.execute(address, sql);
    },
    openAgain,
    openAt: (other) => {
      address = other;
      return openAgain();
    },
    closeAll,
  };
}
