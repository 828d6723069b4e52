import type { KpiId } from '../../src/plan/kpi.ts';
import { day } from '../../src/report/day.ts';
import { rosterEntryIdSchema } from '../../src/report/roster.ts';
import type { Round } from '../../src/report/round.ts';
import type { Modal } from './modal.ts';
import type { Message } from './person.ts';
import type { Reporter } from './reporter.ts';
import { deed, digital, kpi, rosterEntry, round, roundId, section } from './rounds.ts';
import type { Workspace } from './workspace.ts';

export const openData = kpi('policy2021/オープンデータみやぎ推進事業#1');
export const wireless = kpi('policy2021/無料公衆無線LAN整備事業#1');
const trade = section('産業デジタル推進課');

/** The fields of a KPI in the form, by their blocks. */
export function typed(
  id: KpiId,
  fields: Partial<Record<'value' | 'reason' | 'measuredOn' | 'mark' | 'note', string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, text]) => [`${field}:${id}`, text]));
}

/** Figures that can be handed in as they are. */
export const sound: Record<string, string> = {
  ...typed(openData, { value: '357', measuredOn: '2025-03-31', note: '公開が一巡したため。' }),
  ...typed(wireless, { value: '４８０箇所', measuredOn: '2025-03-31', note: '撤去が続いたため。' }),
};

/** Enters デジタルみやぎ推進課 with its head and staff, and another section with somebody of its own. */
export async function enterRoster(
  { store }: Pick<Workspace, 'store'>,
  people: { head: Reporter; staff: readonly Reporter[]; stranger?: Reporter },
): Promise<void> {
  const lasting = { from: day('2026-04-01'), to: null };
  await store.saveRosterEntry(
    rosterEntry({ ...lasting, head: people.head.user, staff: people.staff.map(({ user }) => user) }),
    deed('edit-roster'),
  );
  if (!people.stranger) return;
  await store.saveRosterEntry(
    rosterEntry({
      ...lasting,
      id: rosterEntryIdSchema.parse('trade-2026'),
      section: trade,
      post: '産業デジタル推進課長',
      head: people.stranger.user,
    }),
    deed('edit-roster'),
  );
}

/** Opens a round of two KPIs, unless said otherwise. */
export async function openRound(
  { store }: Pick<Workspace, 'store'>,
  id: string,
  changes: Partial<Round> = {},
): Promise<Round> {
  const asked = round({
    id: roundId(id),
    title: `照会 ${id}`,
    kpis: [openData, wireless],
    sections: [digital],
    opens: day('2026-11-02'),
    due: day('2026-11-27'),
    ...changes,
  });
  const saved = await store.saveRound(asked, deed('open-round'));
  if (!saved.ok) throw new Error(`the round ${id} is there already`);
  return saved.value;
}

/** The form of a round, opened from the list of duties. */
export async function formOf(who: Reporter, id: string, label = '報告する'): Promise<Modal> {
  return who.open(await who.duties(), label, id);
}

/** Hands in a form of one step; what the last page says. */
export async function handIn(who: Reporter, modal: Modal, values = sound): Promise<Modal | null> {
  const check = await who.send(modal, values);
  return check.modal ? (await who.send(check.modal)).modal : null;
}

/** A message with a button that no honest client was given. */
export function forged(actionId: string, label: string, value: unknown): Message {
  const text = { type: 'plain_text', text: label };
  const button = { type: 'button', action_id: actionId, text, value: JSON.stringify(value) };
  return { text: '', blocks: [{ type: 'actions', elements: [button] }] };
}
