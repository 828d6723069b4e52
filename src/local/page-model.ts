import type { Wording } from '../wording/wording.ts';
import type { Directory } from './blocks/context.ts';
import type { CalendarClock } from './calendar-clock.ts';
import type { PageModel } from './page/model.ts';
import { conversationAt, type Persona, type Place, userIds } from './people.ts';
import type { State } from './state.ts';
import type { Views } from './views.ts';

/** Where a page's content comes from. */
export interface PageParts {
  wording: Wording;
  directory: Directory;
  command: string;
  state: () => State;
  views: Views;
  clock: CalendarClock;
  shortcuts: PageModel['shortcuts'];
}

/** Messages shown before «前のメッセージを表示»; a channel may hold thousands. */
const firstCount = 50;

interface Asked {
  persona: Persona;
  place: Place;
  /** How many messages to show; the newest. */
  count?: number;
  problem: string | null;
}

/** What one persona sees at one place now. */
export function pageModel(parts: PageParts, asked: Asked): PageModel {
  const { wording, directory, command, state, views, clock, shortcuts } = parts;
  const { persona, place, count = firstCount, problem } = asked;
  const user = userIds[persona];
  const visible = state()
    .messages(conversationAt(place, persona))
    .filter(({ onlyFor }) => onlyFor === null || onlyFor === user);
  const shown = visible.slice(-count);
  const now = clock.now();
  return {
    wording,
    directory,
    command,
    persona,
    place,
    messages: shown,
    older: visible.length - shown.length,
    count,
    home: state().home(user),
    modal: views.top(user),
    problem,
    typed: state().typed(user),
    shortcuts,
    clock: {
      date: now.toPlainDate().toString(),
      shown: now.toLocaleString('ja-JP', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
      time: now.toLocaleString('ja-JP', { hour: 'numeric', minute: '2-digit' }),
      moved: clock.isMoved(),
    },
  };
}
