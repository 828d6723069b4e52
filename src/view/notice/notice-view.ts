/** view/notice: what Slack shows of the messages the bot sends by itself, and of what people do about them. */
import type { Content } from '../../notice/content.ts';
import type { ViewContext } from '../context.ts';
import { newsView } from '../desk/report-message-view.ts';
import { digestView } from '../digest/digest-view.ts';
import type { View } from '../lay-out.ts';
import { decisionView } from './decision-view.ts';
import { escalationView } from './escalation-view.ts';
import { reminderView } from './reminder-view.ts';
import { requestView } from './request-view.ts';
import { troubleView } from './trouble-view.ts';

/** The view of any notice, as things stand with what it is about. */
export function noticeView(content: Content, context: ViewContext): View {
  switch (content.kind) {
    case 'reminder':
      return reminderView(content, context);
    case 'escalation':
      return escalationView(content, context);
    case 'request':
      return requestView(content, context);
    case 'decision':
      return decisionView(content, context);
    case 'news':
      return newsView(content, context);
    case 'trouble':
      return troubleView(content, context);
    case 'digest-preview':
    case 'digest':
    case 'digest-part':
    case 'digest-correction':
      return digestView(content, context);
  }
}
