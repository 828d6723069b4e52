/** notice/desk: what people do about what they are told: put it off, be away, hand it over, ask to be left out, ask why. */
import { endAbsence, openAbsence, setAbsence } from './absence.ts';
import { openDeadlines } from './deadlines.ts';
import {
  declineExclusion,
  grantExclusion,
  openDecision,
  openRequest,
  requestExclusion,
  takeBackExclusion,
} from './exclusion.ts';
import { handOver, openHandover, takeBack } from './hand-over.ts';
import { openHome } from './home.ts';
import { openOutbox, openSchedule, steerNotice } from './outbox-desk.ts';
import type { NoticeDeskParts } from './parts.ts';
import { snooze } from './snooze.ts';
import { why } from './why.ts';

/** What a deed is given beside the desk's own parts. */
type Given<F> = F extends (parts: NoticeDeskParts, ...given: infer G) => unknown ? G : never;

/** Everything that can be asked of the desk of notices; each deed is given who asks first. */
export function createNoticeDesk(parts: NoticeDeskParts) {
  return {
    snooze: (...given: Given<typeof snooze>) => snooze(parts, ...given),
    openAbsence: (...given: Given<typeof openAbsence>) => openAbsence(parts, ...given),
    setAbsence: (...given: Given<typeof setAbsence>) => setAbsence(parts, ...given),
    endAbsence: (...given: Given<typeof endAbsence>) => endAbsence(parts, ...given),
    openHandover: (...given: Given<typeof openHandover>) => openHandover(parts, ...given),
    handOver: (...given: Given<typeof handOver>) => handOver(parts, ...given),
    takeBack: (...given: Given<typeof takeBack>) => takeBack(parts, ...given),
    openRequest: (...given: Given<typeof openRequest>) => openRequest(parts, ...given),
    requestExclusion: (...given: Given<typeof requestExclusion>) => requestExclusion(parts, ...given),
    openDecision: (...given: Given<typeof openDecision>) => openDecision(parts, ...given),
    grantExclusion: (...given: Given<typeof grantExclusion>) => grantExclusion(parts, ...given),
    declineExclusion: (...given: Given<typeof declineExclusion>) => declineExclusion(parts, ...given),
    takeBackExclusion: (...given: Given<typeof takeBackExclusion>) => takeBackExclusion(parts, ...given),
    why: (...given: Given<typeof why>) => why(parts, ...given),
    openDeadlines: (...given: Given<typeof openDeadlines>) => openDeadlines(parts, ...given),
    openOutbox: (...given: Given<typeof openOutbox>) => openOutbox(parts, ...given),
    openSchedule: (...given: Given<typeof openSchedule>) => openSchedule(parts, ...given),
    steerNotice: (...given: Given<typeof steerNotice>) => steerNotice(parts, ...given),
    openHome: (...given: Given<typeof openHome>) => openHome(parts, ...given),
  };
}
export type NoticeDesk = ReturnType<typeof createNoticeDesk>;
