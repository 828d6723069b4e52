/** slack/: the Bolt app. Slack payloads come in, acknowledgements and Web API calls go out; what is said is made elsewhere. */
import { App, type webApi } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import type { NoticeDesk } from '../notice/desk/desk.ts';
import type { DigestDesk } from '../notice/digest/desk.ts';
import type { Desk } from '../report/desk/desk.ts';
import { actionIds, actionPattern, callbackIds } from '../view/action-ids.ts';
import type { ViewContext } from '../view/context.ts';
import { createActions } from './actions.ts';
import type { Answering } from './answering.ts';
import { createBoardActions } from './board-actions.ts';
import { boltLogger } from './bolt-logger.ts';
import { onCommand } from './command.ts';
import type { Connection } from './connection.ts';
import { createDigestActions } from './digest/digest-actions.ts';
import { createEvents } from './events.ts';
import { createFiles } from './files.ts';
import { createHomes } from './homes.ts';
import { createIdentity } from './identity.ts';
import { createLedgerActions } from './ledger-actions.ts';
import { onModalShare } from './modal-share.ts';
import { createAbsenceActions } from './notice/absence-actions.ts';
import { createEscalationActions } from './notice/escalation-actions.ts';
import { createExclusionActions } from './notice/exclusion-actions.ts';
import { createHandoverActions } from './notice/handover-actions.ts';
import { createOutboxActions } from './notice/outbox-actions.ts';
import { createReminderActions } from './notice/reminder-actions.ts';
import { createNudgeActions } from './nudge-actions.ts';
import { createOnce } from './once.ts';
import { ownWorkspaceOnly } from './own-workspace.ts';
import { onPlead } from './plead.ts';
import { createConnection, type Transport } from './receiver.ts';
import type { SlackRefused } from './refused.ts';
import { createReportDecisions } from './report-decisions.ts';
import { createReportForm } from './report-form.ts';
import { createRim } from './rim.ts';
import { createRosterActions } from './roster-actions.ts';
import { createRoundActions } from './round-actions.ts';
import type { Services } from './services.ts';
import { onLookUp } from './shortcut.ts';
import { createTransfer } from './transfer.ts';

interface SlackAppOptions {
  botToken: string;
  transport: Transport;
  slackApiUrl: string;
  command: string;
  newerBlocks: boolean;
  dispatcher: Dispatcher | null;
  answering: Answering;
  desk: Desk;
  noticeDesk: NoticeDesk;
  digest: DigestDesk;
  viewContext: () => ViewContext;
  /** Whether an error means that the database cannot be used now. */
  isOutage: (error: unknown) => boolean;
  /** Hears it when Slack does not accept a token any more. */
  onRefused: (refusal: SlackRefused) => void;
  log: Logger;
}

export interface SlackApp {
  /** Something stored has changed: what people have open is brought up to date. */
  changed: () => void;
  /**
   * Begins to listen, and asks Slack who the bot is. Resolves when Slack has answered, or when it is stopped before.
   * @throws SlackRefused when Slack does not accept the tokens.
   */
  start: () => Promise<void>;
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
  /** Takes no more requests and waits for those under way; a start that still waits for Slack ends. */
  stop: () => Promise<void>;
  /** Whether Slack reaches the bot and has told it who it is. */
  isReady: () => boolean;
  /** The port listened on; null in Socket Mode. */
  port: () => number | null;
}

/** Calls made while a person waits: no retries, and never longer than a trigger lives. */
const interactionTimeout = 2_500;

/** How Slack's Web API is asked while a person waits. */
export function interactionClient(slackApiUrl: string, log: Logger): webApi.WebClientOptions {
  return {
    slackApiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    timeout: interactionTimeout,
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
  };
}

