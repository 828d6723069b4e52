/** report/desk: what people do with rounds, reports and the roster: permission, rule and one stored change, for whoever asks. */
import { dayOf } from '../day.ts';
import type { UserId } from '../person.ts';
import { duties, openBoard, openBoards } from './board.ts';
import { openForm } from './form.ts';
import { exportLedger, findLedger, lastDeed, openLedger } from './ledger-desk.ts';
import { nudge } from './nudge.ts';
import type { DeskParts } from './parts.ts';
import { acceptedFor, readingRefused } from './reading.ts';
import { openReport } from './report-desk.ts';
import { confirmRoster, openRoster, saveRosterEntry, transferRosterEntry } from './roster-desk.ts';
import { openRosterEntry, openRosterPage } from './roster-page.ts';
import { exportRoster, importRoster, previewRoster } from './roster-sheet-desk.ts';
import { previewExtension, previewRound, roundChoices } from './round-plan.ts';
import { changeRound, createRound, excludeFromRound } from './rounds.ts';
import { exportables, exportSheet, importSheet, previewSheet } from './sheets.ts';
import { decide, keepDraft, submitForm } from './submit.ts';
import { actorFor } from './who.ts';

/** What a deed is given beside the desk's own parts. */
type Given<F> = F extends (parts: DeskParts, ...given: infer G) => unknown ? G : never;

/** Everything that can be asked of the desk; each deed is given who asks first. */
export function createDesk(parts: DeskParts) {
  return {
    today: () => dayOf(parts.now()),
    coordinators: (): readonly UserId[] => [...parts.coordinators],
    readingRefused: (...given: Given<typeof readingRefused>) => readingRefused(parts, ...given),
    acceptedFor: (...given: Given<typeof acceptedFor>) => acceptedFor(parts, ...given),
    actorFor: (...given: Given<typeof actorFor>) => actorFor(parts, ...given),
    duties: (...given: Given<typeof duties>) => duties(parts, ...given),
    openForm: (...given: Given<typeof openForm>) => openForm(parts, ...given),
    keepDraft: (...given: Given<typeof keepDraft>) => keepDraft(parts, ...given),
    submitForm: (...given: Given<typeof submitForm>) => submitForm(parts, ...given),
    openReport: (...given: Given<typeof openReport>) => openReport(parts, ...given),
    decide: (...given: Given<typeof decide>) => decide(parts, ...given),
    openBoards: (...given: Given<typeof openBoards>) => openBoards(parts, ...given),
    openBoard: (...given: Given<typeof openBoard>) => openBoard(parts, ...given),
    roundChoices: (...given: Given<typeof roundChoices>) => roundChoices(parts, ...given),
    previewRound: (...given: Given<typeof previewRound>) => previewRound(parts, ...given),
    previewExtension: (...given: Given<typeof previewExtension>) => previewExtension(parts, ...given),
    createRound: (...given: Given<typeof createRound>) => createRound(parts, ...given),
    changeRound: (...given: Given<typeof changeRound>) => changeRound(parts, ...given),
    excludeFromRound: (...given: Given<typeof excludeFromRound>) => excludeFromRound(parts, ...given),
    nudge: (...given: Given<typeof nudge>) => nudge(parts, ...given),
    openRoster: (...given: Given<typeof openRoster>) => openRoster(parts, ...given),
    openRosterPage: (...given: Given<typeof openRosterPage>) => openRosterPage(parts, ...given),
    openRosterEntry: (...given: Given<typeof openRosterEntry>) => openRosterEntry(parts, ...given),
    saveRosterEntry: (...given: Given<typeof saveRosterEntry>) => saveRosterEntry(parts, ...given),
    transferRosterEntry: (...given: Given<typeof transferRosterEntry>) => transferRosterEntry(parts, ...given),
    confirmRoster: (...given: Given<typeof confirmRoster>) => confirmRoster(parts, ...given),
    findLedger: (...given: Given<typeof findLedger>) => findLedger(parts, ...given),
    openLedger: (...given: Given<typeof openLedger>) => openLedger(parts, ...given),
    exportables: (...given: Given<typeof exportables>) => exportables(parts, ...given),
    exportSheet: (...given: Given<typeof exportSheet>) => exportSheet(parts, ...given),
    previewSheet: (...given: Given<typeof previewSheet>) => previewSheet(parts, ...given),
    importSheet: (...given: Given<typeof importSheet>) => importSheet(parts, ...given),
    exportLedger: (...given: Given<typeof exportLedger>) => exportLedger(parts, ...given),
    exportRoster: (...given: Given<typeof exportRoster>) => exportRoster(parts, ...given),
    previewRoster: (...given: Given<typeof previewRoster>) => previewRoster(parts, ...given),
    importRoster: (...given: Given<typeof importRoster>) => importRoster(parts, ...given),
    lastDeed: (...given: Given<typeof lastDeed>) => lastDeed(parts, ...given),
  };
}
export type Desk = ReturnType<typeof createDesk>;
