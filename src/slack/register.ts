import type { App } from '@slack/bolt';
import { actionIds, callbackIds } from '../view/action-ids.ts';
import { createDigestActions } from './digest/digest-actions.ts';
import { createAbsenceActions } from './notice/absence-actions.ts';
import { createEscalationActions } from './notice/escalation-actions.ts';
import { createExclusionActions } from './notice/exclusion-actions.ts';
import { createHandoverActions } from './notice/handover-actions.ts';
import { createOutboxActions } from './notice/outbox-actions.ts';
import { createReminderActions } from './notice/reminder-actions.ts';
import { createActions } from './question/actions.ts';
import { onCommand } from './question/command.ts';
import { createEvents } from './question/events.ts';
import { onModalShare } from './question/modal-share.ts';
import { onLookUp } from './question/shortcut.ts';
import { createBoardActions } from './report/board-actions.ts';
import { createLedgerActions } from './report/ledger-actions.ts';
import { createNudgeActions } from './report/nudge-actions.ts';
import { onPlead } from './report/plead.ts';
import { createReportDecisions } from './report/report-decisions.ts';
import { createReportForm } from './report/report-form.ts';
import { createRosterActions } from './report/roster-actions.ts';
import { createRoundActions } from './report/round-actions.ts';
import { createTransfer } from './report/transfer.ts';
import { createRoutes, type Routes } from './routes.ts';
import type { Services } from './services.ts';

/** Everything Slack can send that the bot answers; the manifest lists the same. */
export function register(app: App, command: string, services: Services): void {
  const routes = createRoutes(app);
  const actions = createActions(services);
  const events = createEvents(services);
  const transfer = createTransfer(services);
  const form = createReportForm(services);
  const decisions = createReportDecisions(services);
  app.use(onCommand(command, services));
  app.shortcut({ type: 'message_action', callback_id: callbackIds.lookUp }, onLookUp(services));
  routes.action(actionIds.ask, actions.onAsk);
  routes.action(actionIds.page, actions.onPage);
  routes.action(actionIds.showItem, actions.onShowItem);
  routes.action(actionIds.chooseSection, actions.onChooseSection);
  routes.action(actionIds.share, actions.onShare);
  routes.action(actionIds.plead, onPlead(services));
  routes.submitted(callbackIds.answer, onModalShare(services));
  routes.action(actionIds.reportFill, form.onFill);
  routes.action(actionIds.reportBack, form.onTyped(-1));
  routes.action(actionIds.reportField, form.onTyped(0));
  routes.submitted(callbackIds.reportForm, form.onSubmit);
  routes.closed(callbackIds.reportForm, form.onClosed);
  routes.action(actionIds.reportLook, decisions.onLook);
  routes.action(actionIds.reportConfirm, decisions.onConfirm);
  routes.action(actionIds.reportAccept, decisions.onAccept);
  routes.action(actionIds.reportReturn, decisions.onReturn);
  routes.action(actionIds.reportReopen, decisions.onReopen);
  routes.action(actionIds.reportApprove, decisions.onApprove);
  routes.submitted(callbackIds.reportReason, decisions.onDecided);
  routes.submitted(callbackIds.reportApproval, decisions.onDecided);
  app.event('app_mention', events.onMention);
  app.event('app_home_opened', events.onHomeOpened);
  app.event('message', async (args) => {
    // A question or a file: each leaves the other's alone.
    await Promise.all([events.onDirectMessage(args), transfer.onFile(args)]);
  });
  routes.action(actionIds.transferGet, transfer.onGet);
  routes.action(actionIds.transferApply, transfer.onApply);
  routes.action(actionIds.transferApplyRest, transfer.onApplyRest);
  routes.action(actionIds.transferApplyRoster, transfer.onApplyRoster);
  routes.action(actionIds.transferCancel, transfer.onCancel);
  registerCoordination(routes, services);
  registerNotices(routes, services);
  registerDigest(routes, services);
}

