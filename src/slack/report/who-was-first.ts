import type { Subject } from '../../report/ledger.ts';
import type { UserId } from '../../report/person.ts';
import { momentText, personText } from '../../view/desk/day-words.ts';
import { actionText } from '../../view/desk/ledger-view.ts';
import type { View } from '../../view/lay-out.ts';
import { sentence } from '../../view/sentence.ts';
import type { Services } from '../services.ts';

/** Who changed something before the reader did, when, and what they did: for a click on a view that was no longer true. */
export async function whoWasFirst(
  { desk, viewContext }: Pick<Services, 'desk' | 'viewContext'>,
  user: UserId,
  subject: Subject,
): Promise<View> {
  const context = viewContext();
  const last = await desk.lastDeed(user, subject);
  return sentence(
    'board.changed',
    {
      who: last?.by ? personText(last.by, context) : null,
      at: last ? momentText(last.at, context) : '',
      action: last ? actionText(last, context) : '',
    },
    context,
  );
}