/** Everything Slack can send that the bot answers; the manifest lists the same. */
function register(app: App, command: string, services: Services): void {
  const actions = createActions(services);
  const events = createEvents(services);
  const transfer = createTransfer(services);
  const form = createReportForm(services);
  const decisions = createReportDecisions(services);
  app.command(command, onCommand(services));
  app.shortcut({ type: 'message_action', callback_id: callbackIds.lookUp }, onLookUp(services));
  app.action(actionPattern(actionIds.ask), actions.onAsk);
  app.action(actionPattern(actionIds.page), actions.onPage);
  app.action(actionPattern(actionIds.showItem), actions.onShowItem);
  app.action(actionPattern(actionIds.chooseSection), actions.onChooseSection);
  app.action(actionPattern(actionIds.share), actions.onShare);
  app.action(actionIds.plead, onPlead(services));
  app.view(callbackIds.answer, onModalShare(services));
  app.action(actionIds.reportFill, form.onFill);
  app.action(actionIds.reportBack, form.onTyped(-1));
  app.action(actionIds.reportField, form.onTyped(0));
  app.view(callbackIds.reportForm, form.onSubmit);
  app.view({ type: 'view_closed', callback_id: callbackIds.reportForm }, form.onClosed);
  app.action(actionPattern(actionIds.reportLook), decisions.onLook);
  app.action(actionIds.reportConfirm, decisions.onConfirm);
  app.action(actionIds.reportAccept, decisions.onAccept);
  app.action(actionIds.reportReturn, decisions.onReturn);
  app.action(actionIds.reportReopen, decisions.onReopen);
  app.action(actionIds.reportApprove, decisions.onApprove);
  app.view(callbackIds.reportReason, decisions.onDecided);
  app.view(callbackIds.reportApproval, decisions.onDecided);
  app.event('app_mention', events.onMention);
  app.event('message', events.onDirectMessage);
  app.event('app_home_opened', events.onHomeOpened);
  app.event('message', transfer.onFile);
  app.action(actionPattern(actionIds.transferGet), transfer.onGet);
  app.action(actionIds.transferApply, transfer.onApply);
  app.action(actionIds.transferApplyRest, transfer.onApplyRest);
  app.action(actionIds.transferApplyRoster, transfer.onApplyRoster);
  app.action(actionIds.transferCancel, transfer.onCancel);
  registerCoordination(app, services);
  registerNotices(app, services);
  registerDigest(app, services);
}

/** Rounds, boards, roster and ledger. */
function registerCoordination(app: App, services: Services): void {
  const rounds = createRoundActions(services);
  const boards = createBoardActions(services);
  const roster = createRosterActions(services);
  app.action(actionPattern(actionIds.boards), boards.onBoards);
  app.action(actionPattern(actionIds.board), boards.onBoard);
  app.action(actionPattern(actionIds.boardStage), boards.onStage);
  app.action(actionPattern(actionIds.roundNew), rounds.onNew);
  app.action(actionPattern(actionIds.roundPlan), rounds.onPlan);
  app.action(actionPattern(actionIds.roundBack), rounds.onBack);
  app.action(actionPattern(actionIds.roundSave), rounds.onSave);
  app.action(actionPattern(actionIds.roundDo), boards.onDo);
  app.action(actionPattern(actionIds.roundExtend), boards.onExtend);
  app.action(actionPattern(actionIds.roundDue), boards.onDue);
  app.action(actionPattern(actionIds.roundExclude), boards.onExclude);
  app.action(actionPattern(actionIds.nudge), createNudgeActions(services).onNudge);
  app.action(actionPattern(actionIds.rosterPage), roster.onPage);
  app.action(actionPattern(actionIds.rosterEdit), roster.onEdit);
  app.action(actionPattern(actionIds.rosterConfirm), roster.onConfirm);
  app.action(actionPattern(actionIds.ledgerPage), createLedgerActions(services).onPage);
  app.view(callbackIds.roundForm, rounds.onFormSent);
  app.view(callbackIds.roundPreview, rounds.onPreviewSent);
  app.view(callbackIds.roundExtend, boards.onExtendSent);
  app.view(callbackIds.roundExclude, boards.onExcludeSent);
  app.view(callbackIds.rosterEntry, roster.onFormSent);
}

