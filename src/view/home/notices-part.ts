import type { Home } from '../../notice/desk/home.ts';
import { owes } from '../../report/progress.ts';
import { actions, context as contextBlock, divider, lines, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { momentText, nameText } from '../desk/report-text.ts';
import { absenceParts } from '../notice/absence-form.ts';
import { noticeButton, takeBackButton } from '../notice/notice-buttons.ts';

/** Sections whose way of telling is named one by one; hand-overs that are listed. */
const mostPlaces = 8;
const mostHandovers = 5;

function placesText({ sections, coordination }: Home, { wording }: ViewContext): string[] {
  const hidden = sections.length - mostPlaces;
  return [
    wording.mrkdwn('home.notices', {}),
    ...sections
      .slice(0, mostPlaces)
      .map(({ section: id, office, channel }) =>
        wording.mrkdwn('home.place', { section: nameText(id), office, channel }),
      ),
    ...(hidden > 0 ? [wording.mrkdwn('home.places_more', { count: hidden })] : []),
    ...(coordination ? [wording.mrkdwn('home.place_coordinator', {})] : []),
  ];
}

function handoverParts({ user, handovers }: Home, context: ViewContext): Part[] {
  const { wording } = context;
  return handovers.slice(0, mostHandovers).flatMap(({ round, handover }) => {
    const { section: id, from, to } = handover;
    const given = from === user;
    return section(
      wording.mrkdwn('home.handover', {
        title: nameText(round.title),
        section: nameText(id),
        user: given ? to : from,
        given,
      }),
      takeBackButton(handover, context),
    );
  });
}

function lastText({ last }: Home, context: ViewContext): string {
  const { wording } = context;
  const notices = last.flatMap(({ notice, settledAt }) =>
    settledAt ? [{ when: momentText(settledAt, context), again: notice.kind === 'again' }] : [],
  );
  return notices.length > 0 ? wording.mrkdwn('home.last', { notices }) : wording.mrkdwn('home.no_last', {});
}

/** Whether somebody has to do with notices at all. */
function isConcerned({ sections, absence, standsInFor, handovers, coordination }: Home): boolean {
  const some = [sections, standsInFor, handovers].some(({ length }) => length > 0);
  return some || absence !== null || coordination !== null;
}

/** How notices come to the reader, what came last, and how it is changed. */
export function noticesPart(home: Home, context: ViewContext): Part[] {
  if (!isConcerned(home)) return [];
  const { wording, command } = context;
  const { absence, standsInFor, duties } = home;
  const owed = duties.some(({ progress }) => owes(progress.stage));
  return [
    ...lines(placesText(home, context)),
    ...(standsInFor.length > 0 ? section(wording.mrkdwn('home.stands_in', { users: standsInFor.slice(0, 5) })) : []),
    ...(absence ? absenceParts(absence, context) : []),
    ...handoverParts(home, context),
    ...contextBlock(lastText(home, context), wording.mrkdwn('home.stop', { command })),
    ...actions([
      ...(absence ? [] : [noticeButton('absence', context)]),
      ...(owed ? [noticeButton('hand-over', context), noticeButton('exclusion', context)] : []),
    ]),
    divider(),
  ];
}
