import type { DeskParts } from '../report/desk/parts.ts';
import type { Calendar } from './calendar.ts';
import type { NoticeStore } from './store.ts';

/** What notices are made from. */
export interface NoticeParts {
  /** Rounds, reports and the roster, as the desk has them; with the clock. */
  report: DeskParts;
  notices: NoticeStore;
  calendar: Calendar;
}
