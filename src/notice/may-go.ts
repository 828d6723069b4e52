import type { Moment } from '../report/day.ts';
import type { Calendar } from './calendar.ts';
import type { Notice } from './notice.ts';
import { nextOfficeMoment } from './office-hours.ts';

/** When a notice may go: within office hours, but for what somebody wants out now. */
export function mayGo(notice: Notice, at: Moment, calendar: Calendar): Moment {
  switch (notice.kind) {
    // A digest is issued within office hours, or by a coordinator who wants it out now; its thread follows it.
    case 'digest':
    case 'digest-part':
    // Whoever has just handed in, asked or been decided on waits for it now, whatever the hour.
    case 'news':
    case 'decision':
      return at;
    case 'reminder':
    case 'again':
    case 'escalation':
    case 'request':
    case 'trouble':
    case 'digest-preview':
    case 'digest-correction':
      return nextOfficeMoment(at, calendar);
  }
}