/** What people do about what the bot sends by itself. */
function registerNotices(app: App, services: Services): void {
  const reminders = createReminderActions(services);
  const absences = createAbsenceActions(services);
  const handovers = createHandoverActions(services);
  const exclusions = createExclusionActions(services);
  app.action(actionPattern(actionIds.noticeSnooze), reminders.onSnooze);
  app.action(actionIds.noticeWhy, reminders.onWhy);
  app.action(actionIds.noticeAll, reminders.onAll);
  app.action(actionIds.noticeAbsence, absences.onAbsence);
  app.action(actionIds.noticePresent, absences.onPresent);
  app.action(actionIds.noticeHandOver, handovers.onHandOver);
  app.action(actionIds.noticeTakeBack, handovers.onTakeBack);
  app.action(actionIds.noticeExclusion, exclusions.onExclusion);
  app.action(actionIds.noticeGrant, exclusions.onGrant);
  app.action(actionIds.noticeDecline, exclusions.onDecline);
  app.action(actionIds.noticeBoard, createEscalationActions(services).onBoard);
  app.action(actionIds.noticeNudge, createNudgeActions(services).onNudgeAside);
  const outbox = createOutboxActions(services);
  app.action(actionIds.noticeRetry, outbox.onRetry);
  app.action(actionPattern(actionIds.outboxPage), outbox.onOutbox);
  app.action(actionPattern(actionIds.schedule), outbox.onSchedule);
  app.action(actionPattern(actionIds.scheduleLook), outbox.onLook);
  app.action(actionPattern(actionIds.noticeSteer), outbox.onSteer);
  app.view(callbackIds.noticeAbsence, absences.onAbsenceSent);
  app.view(callbackIds.noticeHandOver, handovers.onHandOverSent);
  app.view(callbackIds.noticeExclusion, exclusions.onExclusionSent);
  app.view(callbackIds.noticeDecline, exclusions.onDeclineSent);
}

/** 週報. */
function registerDigest(app: App, services: Services): void {
  const digest = createDigestActions(services);
  app.action(actionIds.digestOpen, digest.onOpen);
  app.action(actionPattern(actionIds.digestThread), digest.onThread);
  app.action(actionIds.digestNote, digest.onNote);
  app.action(actionIds.digestSend, digest.onSend);
  app.action(actionIds.digestSkip, digest.onSkip);
  app.action(actionIds.digestSettings, digest.onSettings);
  app.view(callbackIds.digestNote, digest.onNoteSent);
  app.view(callbackIds.digestSettings, digest.onSettingsSent);
}

export function createSlackApp(options: SlackAppOptions): SlackApp {
  const {
    botToken,
    transport,
    slackApiUrl,
    command,
    newerBlocks,
    dispatcher,
    answering,
    desk,
    noticeDesk,
    digest,
    viewContext,
    isOutage,
    onRefused,
    log,
  } = options;
  const clientOptions = interactionClient(slackApiUrl, log);
  const connection: Connection = createConnection(transport, { clientOptions, dispatcher, log });
  const identity = createIdentity(botToken, new WebClient(botToken, clientOptions), log);
  const app = new App({
    receiver: connection.receiver,
    authorize: identity.authorize,
    clientOptions,
    convoStore: false,
    logger: boltLogger(log),
  });
  const { wording } = viewContext();
  const once = createOnce(() => performance.now());
  const rim = createRim(log, wording, isOutage);
  const client = new WebClient(botToken, clientOptions);
  const homes = createHomes({
    draw: answering.home,
    publish: (user_id, blocks) => client.views.publish({ user_id, view: { type: 'home', blocks } }),
    newerBlocks,
    now: () => performance.now(),
    log,
  });
  app.use(ownWorkspaceOnly({ identity, rim, viewContext }));
  register(app, command, {
    answering,
    desk,
    noticeDesk,
    homes,
    digest,
    files: createFiles({ botToken, slackApiUrl, clientOptions }),
    viewContext,
    newerBlocks,
    once,
    rim,
    log,
  });

  const stopping = new AbortController();
  const idle = async (): Promise<void> => {
    await rim.idle();
    await homes.idle();
  };
  return {
    changed: homes.changed,
    start: async () => {
      await connection.start(onRefused);
      await identity.settle(stopping.signal);
      identity.watch(stopping.signal).catch(onRefused);
    },
    stop: async () => {
      stopping.abort();
      await connection.stop(idle);
    },
    idle,
    isReady: () => connection.isConnected() && identity.isSettled(),
    port: connection.port,
  };
}
