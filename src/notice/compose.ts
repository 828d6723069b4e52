import type { Circumstances } from './circumstances.ts';
import type { Content } from './content.ts';
import { followDigest, isDigestSettled, tellDigest } from './digest/tell.ts';
import { isStillDue } from './due.ts';
import { composeEscalation, followEscalation } from './escalation-content.ts';
import { composeNews, followNews, isNewsSettled, type Reported } from './news-content.ts';
import type { Notice } from './notice.ts';
import { composeReminder, followReminder, isReminderSettled } from './reminder-content.ts';
import { composeDecision, composeRequest, followRequest } from './request-content.ts';
import { composeTrouble, followTrouble } from './trouble-content.ts';

/**
 * What a notice tells at the moment of sending. Null where it is not to be sent any more: nothing is left to say, it is not
 * the hour, or its day is over and another takes its place. `reported` is what news is about; other notices need none.
 */
export function compose(
  notice: Notice,
  circumstances: Circumstances,
  reported: Reported | null = null,
): Content | null {
  switch (notice.kind) {
    case 'reminder':
    case 'again':
      return isStillDue(notice, circumstances)
        ? composeReminder(notice.to, notice.kind === 'again', circumstances)
        : null;
    case 'escalation':
      return isStillDue(notice, circumstances) ? composeEscalation(notice.to, circumstances) : null;
    case 'request':
      return composeRequest(notice, circumstances);
    case 'decision':
      return composeDecision(notice, circumstances);
    case 'news':
      return reported && composeNews(notice, reported, circumstances);
    case 'trouble':
      return composeTrouble(notice, circumstances);
    case 'digest-preview':
    case 'digest':
    case 'digest-part':
    case 'digest-correction':
      return tellDigest(notice, circumstances.digests);
  }
}

/** The same message as it should look now: what has become of what it tells, and nothing new. */
export function follow(content: Content, circumstances: Circumstances): Content {
  switch (content.kind) {
    case 'reminder':
      return followReminder(content, circumstances);
    case 'escalation':
      return followEscalation(content, circumstances);
    case 'request':
      return followRequest(content, circumstances);
    case 'decision':
      return content;
    case 'news':
      return followNews(content, circumstances);
    case 'trouble':
      return followTrouble(content, circumstances);
    case 'digest-preview':
    case 'digest':
    case 'digest-part':
    case 'digest-correction':
      return followDigest(content, circumstances.digests);
  }
}

/** Whether everything that a message tells has come to its end, so that it need not be looked at again. */
export function isSettled(content: Content): boolean {
  switch (content.kind) {
    case 'reminder':
      return isReminderSettled(content);
    case 'escalation':
      return content.sections.every(({ settled }) => settled);
    case 'request':
      return content.state.kind !== 'pending';
    case 'decision':
      return true;
    case 'news':
      return isNewsSettled(content);
    case 'trouble':
      return content.settled;
    case 'digest-preview':
    case 'digest':
    case 'digest-part':
    case 'digest-correction':
      return isDigestSettled(content);
  }
}
