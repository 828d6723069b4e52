/**
 * Slack's limits, once. Characters unless said otherwise.
 * Blocks and elements: https://docs.slack.dev/reference/block-kit/blocks, …/block-elements, …/composition-objects.
 */
export const limits = {
  messageBlocks: 50,
  /** Modals and the App Home. */
  viewBlocks: 100,
  /** Undocumented: a message whose blocks hold more than about 13,200 characters fails as msg_blocks_too_long. */
  messageCharacters: 10_000,
  /** A view may hold 250 kB: six bytes a character at worst, and what is typed into its fields beside it. */
  viewCharacters: 24_000,
  /** What one text field holds. */
  inputText: 3_000,
  inputLabel: 150,
  /** chat.update refuses longer top-level text; longer ones are never wanted. */
  messageText: 4_000,
  sectionText: 3_000,
  contextElements: 10,
  contextText: 3_000,
  headerText: 150,
  actionElements: 25,
  buttonText: 75,
  /** Buttons show about this much. */
  shownButtonText: 30,
  accessibilityLabel: 75,
  buttonValue: 2_000,
  actionId: 255,
  blockId: 255,
  selectOptions: 100,
  optionText: 75,
  optionValue: 75,
  placeholder: 150,
  inputHint: 2_000,
  /** What one text field holds. */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  viewTitle: 24,
  callbackId: 255,
  privateMetadata: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/data-table-block; newer pages say 201 rows and 20,000 characters. */
  tableRows: 101,
  tableColumns: 20,
  tableCharacters: 8_000,
  tablePageSize: 100,
  tableCaption: 300,
  /** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
  chartsPerMessage: 2,
  chartTitle: 50,
  chartLabel: 20,
  chartSeries: 6,
  chartPoints: 20,
} as const;

const ellipsis = '…';

/** Shortens plain text to a limit, between characters, with «…» at the end. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length + ellipsis.length > limit) break;
    kept += character;
  }
  return `${kept}${ellipsis}`;
}

/** Shortens mrkdwn, never inside an entity (&amp;) or a link or mention (<…>). */
export function shortenMrkdwn(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = shorten(text, limit).slice(0, -ellipsis.length);
  return `${kept.replace(/&[a-z]{0,4}$|<[^>]*$/u, '')}${ellipsis}`;
}
