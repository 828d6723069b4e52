const darkOnly = ':where([data-theme=dark],[data-theme=dark] *)';

/**
 * The stylesheet of slack-blocks-to-jsx for pages without its script: it holds for its class as well as for its id, which may
 * stand only once on a page, and its dark rules follow the system rather than an attribute that only its script sets. It
 * lies in a layer, so that blocks.css wins over it without counting ids.
 */
export function libraryStyle(original: string): string {
  const style = original.replaceAll('#slack_blocks_to_jsx', ':is(#slack_blocks_to_jsx,.slack_blocks_to_jsx)');
  return `@layer library {\n${style}\n@media (prefers-color-scheme: dark){\n${style.replaceAll(darkOnly, '')}\n}\n}\n`;
}
