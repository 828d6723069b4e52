/** What `/plan` understands, in the order of help. */
export const commandIds = ['search', 'number', 'question', 'section', 'kpi', 'history', 'help'] as const;
export type CommandId = (typeof commandIds)[number];
