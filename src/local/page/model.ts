import type { Wording } from '../../wording/wording.ts';
import type { Directory } from '../blocks/context.ts';
import type { Persona, Place } from '../people.ts';
import type { Message, View } from '../state.ts';
import type { OpenView } from '../views.ts';

/** Everything one page shows; made by the server for each request. */
export interface PageModel {
  wording: Wording;
  directory: Directory;
  command: string;
  persona: Persona;
  place: Place;
  /** Oldest first, threads included; only what this persona may see. */
  messages: readonly Message[];
  /** How many earlier messages are not shown. */
  older: number;
  /** How many messages were asked for. */
  count: number;
  home: View | null;
  modal: OpenView | null;
  /** What went wrong with the last gesture, in words. */
  problem: string | null;
  typed: readonly string[];
  shortcuts: readonly { callbackId: string; name: string }[];
  clock: { date: string; shown: string; time: string; moved: boolean };
}

/** The address of what a page can ask of the server. */
export function pageUrl({ persona, place }: Pick<PageModel, 'persona' | 'place'>, gesture = ''): string {
  return gesture === '' ? `/${persona}/${place}` : `/${persona}/${place}/${gesture}`;
}
