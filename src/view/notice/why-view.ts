import type { Explained, ToldAs, Why } from '../../notice/desk/why.ts';
import { isPerson } from '../../notice/recipient.ts';
import { owes } from '../../report/progress.ts';
import { context as contextBlock, header, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText, derivationText } from '../desk/day-words.ts';
import { dayText as dayWithYear, nameText } from '../desk/report-text.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { reminderWords } from './reminder-days.ts';

/** Asks that are explained one by one. */
const mostExplained = 12;

function toldAsText(as: ToldAs, name: string, context: ViewContext): string {
  const { wording } = context;
  switch (as.kind) {
    case 'office': {
      const { office, post, since } = as;
      const values = { office, post: nameText(post), section: name, since: dayWithYear(since, context) };
      return wording.mrkdwn('why.office', values);
    }
    case 'stands-in':
      return wording.mrkdwn('why.stands_in', { user: as.for });
    case 'took-over':
      return wording.mrkdwn('why.took_over', { user: as.from });
    case 'channel':
      return wording.mrkdwn('why.channel', { section: name });
    case 'coordinator':
      return wording.mrkdwn('why.coordinator', { section: name });
  }
}

/** What becomes of it from here on. */
function aheadText({ ask, next }: Explained, context: ViewContext): string[] {
  const { wording } = context;
  const { stage } = ask.progress;
  if (!owes(stage)) return [wording.mrkdwn('why.done', { stage: wording.plain('round.stage', { stage }) })];
  if (ask.board.round.paused) return [wording.mrkdwn('why.paused', {})];
  return next ? [wording.mrkdwn('why.next', reminderWords(next, context))] : [];
}

function explainedParts(explained: Explained, context: ViewContext): Part[] {
  const { wording } = context;
  const { ask, as, step } = explained;
  const { round, due, adjustment } = ask.board;
  const name = nameText(ask.asked.section);
  return section(
    [
      wording.mrkdwn('why.ask', { title: nameText(round.title), section: name }),
      toldAsText(as, name, context),
      wording.mrkdwn('why.due', {
        due: dayText(due, context),
        derivation: derivationText(adjustment, round.closedDays, context),
      }),
      ...(step ? [wording.mrkdwn('why.step', reminderWords(step, context))] : []),
      ...aheadText(explained, context),
    ].join('\n'),
  );
}

/** «なぜ届いた？»: as what the reader is told, how the days came about, and how it stops. */
export function whyView({ to, explained }: Why, context: ViewContext): View {
  const { wording, command } = context;
  if (explained.length === 0) return sentence('why.nothing', {}, context);
  const hidden = explained.length - mostExplained;
  const title = wording.plain('why.title', {});
  return {
    text: title,
    parts: [
      header(title),
      ...explained.slice(0, mostExplained).flatMap((one) => explainedParts(one, context)),
      ...(hidden > 0 ? contextBlock(wording.mrkdwn('notice.more', { count: hidden })) : []),
      ...section(wording.mrkdwn('why.stop', { person: isPerson(to), command })),
    ],
  };
}
