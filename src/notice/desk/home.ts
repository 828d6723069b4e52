import type { SectionId } from '../../plan/section.ts';
import { type Day, dayOf } from '../../report/day.ts';
import { type Board, boardOf, type Duty, duties } from '../../report/desk/board.ts';
import type { Refusal } from '../../report/desk/parts.ts';
import { actorFor } from '../../report/desk/who.ts';
import { type Handover, isHandedOver } from '../../report/handover.ts';
import { may } from '../../report/permissions.ts';
import type { Office, UserId } from '../../report/person.ts';
import { type ChannelId, entryOn } from '../../report/roster.ts';
import type { Round } from '../../report/round.ts';
import { type Absence, absenteesOf } from '../absence.ts';
import type { Outgoing } from '../outbox.ts';
import { openAbsence } from './absence.ts';
import type { NoticeDeskParts } from './parts.ts';

/** The newest notices that are listed. */
const mostLast = 5;
/** Failures are counted up to this many. */
const mostFailures = 100;

/** What concerns one person, as their App Home shows it. */
export interface Home {
  user: UserId;
  today: Day;
  duties: readonly Duty[];
  /** Their sections, with where its notices go: to the channel, or to its people directly. */
  sections: readonly { section: SectionId; office: Office; channel: ChannelId | null }[];
  /** Present or to come. */
  absence: Absence | null;
  /** For whom they stand in today. */
  standsInFor: readonly UserId[];
  /** What they handed over or have taken over in open rounds. */
  handovers: readonly { round: Round; handover: Handover }[];
  /** What was sent to them last, the newest first. */
  last: readonly Outgoing[];
  /** Null for those who are no coordinators. */
  coordination: { boards: readonly Board[]; failures: number } | null;
}

/** Everything that the App Home of somebody shows of rounds and notices. */
export async function openHome(parts: NoticeDeskParts, user: UserId): Promise<{ ok: true; home: Home } | Refusal> {
  const { report, notices } = parts;
  const { store } = report;
  const actor = await actorFor(report, user);
  const own = await openAbsence(parts, user);
  const asked = await duties(report, user);
  if (!actor || !own.ok || !asked.ok) return own.ok && !asked.ok ? asked : own.ok ? { ok: false, code: 'gone' } : own;
  const today = dayOf(report.now());
  const [roster, rounds, handovers, absences, last, failed] = await Promise.all([
    store.roster(),
    store.rounds(),
    store.handovers(),
    notices.absences(today),
    notices.outbox.list({ to: user, states: ['sent'], kinds: ['reminder', 'again'], limit: mostLast }),
    notices.outbox.list({ states: ['failed'], limit: mostFailures }),
  ]);
  const open = rounds.filter(({ state }) => state === 'open');
  const coordinates = may(actor, 'read-board', null).ok;
  return {
    ok: true,
    home: {
      user,
      today,
      duties: asked.duties,
      sections: [...actor.offices].map(([section, office]) => ({
        section,
        office,
        channel: entryOn(roster, section, today)?.channel ?? null,
      })),
      absence: own.absence,
      standsInFor: absenteesOf(absences, user, today),
      handovers: handovers
        .filter((one) => isHandedOver(one) && (one.from === user || one.to === user))
        .flatMap((handover) => {
          const round = open.find(({ id }) => id === handover.round);
          return round ? [{ round, handover }] : [];
        }),
      last,
      coordination: coordinates
        ? { boards: await Promise.all(open.map((round) => boardOf(report, round))), failures: failed.length }
        : null,
    },
  };
}
