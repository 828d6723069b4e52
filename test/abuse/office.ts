import type { Ask } from '../../src/ask/ask.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { day, moment } from '../../src/report/day.ts';
import { rosterEntryIdSchema } from '../../src/report/roster.ts';
import {
  deed,
  digital,
  kpi,
  line,
  report,
  rosterEntry,
  round,
  roundId,
  section,
  signed,
  user,
} from '../support/rounds.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';
import { type LenientSlack, startLenientSlack } from './lenient-slack.ts';

/** Who may do something in the office of these tests, and for which sections; everybody else is an outsider. */
export const rights: Readonly<Record<string, readonly string[]>> = {
  U0COORDINATOR: ['everything'],
  U0HEAD: [digital],
  U0STAFF: [digital],
  U0TRADE: ['産業デジタル推進課'],
  U0MEMBER: [],
};
export const outsiders = [
  'U0GUEST',
  'U0LONEGUEST',
  'U0STRANGER',
  'U0FOREIGN',
  'U0GONE',
  'U0ROBOT',
  'U0NOBODY',
] as const;
export const everybody = [...Object.keys(rights), ...outsiders];

/** What somebody may have typed long before, and what nobody is to be called by. */
const loud = '<!channel> R&D *至急*';

/** The real bot with something in every state to work on, and a Slack around it that takes everything. */
export interface Office {
  workspace: Workspace;
  lenient: LenientSlack;
}

export async function openOffice(catalog: Catalog, ask: Ask): Promise<Office> {
  const lenient = await startLenientSlack();
  const workspace = await openWorkspace({
    catalog,
    ask,
    around: lenient,
    now: () => moment('2026-11-20T01:00:00Z'),
  });
  const { store } = workspace;
  const since = { from: day('2026-04-01'), to: null };
  await store.saveRosterEntry(
    rosterEntry({ ...since, head: user('U0HEAD'), staff: [user('U0STAFF')] }),
    deed('edit-roster'),
  );
  await store.saveRosterEntry(
    rosterEntry({
      ...since,
      id: rosterEntryIdSchema.parse('trade-2026'),
      section: section('産業デジタル推進課'),
      post: '産業デジタル推進課長',
      head: user('U0TRADE'),
    }),
    deed('edit-roster'),
  );
  const asked = {
    kpis: [kpi('policy2021/オープンデータみやぎ推進事業#1'), kpi('policy2021/無料公衆無線LAN整備事業#1')],
    sections: [digital],
    opens: day('2026-11-02'),
    due: day('2026-11-27'),
    exclusions: [{ kpi: null, section: section('食産業振興課'), reason: `事業終了 ${loud}` }],
  };
  for (const id of ['asked', 'answered', 'confirmed', 'accepted']) {
    await store.saveRound(round({ ...asked, id: roundId(id), title: `照会 ${id} ${loud}` }), deed('create-round'));
  }
  await store.saveRound(
    round({ id: roundId('drafted'), state: 'draft', title: `照会 下書き ${loud}` }),
    deed('create-round'),
  );
  const answered = report({ lines: [line()], receivedVia: 'form', submitted: signed(), state: 'submitted' });
  const confirmed = { ...answered, confirmed: signed(), state: 'confirmed' } as const;
  const accepted = { ...confirmed, accepted: signed(), state: 'accepted' } as const;
  await store.saveReport({ ...answered, round: roundId('answered') }, deed('submit'));
  await store.saveReport({ ...confirmed, round: roundId('confirmed') }, deed('confirm'));
  await store.saveReport({ ...accepted, round: roundId('accepted') }, deed('accept'));
  return { workspace, lenient };
}
