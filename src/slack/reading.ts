import type { Logger } from 'pino';
import type { KpiId } from '../plan/kpi.ts';
import type { Day } from '../report/day.ts';
import type { Duty } from '../report/desk/board.ts';
import type { Desk } from '../report/desk/desk.ts';
import type { Refusal } from '../report/desk/parts.ts';
import { userIdSchema } from '../report/person.ts';
import type { AcceptedLine } from '../report/prefill.ts';

/** What an answer needs to know beside the plans: whether its reader may have it, and what was reported since. */
export interface Reading {
  /** Null for those who may read. */
  refusal(user: string): Promise<Refusal | null>;
  accepted(kpis: readonly KpiId[]): Promise<ReadonlyMap<KpiId, AcceptedLine>>;
  /** What somebody's sections are asked, as of a day; nothing where that cannot be told. */
  duties(user: string): Promise<{ duties: readonly Duty[]; today: Day }>;
}

/** The plans are public: where Slack or the database cannot be asked, they are answered from all the same. */
export function createReading(desk: Desk, log: Logger): Reading {
  return {
    async refusal(user) {
      try {
        const permission = await desk.mayRead(userIdSchema.parse(user));
        return permission.ok ? null : permission;
      } catch (error) {
        log.warn({ err: error }, 'Slack did not say who is asking');
        return null;
      }
    },
    async accepted(kpis) {
      try {
        return kpis.length === 0 ? new Map() : await desk.acceptedFor(kpis);
      } catch (error) {
        log.error({ err: error }, 'the reported figures could not be read');
        return new Map();
      }
    },
    async duties(user) {
      const today = desk.today();
      try {
        const opened = await desk.duties(userIdSchema.parse(user));
        return { duties: opened.ok ? opened.duties : [], today };
      } catch (error) {
        log.error({ err: error }, 'what somebody owes could not be read');
        return { duties: [], today };
      }
    },
  };
}