/** Rounds, boards, roster and ledger. */
function registerCoordination(routes: Routes, services: Services): void {
  const rounds = createRoundActions(services);
  const boards = createBoardActions(services);
  const roster = createRosterActions(services);
  routes.action(actionIds.boards, boards.onBoards);
  routes.action(actionIds.board, boards.onBoard);
  routes.action(actionIds.boardStage, boards.onStage);
  routes.action(actionIds.roundNew, rounds.onNew);
  routes.action(actionIds.roundPlan, rounds.onPlan);
  routes.action(actionIds.roundBack, rounds.onBack);
  routes.action(actionIds.roundSave, rounds.onSave);
  routes.action(actionIds.roundDo, boards.onDo);
  routes.action(actionIds.roundExtend, boards.onExtend);
  routes.action(actionIds.roundDue, boards.onDue);
  routes.action(actionIds.roundExclude, boards.onExclude);
  routes.action(actionIds.roundInclude, boards.onInclude);
  routes.action(actionIds.nudge, createNudgeActions(services).onNudge);
  routes.action(actionIds.rosterPage, roster.onPage);
  routes.action(actionIds.rosterEdit, roster.onEdit);
  routes.action(actionIds.rosterConfirm, roster.onConfirm);
  routes.action(actionIds.ledgerPage, createLedgerActions(services).onPage);
  routes.submitted(callbackIds.roundForm, rounds.onFormSent);
  routes.submitted(callbackIds.roundPreview, rounds.onPreviewSent);
  routes.submitted(callbackIds.roundExtend, boards.onExtendSent);
  routes.submitted(callbackIds.roundExclude, boards.onExcludeSent);
  routes.submitted(callbackIds.roundInclude, boards.onIncludeSent);
  routes.submitted(callbackIds.rosterEntry, roster.onFormSent);
}

/** What people do about what the bot sends by itself. */
function registerNotices(routes: Routes, services: Services): void {
  const reminders = createReminderActions(services);
  const absences = createAbsenceActions(services);
  const handovers = createHandoverActions(services);
  const exclusions = createExclusionActions(services);
  routes.action(actionIds.noticeSnooze, reminders.onSnooze);
  routes.action(actionIds.noticeWhy, reminders.onWhy);
  routes.action(actionIds.noticeAll, reminders.onAll);
  routes.action(actionIds.noticeAbsence, absences.onAbsence);
  routes.action(actionIds.noticePresent, absences.onPresent);
  routes.action(actionIds.noticeHandOver, handovers.onHandOver);
  routes.action(actionIds.noticeTakeBack, handovers.onTakeBack);
  routes.action(actionIds.noticeExclusion, exclusions.onExclusion);
  routes.action(actionIds.noticeGrant, exclusions.onGrant);
  routes.action(actionIds.noticeDecline, exclusions.onDecline);
  routes.action(actionIds.noticeBoard, createEscalationActions(services).onBoard);
  routes.action(actionIds.noticeNudge, createNudgeActions(services).onNudgeAside);
  const outbox = createOutboxActions(services);
  routes.action(actionIds.noticeRetry, outbox.onRetry);
  routes.action(actionIds.outboxPage, outbox.onOutbox);
  routes.action(actionIds.schedule, outbox.onSchedule);
  routes.action(actionIds.scheduleLook, outbox.onLook);
  routes.action(actionIds.noticeSteer, outbox.onSteer);
  routes.submitted(callbackIds.noticeAbsence, absences.onAbsenceSent);
  routes.submitted(callbackIds.noticeHandOver, handovers.onHandOverSent);
  routes.submitted(callbackIds.noticeExclusion, exclusions.onExclusionSent);
  routes.submitted(callbackIds.noticeDecline, exclusions.onDeclineSent);
}

/** 週報. */
function registerDigest(routes: Routes, services: Services): void {
  const digest = createDigestActions(services);
  routes.action(actionIds.digestOpen, digest.onOpen);
  routes.action(actionIds.digestThread, digest.onThread);
  routes.action(actionIds.digestNote, digest.onNote);
  routes.action(actionIds.digestSend, digest.onSend);
  routes.action(actionIds.digestSkip, digest.onSkip);
  routes.action(actionIds.digestSettings, digest.onSettings);
  routes.submitted(callbackIds.digestNote, digest.onNoteSent);
  routes.submitted(callbackIds.digestSettings, digest.onSettingsSent);
}
