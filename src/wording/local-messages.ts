import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
type Persona = 'staff' | 'head' | 'coordinator';
type Place = 'general' | 'digital' | 'navi' | 'home';

/** What the local workspace says, beside what the bot says in it. */
export interface LocalMessages {
  'local.title': Nothing;
  'local.simulation': Nothing;
  'local.persona': { persona: Persona };
  'local.persona_note': { persona: Persona };
  'local.place': { place: Place };
  'local.bot': Nothing;
  'local.navigation': Nothing;
  'local.channels': Nothing;
  'local.apps': Nothing;
  'local.personas': Nothing;
  'local.skip': Nothing;
  'local.app': Nothing;
  'local.only_you': Nothing;
  'local.edited': Nothing;
  'local.log': { place: string };
  'local.older': { count: number };
  'local.empty': { place: Place; command: string };
  'local.home_empty': Nothing;
  'local.compose': { place: string };
  'local.placeholder': { place: Place; command: string };
  'local.compose_hint': Nothing;
  'local.send': Nothing;
  'local.attach': Nothing;
  'local.size': { kilobytes: number };
  'local.examples': Nothing;
  'local.example': { number: 1 | 2 | 3 | 4 | 5; command: string };
  'local.menu': { time: string };
  'local.close': Nothing;
  'local.stopped': Nothing;
  'local.sending': Nothing;
  'local.clock': Nothing;
  'local.clock_real': Nothing;
  'local.clock_moved': Nothing;
  'local.clock_forward': { count: number };
  'local.clock_wait': { count: number };
  'local.clock_date': Nothing;
  'local.clock_move': Nothing;
  'local.clock_reset': Nothing;
  'local.reset': Nothing;
  'local.reset_confirm': Nothing;
  'local.problem': {
    code:
      | 'gone'
      | 'forged'
      | 'no-answer'
      | 'refused'
      | 'not-understood'
      | 'unknown-command'
      | 'bad-request'
      | 'bad-date';
    typed: string;
    command: string;
  };
  'local.started': { address: string; command: string };
  'local.fault': {
    code: 'port-in-use' | 'port-denied' | 'no-access' | 'in-use' | 'corrupt' | 'no-parts' | 'host';
    port: number;
    file: string;
    line: number;
  };
  'local.not_found': Nothing;
  'local.no_script': Nothing;

  'local.block_unknown': { type: string };
  'local.block_optional': Nothing;
  'local.block_choose': Nothing;
  'local.block_more': Nothing;
  'local.block_confirm': { title: string; text: string };
  'local.block_previous': Nothing;
  'local.block_next': Nothing;
  /** Strings, since the page fills the numbers in. */
  'local.block_range': { from: string; to: string; count: string };
  'local.block_sort': Nothing;
  'local.block_table': Nothing;
}

const command = '/plan';

export const localSamples: SamplesOf<LocalMessages> = {
  'local.title': nothing,
  'local.simulation': nothing,
  'local.bot': nothing,
  'local.navigation': nothing,
  'local.channels': nothing,
  'local.apps': nothing,
  'local.personas': nothing,
  'local.skip': nothing,
  'local.app': nothing,
  'local.only_you': nothing,
  'local.edited': nothing,
  'local.home_empty': nothing,
  'local.compose_hint': nothing,
  'local.send': nothing,
  'local.attach': nothing,
  'local.size': [{ kilobytes: 12 }],
  'local.examples': nothing,
  'local.close': nothing,
  'local.stopped': nothing,
  'local.sending': nothing,
  'local.clock': nothing,
  'local.clock_real': nothing,
  'local.clock_moved': nothing,
  'local.clock_date': nothing,
  'local.clock_move': nothing,
  'local.clock_reset': nothing,
  'local.reset': nothing,
  'local.reset_confirm': nothing,
  'local.not_found': nothing,
  'local.no_script': nothing,
  'local.persona': each(['staff', 'head', 'coordinator'], (persona) => ({ persona })),
  'local.persona_note': each(['staff', 'head', 'coordinator'], (persona) => ({ persona })),
  'local.place': each(['general', 'digital', 'navi', 'home'], (place) => ({ place })),
  'local.log': [{ place: '#一般' }],
  'local.older': [{ count: 12 }],
  'local.empty': each(['general', 'digital', 'navi', 'home'], (place) => ({ place, command })),
  'local.compose': [{ place: '#一般' }],
  'local.placeholder': each(['general', 'digital', 'navi', 'home'], (place) => ({ place, command })),
  'local.example': each([1, 2, 3, 4, 5], (number) => ({ number, command })),
  'local.menu': [{ time: '9:00' }],
  'local.clock_forward': [{ count: 1 }],
  'local.clock_wait': [{ count: 1 }],
  'local.problem': each(
    ['gone', 'forged', 'no-answer', 'refused', 'not-understood', 'unknown-command', 'bad-request', 'bad-date'],
    (code) => ({ code, typed: '/plna', command }),
  ),
  'local.started': [{ address: 'http://localhost:3000', command }],
  'local.fault': each(['port-in-use', 'port-denied', 'no-access', 'in-use', 'corrupt', 'no-parts', 'host'], (code) => ({
    code,
    port: 3000,
    file: '.local/journal.jsonl',
    line: 3,
  })),

  'local.block_unknown': [{ type: 'video' }],
  'local.block_optional': nothing,
  'local.block_choose': nothing,
  'local.block_more': nothing,
  'local.block_confirm': [{ title: '受理しますか', text: '受理すると、担当課は報告を直せなくなります。' }],
  'local.block_previous': nothing,
  'local.block_next': nothing,
  'local.block_range': [{ from: '1', to: '10', count: '42' }],
  'local.block_sort': nothing,
  'local.block_table': nothing,
};
