/** Subcommands whose answer depends on who asks. */
const screenIds = ['deadlines', 'report', 'round', 'export', 'roster', 'outbox', 'ledger', 'digest'] as const;
export type ScreenId = (typeof screenIds)[number];

/** What `/plan` understands, in the order of help. */
export const commandIds = ['search', 'number', 'question', 'section', 'kpi', 'history', ...screenIds, 'help'] as const;
export type CommandId = (typeof commandIds)[number];
