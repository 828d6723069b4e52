/** The actions a reader can take, by the ids that buttons carry and the Slack app listens to. */
export const actionIds = {
  /** Value: a question; the answer takes the place of the one shown, or opens in a modal from the App Home. */
  ask: 'ask',
  /** Value: a question and where its page begins. */
  page: 'page',
  /** Value: an item's id; opens its details. */
  showItem: 'show-item',
  /** Value: a question or an item's id; posts the answer to the conversation. */
  share: 'share',
  /** In the modal: the conversation to share with. */
  shareWith: 'share-with',
  /** Value: a section's id, chosen from a list. */
  chooseSection: 'choose-section',
  /** Value: what was lacking; asks the coordinators for help. */
  plead: 'plead',
  /** Reports. Value of each: round, section and the version the reader is looking at. */
  reportFill: 'report-fill',
  reportLook: 'report-look',
  reportConfirm: 'report-confirm',
  reportAccept: 'report-accept',
  reportReturn: 'report-return',
  reportReopen: 'report-reopen',
  reportApprove: 'report-approve',
  /** In the form: any field of any KPI, told apart by its block. */
  reportField: 'report-field',
  /** In the form: to the step before. */
  reportBack: 'report-back',
  /** Files. Value: a round, or none, and what of it; sends a file. */
  transferGet: 'transfer-get',
  /** Value of the others: a file that was sent; applies what it says, or its good rows, or the roster it holds. */
  transferApply: 'transfer-apply',
  transferApplyRest: 'transfer-apply-rest',
  transferApplyRoster: 'transfer-apply-roster',
  transferCancel: 'transfer-cancel',
  /** Rounds, roster and ledger; what each carries stands in desk/desk-values.ts. */
  boards: 'boards',
  board: 'board',
  boardStage: 'board-stage',
  roundNew: 'round-new',
  roundPlan: 'round-plan',
  roundBack: 'round-back',
  roundSave: 'round-save',
  roundDo: 'round-do',
  roundExtend: 'round-extend',
  roundDue: 'round-due',
  roundExclude: 'round-exclude',
  roundInclude: 'round-include',
  nudge: 'nudge',
  rosterPage: 'roster-page',
  rosterEdit: 'roster-edit',
  rosterConfirm: 'roster-confirm',
  ledgerPage: 'ledger-page',
  /** What people do about notices; what each carries stands in notice/notice-values.ts. */
  noticeSnooze: 'notice-snooze',
  noticeHandOver: 'notice-hand-over',
  noticeTakeBack: 'notice-take-back',
  noticeExclusion: 'notice-exclusion',
  noticeAbsence: 'notice-absence',
  noticePresent: 'notice-present',
  noticeWhy: 'notice-why',
  noticeAll: 'notice-all',
  noticeBoard: 'notice-board',
  noticeNudge: 'notice-nudge',
  noticeGrant: 'notice-grant',
  noticeDecline: 'notice-decline',
  noticeRetry: 'notice-retry',
  /** 送信記録 and what is to come; see notice/outbox-values.ts. */
  outboxPage: 'outbox-page',
  schedule: 'schedule',
  scheduleLook: 'schedule-look',
  noticeSteer: 'notice-steer',
  /** 週報; what each carries stands in digest/digest-values.ts. */
  digestOpen: 'digest-open',
  digestThread: 'digest-thread',
  digestNote: 'digest-note',
  digestSend: 'digest-send',
  digestSkip: 'digest-skip',
  digestSettings: 'digest-settings',
} as const;

export type ActionId = (typeof actionIds)[keyof typeof actionIds];

/** Ids within one block must differ: the n-th button of a kind is `ask:n`. */
export function numbered(id: ActionId, index: number): string {
  return `${id}:${index}`;
}

/** The action id without its number: what it is listened to by. */
export function routeOf(id: string): string {
  return id.replace(/:\d+$/u, '');
}

export const callbackIds = {
  /** The message shortcut «計画ナビで調べる». */
  lookUp: 'look-up',
  /** The modal that shows an answer. */
  answer: 'answer',
  /** The form of a report; its metadata holds round, section, version and step. */
  reportForm: 'report-form',
  /** Why a report goes back. */
  reportReason: 'report-reason',
  /** 決裁日, 決裁権者, 文書番号. */
  reportApproval: 'report-approval',
  /** What is only read. */
  reportPage: 'report-page',
  /** What a coordinator reads in a modal; nothing is submitted. */
  deskScreen: 'desk-screen',
  roundForm: 'round-form',
  roundPreview: 'round-preview',
  roundExtend: 'round-extend',
  roundExclude: 'round-exclude',
  roundInclude: 'round-include',
  rosterEntry: 'roster-entry',
  noticeHandOver: 'notice-hand-over',
  noticeExclusion: 'notice-exclusion',
  noticeAbsence: 'notice-absence',
  noticeDecline: 'notice-decline',
  digestNote: 'digest-note',
  digestSettings: 'digest-settings',
} as const;

export type CallbackId = (typeof callbackIds)[keyof typeof callbackIds];
