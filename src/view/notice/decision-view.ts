import type { Decided } from '../../notice/content.ts';
import type { ViewContext } from '../context.ts';
import { nameText, personText, quoteText } from '../desk/report-text.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';

/** What became of 対象外の申出, for who made it. */
export function decisionView({ title, request }: Decided, context: ViewContext): View {
  const { declined } = request;
  const said = {
    title: nameText(title),
    section: nameText(request.section),
    granted: declined === null,
    who: declined ? nameText(personText(declined.by, context)) : '',
    reason: declined ? quoteText(declined.reason) : '',
  };
  return sentence('exclusion.news', said, context);
}
