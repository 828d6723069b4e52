import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCalendar } from '../../src/notice/calendar.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { type Moment, moment } from '../../src/report/day.ts';
import { createDesk, type Desk } from '../../src/report/desk/desk.ts';
import type { Account } from '../../src/report/desk/parts.ts';
import { type UserId, userIdSchema } from '../../src/report/person.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { openStore } from '../../src/store/store.ts';

interface DeskOptions {
  catalog: Catalog;
  coordinators?: readonly string[];
  /** Everybody is a member by the name of their id, unless said otherwise. */
  look?: (user: UserId) => Promise<Account | null>;
  now?: () => Moment;
}

/** The real desk over a real SQLite file of its own. */
export async function openDesk({
  catalog,
  coordinators = [],
  look = async (user) => ({ name: user, post: '', standing: 'member' }),
  now = () => moment('2026-11-20T01:00:00Z'),
}: DeskOptions): Promise<{ desk: Desk; store: ReportStore; close: () => Promise<void> }> {
  const file = join(mkdtempSync(join(tmpdir(), 'keikaku-navi-desk-')), 'desk.db');
  const store = await openStore({ engine: 'sqlite', file }, (error) => {
    throw error;
  });
  const calendar = createCalendar([]);
  const desk = createDesk({
    store: store.reports,
    catalog,
    coordinators: new Set(coordinators.map((id) => userIdSchema.parse(id))),
    look,
    now,
    adjust: calendar.adjust,
    addOpenDays: calendar.addOpenDays,
    walkOpenDays: calendar.walkOpenDays,
    openDaysBetween: calendar.openDaysBetween,
  });
  return { desk, store: store.reports, close: store.close };
}
