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
  nudge: 'nudge',
  /** A section's report, which the section's side shows. */
  reportSheet: 'report-sheet',
  rosterPage: 'roster-page',
  rosterEdit: 'roster-edit',
  rosterConfirm: 'roster-confirm',
  ledgerPage: 'ledger-page',
} as const;

export type ActionId = (typeof actionIds)[keyof typeof actionIds];

/** Ids within one block must differ: the n-th button of a kind is `ask:n`. */
export function numbered(id: ActionId, index: number): string {
  return `${id}:${index}`;
}

/** Matches an action id with or without its number. */
export function actionPattern(id: ActionId): RegExp {
  return new RegExp(`^${id}(?::\\d+)?$`, 'u');
}

export const callbackIds = {
  /** The message shortcut «計画ナビで調べる». */
  lookUp: 'look-up',
  /** The modal that shows an answer. */
  answer: 'answer',
  /** What a coordinator reads in a modal; nothing is submitted. */
  deskScreen: 'desk-screen',
  roundForm: 'round-form',
  roundPreview: 'round-preview',
  roundExtend: 'round-extend',
  roundExclude: 'round-exclude',
  rosterEntry: 'roster-entry',
} as const;
