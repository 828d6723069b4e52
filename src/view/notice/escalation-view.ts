import type { Escalation, LateSection } from '../../notice/escalation.ts';
import { actionIds } from '../action-ids.ts';
import { button, context as contextBlock, divider, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { nameText } from '../desk/report-text.ts';
import type { View } from '../lay-out.ts';
import { encode } from '../values.ts';
import { dueText } from './reminder-item.ts';

/** Sections in one message: one block each, and one for their round. */
const mostSections = 20;

function sectionParts(late: LateSection, escalation: Escalation, context: ViewContext): Part[] {
  const { wording } = context;
  const name = nameText(late.section);
  if (late.settled) return section(wording.mrkdwn('notice.escalation_settled', { section: name }));
  const text = wording.plain('notice.button', { button: 'nudge' });
  return section(
    wording.mrkdwn('notice.escalation_section', {
      section: name,
      late: late.late,
      post: late.post && nameText(late.post),
      lastTold: late.lastTold && dueText(late.lastTold, escalation.on, context),
    }),
    button({
      id: actionIds.noticeNudge,
      text,
      label: wording.plain('notice.button_label', { button: text, title: late.title, section: late.section }),
      value: encode({ round: late.round, section: late.section }),
    }),
  );
}

function roundPart({ round, title, due }: LateSection, { on }: Escalation, context: ViewContext): Part[] {
  const { wording } = context;
  const text = wording.mrkdwn('notice.escalation_round', { title: nameText(title), due: dueText(due, on, context) });
  const label = wording.plain('notice.button', { button: 'board' });
  return section(
    text,
    button({
      id: actionIds.noticeBoard,
      text: label,
      label: `${label} ${title}`,
      value: encode({ round }),
    }),
  );
}

/** Sections that stay silent, round by round; never whose fault it is. */
export function escalationView(escalation: Escalation, context: ViewContext): View {
  const { wording } = context;
  const shown = escalation.sections.slice(0, mostSections);
  const rounds = [...new Set(shown.map(({ round }) => round))];
  const open = escalation.sections.filter(({ settled }) => !settled).length;
  const about = { count: open > 0 ? open : escalation.sections.length, settled: open === 0 };
  const hidden = escalation.sections.length - shown.length;
  return {
    text: wording.mrkdwn('notice.escalation_text', about),
    parts: [
      ...section(wording.mrkdwn('notice.escalation_head', about)),
      ...rounds.flatMap((round): Part[] => {
        const sections = shown.filter((late) => late.round === round);
        const [first] = sections;
        return first
          ? [
              divider(),
              ...roundPart(first, escalation, context),
              ...sections.flatMap((late) => sectionParts(late, escalation, context)),
            ]
          : [];
      }),
      ...(hidden > 0 ? contextBlock(wording.mrkdwn('notice.more', { count: hidden })) : []),
    ],
  };
}
