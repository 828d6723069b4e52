import { type Calendar, createCalendar } from '../../src/notice/calendar.ts';
import type { Circumstances } from '../../src/notice/circumstances.ts';
import { noDigestSettings } from '../../src/notice/digest/digest.ts';
import type { SectionId } from '../../src/plan/section.ts';
import { dayOf, type Moment, moment } from '../../src/report/day.ts';
import type { Board } from '../../src/report/desk/board.ts';
import type { Draft } from '../../src/report/draft.ts';
import { roundProgress } from '../../src/report/progress.ts';
import { ladderOf } from '../../src/report/reminders.ts';
import type { Report } from '../../src/report/report.ts';
import { entryOn, type RosterEntry } from '../../src/report/roster.ts';
import { deadline, type Round } from '../../src/report/round.ts';
import type { AskedKpi } from '../../src/report/scope.ts';
import { realCatalog } from './catalog.ts';
import { digital, openData, rosterEntry, round, user } from './rounds.ts';

const item = realCatalog().items.find(({ kpis }) => kpis.some(({ id }) => id === openData));
/** What every section is asked for in the boards of tests. */
const asked: AskedKpi[] = (item?.kpis ?? []).flatMap((kpi) =>
  item && kpi.id === openData ? [{ item, kpi, formerly: [], inferred: false, sections: [] }] : [],
);

export const coordinator = user('U0COORD');

/** How things stand, from which boards are drawn as the desk draws them. */
interface Situation {
  now: Moment;
  calendar?: Calendar;
  sections?: readonly SectionId[];
  roster?: readonly RosterEntry[];
  reports?: readonly Report[];
  drafts?: readonly Draft[];
}

const usual = createCalendar([]);

/** The board of a round that asks some sections; without those it excludes. */
function boardIn(
  made: Round,
  { now, calendar = usual, sections = [digital], roster = [rosterEntry()], reports = [], drafts = [] }: Situation,
): Board {
  const adjustment = calendar.adjust(made.due, made.closedDays);
  const due = adjustment.day;
  const ladder = ladderOf(made, due, calendar);
  const excluded = new Set(made.exclusions.map(({ section }) => section));
  const scope = {
    sections: sections
      .filter((section) => !excluded.has(section))
      .map((section) => {
        const entry = entryOn(roster, section, dayOf(now));
        return { section, entry, askCoordinators: !entry?.head, kpis: asked };
      }),
    unassigned: [],
    unknown: [],
  };
  const progress = roundProgress({
    scope,
    reports: reports.filter((report) => report.round === made.id),
    drafts: drafts.filter((draft) => draft.round === made.id),
    lateFrom: deadline(ladder.graceEnds),
    now,
  });
  return { round: made, due, adjustment, warning: null, ...ladder, scope, progress };
}

/** Circumstances of one open round that asks デジタルみやぎ推進課, at 09:00 of a day, unless said otherwise. */
export function circumstances({
  now = moment('2026-05-15T00:00:00Z'),
  calendar = usual,
  rounds = [round()],
  sections,
  roster = [rosterEntry()],
  reports,
  drafts,
  ...changes
}: Partial<Situation> & Partial<Circumstances> & { rounds?: readonly Round[] } = {}): Circumstances {
  const open = rounds.filter(({ state }) => state === 'open');
  const situation = {
    now,
    calendar,
    roster,
    ...(sections && { sections }),
    ...(reports && { reports }),
    ...(drafts && { drafts }),
  };
  return {
    now,
    today: dayOf(now),
    calendar,
    boards: open.map((made) => boardIn(made, situation)),
    handovers: [],
    requests: [],
    absences: [],
    snoozes: [],
    coordinators: [coordinator],
    roster,
    told: [],
    stuck: [],
    lastValues: new Map(),
    digests: { now, calendar, settings: noDigestSettings, digests: [], coordinators: [coordinator], facts: null },
    ...changes,
  };
}
