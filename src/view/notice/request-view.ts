import type { Requested } from '../../notice/content.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { momentText, nameText, personText, quoteText } from '../desk/report-text.ts';
import type { View } from '../lay-out.ts';
import { encode } from '../values.ts';

/** The decision, with what it leads to asked once more where it cannot be taken back from here. */
function decisionButtons({ request }: Requested, { wording }: ViewContext): Part[] {
  const { round, section: id, version } = request;
  const value = encode({ round, section: id, version });
  const part = (name: 'title' | 'text' | 'yes' | 'no'): string =>
    wording.plain('notice.confirm_grant', { part: name, section: nameText(id) });
  return actions([
    button({
      id: actionIds.noticeGrant,
      text: wording.plain('notice.button', { button: 'grant' }),
      value,
      confirm: { title: part('title'), text: part('text'), yes: part('yes'), no: part('no') },
    }),
    button({ id: actionIds.noticeDecline, text: wording.plain('notice.button', { button: 'decline' }), value }),
  ]);
}

/** 対象外の申出: who asks for what and why, and what became of it. */
export function requestView(content: Requested, context: ViewContext): View {
  const { wording } = context;
  const { request, state } = content;
  const about = { title: nameText(content.title), section: nameText(request.section) };
  const declined = state.kind === 'declined' ? state : null;
  return {
    text: wording.mrkdwn('notice.request_text', { ...about, state: state.kind }),
    parts: [
      ...section(
        wording.mrkdwn('notice.request', {
          ...about,
          when: momentText(request.at, context),
          who: personText(request.by, context),
          reason: quoteText(request.reason, 1_000),
        }),
      ),
      ...section(
        wording.mrkdwn('notice.request_state', {
          state: state.kind,
          when: declined ? momentText(declined.at, context) : '',
          who: declined ? personText(declined.by, context) : '',
          reason: declined ? quoteText(declined.reason, 1_000) : '',
        }),
      ),
      ...(state.kind === 'pending' ? decisionButtons(content, context) : []),
    ],
  };
}
