import type { Logger } from 'pino';
import type { DigestDesk } from '../../notice/digest/desk.ts';
import type { UserId } from '../../report/person.ts';
import type { ViewContext } from '../../view/context.ts';
import { digestSlot } from '../../view/digest/digest-page.ts';
import type { View } from '../../view/lay-out.ts';

interface Parts {
  digest: DigestDesk;
  viewContext: () => ViewContext;
  log: Logger;
}

/** The next digest on the App Home of a coordinator; null for others, and where it cannot be told. */
export function createNextDigest({ digest, viewContext, log }: Parts): (user: UserId) => Promise<View | null> {
  return async (user) => {
    try {
      const looked = await digest.outlook(user);
      return looked.ok ? digestSlot(looked.outlook, viewContext()) : null;
    } catch (error) {
      log.error({ err: error }, 'the next digest could not be read');
      return null;
    }
  };
}
