import type { WebClient } from '@slack/web-api';
import type { ReportDone } from '../report/desk/submit.ts';
import type { UserId } from '../report/person.ts';
import { newsAfter } from '../report/report-notices.ts';
import type { ReportAction } from '../report/transitions.ts';
import { newsView } from '../view/desk/report-message-view.ts';
import { createPost } from './post.ts';
import type { Services } from './services.ts';

/** Tells everybody concerned that a report has moved, once that is stored. */
export function createReportNews(services: Services) {
  const { desk, viewContext } = services;
  const post = createPost(services);
  return async (
    client: WebClient,
    by: UserId,
    action: ReportAction,
    { round, due, report }: Extract<ReportDone, { ok: true }>,
  ): Promise<void> => {
    const audience = await desk.audienceOf(report.section);
    const letters = newsAfter(action, { report, by, audience }).map(({ to, purpose }) => ({
      to,
      view: newsView({ purpose, round, due, report }, viewContext()),
    }));
    await post.send(client, by, letters);
  };
}
