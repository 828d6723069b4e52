import type { ScreenAnswer } from '../../ask/answer.ts';
import type { NoticeDesk } from '../../notice/desk/desk.ts';
import type { DigestDesk } from '../../notice/digest/desk.ts';
import type { Desk } from '../../report/desk/desk.ts';
import { userIdSchema } from '../../report/person.ts';
import type { ViewContext } from '../../view/context.ts';
import { boardsView } from '../../view/desk/boards-view.ts';
import { dutiesView } from '../../view/desk/duties-view.ts';
import { exportView } from '../../view/desk/export-view.ts';
import { foundLedgerView } from '../../view/desk/ledger-view.ts';
import { rosterView } from '../../view/desk/roster-view.ts';
import { digestPageView } from '../../view/digest/digest-page.ts';
import type { View } from '../../view/lay-out.ts';
import { deadlinesView } from '../../view/notice/deadlines-view.ts';
import { outboxView } from '../../view/notice/outbox-view.ts';
import { refusalView } from '../../view/refusal-view.ts';

/** Answers what depends on who asks; `user` is Slack's own word for it, never taken from a button. */
export type Screens = (user: string, answer: ScreenAnswer) => Promise<View>;

interface Parts {
  desk: Desk;
  noticeDesk: NoticeDesk;
  digest: DigestDesk;
  viewContext: () => ViewContext;
}

/** The first view of each subcommand that deals with rounds and reports. */
export function createScreens({ desk, noticeDesk, digest, viewContext }: Parts): Screens {
  return async (id, { screen, words }) => {
    const user = userIdSchema.parse(id);
    const context = viewContext();
    switch (screen) {
      case 'deadlines': {
        const opened = await noticeDesk.openDeadlines(user);
        return opened.ok ? deadlinesView(opened.deadlines, context) : refusalView(opened, context);
      }
      case 'report': {
        const opened = await desk.duties(user);
        return opened.ok ? dutiesView(opened.duties, desk.today(), context) : refusalView(opened, context);
      }
      case 'round': {
        const opened = await desk.openBoards(user);
        if (!opened.ok) return refusalView(opened, context);
        return boardsView({ boards: opened.boards, today: desk.today() }, words, context);
      }
      case 'export': {
        const opened = await desk.exportables(user);
        return opened.ok ? exportView(opened, context) : refusalView(opened, context);
      }
      case 'roster': {
        const opened = await desk.openRosterPage(user, { words, from: 0 });
        return opened.ok ? rosterView(opened.page, context) : refusalView(opened, context);
      }
      case 'outbox': {
        const opened = await noticeDesk.openOutbox(user, { filter: 'failed', before: null });
        return opened.ok ? outboxView(opened.page, context) : refusalView(opened, context);
      }
      case 'ledger': {
        const found = await desk.findLedger(user, words);
        return found.ok || found.code === 'several' || found.code === 'not-found'
          ? foundLedgerView(found, words, context)
          : refusalView(found, context);
      }
      case 'digest': {
        const opened = await digest.open(user);
        return opened.ok ? digestPageView(opened.page, context) : refusalView(opened, context);
      }
    }
  };
}
