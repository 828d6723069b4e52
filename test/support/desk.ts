import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { absenteesOf } from '../../src/notice/absence.ts';
import { createCalendar } from '../../src/notice/calendar.ts';
import { createNoticeDesk, type NoticeDesk } from '../../src/notice/desk/desk.ts';
import { createDigestDesk, type DigestDesk } from '../../src/notice/digest/desk.ts';
import type { NoticeParts } from '../../src/notice/parts.ts';
import type { NoticeStore } from '../../src/notice/store.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { announcing } from '../../src/report/announcing.ts';
import { type Moment, moment } from '../../src/report/day.ts';
import { createDesk, type Desk } from '../../src/report/desk/desk.ts';
import type { Account, DeskParts } from '../../src/report/desk/parts.ts';
import { type UserId, userIdSchema } from '../../src/report/person.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { openStore } from '../../src/store/store.ts';

interface DeskOptions {
  catalog: Catalog;
  coordinators?: readonly string[];
  /** Everybody is a member by the name of their id, unless said otherwise. */
  look?: (user: UserId) => Promise<Account | null>;
  now?: () => Moment;
  /** Called after everything that people change. */
  changed?: () => void;
}

/** The real desks over a real SQLite file of their own. */
interface OpenedDesk {
  desk: Desk;
  noticeDesk: NoticeDesk;
  digest: DigestDesk;
  store: ReportStore;
  notices: NoticeStore;
  /** What they are made from. */
  parts: NoticeParts;
  close: () => Promise<void>;
}

/** Opens all desks. */
export async function openDesk({
  catalog,
  coordinators = [],
  look = async (user) => ({ name: user, post: '', standing: 'member' }),
  now = () => moment('2026-11-20T01:00:00Z'),
  changed = () => undefined,
}: DeskOptions): Promise<OpenedDesk> {
  const file = join(mkdtempSync(join(tmpdir(), 'keikaku-navi-desk-')), 'desk.db');
  const { reports, notices, close } = await openStore({ engine: 'sqlite', file }, (error) => {
    throw error;
  });
  const calendar = createCalendar([]);
  const report: DeskParts = {
    store: announcing(reports, changed),
    catalog,
    coordinators: new Set(coordinators.map((id) => userIdSchema.parse(id))),
    look,
    standsInFor: async (user, on) => absenteesOf(await notices.absences(on), user, on),
    now,
    adjust: calendar.adjust,
    addOpenDays: calendar.addOpenDays,
    walkOpenDays: calendar.walkOpenDays,
    warning: calendar.warning,
    openDaysBetween: calendar.openDaysBetween,
  };
  const parts: NoticeParts = { report, notices, calendar };
  const noticeDesk = createNoticeDesk({ ...parts, changed });
  const digest = createDigestDesk({ ...parts, changed });
  return { desk: createDesk(report), noticeDesk, digest, store: reports, notices, parts, close };
}
