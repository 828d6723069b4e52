import type { Logger } from 'pino';
import type { NoticeParts } from '../../src/notice/parts.ts';
import type { Tick } from '../../src/notice/tick.ts';
import { createNotices, createPlans } from '../../src/notices.ts';
import { addSeconds } from '../../src/report/day.ts';
import type { ViewContext } from '../../src/view/context.ts';

interface DeliveringOptions {
  parts: NoticeParts;
  botToken: string;
  slackApiUrl: string;
  newerBlocks: boolean;
  viewContext: () => ViewContext;
  log: Logger;
}

/**
 * The real delivery, for tests about what people do: it sends what follows from that whenever it is run, and plans no
 * reminder nor digest. Where it waits, its own clock goes on at once.
 */
export function createDelivering({ parts, ...rest }: DeliveringOptions): Tick {
  let ahead = 0;
  const { report } = parts;
  const { requests, troubles } = createPlans(parts);
  return createNotices({
    ...rest,
    parts: { ...parts, report: { ...report, now: () => addSeconds(report.now(), ahead) } },
    plans: { requests, troubles },
    dispatcher: null,
    observe: () => undefined,
    wait: async (milliseconds) => {
      ahead += Math.ceil(milliseconds / 1_000);
    },
  });
}
