import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../report/day.ts';
import { dueDay } from '../report/desk/parts.ts';
import type { Report } from '../report/report.ts';
import type { NewsPurpose } from '../report/report-notices.ts';
import type { Round } from '../report/round.ts';
import type { Circumstances } from './circumstances.ts';
import type { News } from './news.ts';
import type { Notice } from './notice.ts';
import type { NoticeParts } from './parts.ts';

type NewsNotice = Extract<Notice, { kind: 'news' }>;

/** A report as it was at the version that news is about. */
export interface Reported {
  round: Round;
  /** After the closed-day rule. */
  due: Day;
  report: Report;
}

/** Reads what news is about; null where that was never stored. @throws what the store throws. */
export async function readReported(
  { report: { store, adjust } }: NoticeParts,
  { round: id, section, version }: NewsNotice,
): Promise<Reported | null> {
  const [round, versions] = await Promise.all([store.round(id), store.reportVersions(id, section)]);
  const report = versions.find((one) => one.version === version);
  return round && report ? { round, due: dueDay(round, adjust), report } : null;
}

/** Whether a report stands where it stood; to record the formal approval moves it nowhere. */
function standsWhereItStood(told: Report, now: Report): boolean {
  const place = (report: Report): Report => ({ ...report, approval: null, version: 0 });
  return isDeepStrictEqual(place(told), place(now));
}

/** Whether a report has been handed in anew since it was told: its figures may be others. */
export function isHandedInAnew(told: Report, now: Report): boolean {
  return !isDeepStrictEqual([told.submitted, told.lines], [now.submitted, now.lines]);
}

/** What has become of a report since it was told, and the report itself with what was recorded of it since. */
function look(told: Report, { boards }: Circumstances): Pick<News, 'report' | 'state'> {
  const board = boards.find(({ round }) => round.id === told.round);
  const progress = board?.progress.sections.find(({ section }) => section === told.section);
  if (!progress) return { report: told, state: { kind: 'over' } };
  const now = progress.report;
  // Read before what was told was stored, nothing is known of what has become of it.
  if (!now || now.version < told.version) return { report: told, state: { kind: 'current' } };
  return standsWhereItStood(told, now)
    ? { report: now, state: { kind: 'current' } }
    : { report: told, state: { kind: 'moved', report: now } };
}

/** A receipt is true for ever. A question is asked while it can be answered; what has been overtaken, is told by what overtook it. */
function isWorthTelling(purpose: NewsPurpose, state: News['state']): boolean {
  switch (purpose) {
    case 'receipt':
      return true;
    case 'please-confirm':
    case 'nobody-confirms':
    case 'please-accept':
      return state.kind === 'current';
    case 'confirmed':
    case 'returned':
    case 'accepted':
      return state.kind !== 'moved';
  }
}

/** What somebody is told of a report that has moved; null where it has moved on since, and they are told of that. */
export function composeNews(
  { to, purpose }: NewsNotice,
  { round, due, report }: Reported,
  circumstances: Circumstances,
): News | null {
  const found = look(report, circumstances);
  if (!isWorthTelling(purpose, found.state)) return null;
  return { kind: 'news', to, purpose, title: round.title, due, ...found };
}

/** News that went out as it should look now. What has moved on before its round ended, stays so. */
export function followNews(news: News, circumstances: Circumstances): News {
  const found = look(news.report, circumstances);
  return news.state.kind === 'moved' && found.state.kind === 'over' ? news : { ...news, ...found };
}

/** Whether nothing more will be shown of it: a receipt follows its answer to the end, everything else to the next step. */
export function isNewsSettled({ purpose, report, state }: News): boolean {
  switch (state.kind) {
    case 'current':
      return false;
    case 'moved':
      return purpose !== 'receipt' || state.report.state === 'accepted' || isHandedInAnew(report, state.report);
    case 'over':
      // A round that is reopened asks again for what was not done.
      return report.state === 'accepted';
  }
}
