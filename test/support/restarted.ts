import { pino } from 'pino';
import type { Tick } from '../../src/notice/tick.ts';
import { createDelivering } from './delivering.ts';
import { botToken } from './emulated-slack.ts';
import { viewContextOf } from './view-context.ts';
import type { Workspace } from './workspace.ts';

/** Another process over the database of a workspace, as after a restart. */
export function restarted({ parts, recorder }: Workspace): Tick {
  return createDelivering({
    parts,
    botToken,
    slackApiUrl: recorder.apiUrl,
    newerBlocks: true,
    viewContext: () => viewContextOf(parts.report.catalog),
    log: pino({ level: 'silent' }),
  });
}
