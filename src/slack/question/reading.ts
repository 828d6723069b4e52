import type { Logger } from 'pino';
import type { NoticeDesk } from '../../notice/desk/desk.ts';
import type { Home } from '../../notice/desk/home.ts';
import type { KpiId } from '../../plan/kpi.ts';
import type { Desk } from '../../report/desk/desk.ts';
import type { Refusal } from '../../report/desk/parts.ts';
import { userIdSchema } from '../../report/person.ts';
import type { AcceptedLine } from '../../report/prefill.ts';
import { inTime } from '../in-time.ts';

/** What an answer needs to know beside the plans: whether its reader may have it, and what was reported since. */
export interface Reading {
  /** Null for those who may read. */
  refusal(user: string): Promise<Refusal | null>;
  accepted(kpis: readonly KpiId[]): Promise<ReadonlyMap<KpiId, AcceptedLine>>;
  /** What the App Home shows of somebody's own; null where that cannot be told. */
  home(user: string): Promise<Home | null>;
}

/** Milliseconds that an answer from the plans waits to know who asks, and then for what was reported: together in time for Slack. */
const askerWithin = 1_500;
const reportedWithin = 700;

/** The plans are public: where Slack or the database cannot be asked, they are answered from all the same. */
export function createReading(desk: Desk, noticeDesk: NoticeDesk, log: Logger): Reading {
  return {
    async refusal(user) {
      try {
        return await inTime(desk.readingRefused(userIdSchema.parse(user)), askerWithin);
      } catch (error) {
        log.warn({ err: error }, 'nobody could say who is asking');
        return null;
      }
    },
    async accepted(kpis) {
      try {
        return kpis.length === 0 ? new Map() : await inTime(desk.acceptedFor(kpis), reportedWithin);
      } catch (error) {
        log.error({ err: error }, 'the reported figures could not be read');
        return new Map();
      }
    },
    async home(user) {
      try {
        const opened = await inTime(noticeDesk.openHome(userIdSchema.parse(user)), askerWithin);
        return opened.ok ? opened.home : null;
      } catch (error) {
        log.error({ err: error }, 'what concerns somebody could not be read');
        return null;
      }
    },
  };
}
