import type { Logger } from 'pino';
import type { NoticeDesk } from '../notice/desk/desk.ts';
import type { DigestDesk } from '../notice/digest/desk.ts';
import type { Desk } from '../report/desk/desk.ts';
import type { ViewContext } from '../view/context.ts';
import type { Later } from './later.ts';
import type { Once } from './once.ts';
import type { Answering } from './question/answering.ts';
import type { Homes } from './question/homes.ts';
import type { Files } from './report/files.ts';
import type { Rim } from './rim.ts';

/** What the listeners of a screen work with. */
export interface Services {
  answering: Answering;
  desk: Desk;
  noticeDesk: NoticeDesk;
  digest: DigestDesk;
  files: Files;
  homes: Homes;
  viewContext: () => ViewContext;
  /** Whether Slack's newer blocks may be sent. */
  newerBlocks: boolean;
  once: Once;
  later: Later;
  rim: Rim;
  log: Logger;
}
