import { join } from 'node:path';
import { commandIds } from '../../src/ask/command-id.ts';
import { loadWording } from '../../src/wording/wording.ts';

const begin = '<!-- commands: npm run readme -->';
const end = '<!-- /commands -->';

/** The README's part about what `/plan` understands, from the same messages that `/plan help` shows. */
function commandTable(): string {
  const wording = loadWording(join(process.cwd(), 'prompts', 'messages'));
  const rows = commandIds.map((id) => {
    const [first = '', ...rest] = wording.plain('help.command', { id, command: '/plan' }).split('\n');
    const [, name = '', examples = ''] = /^\*(.+?)\*　(.*)$/u.exec(first) ?? [];
    return `| ${name} | ${examples.replaceAll('　', '<br>')} | ${rest.join(' ')} |`;
  });
  return ['| | 入力 | 説明 |', '|---|---|---|', ...rows].join('\n');
}

/** The README with its table drawn anew. @throws Error when the README has lost the place for it. */
export function withTable(readme: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from === -1 || to === -1) throw new Error(`README.md has no «${begin}» … «${end}»`);
  return `${readme.slice(0, from)}${begin}\n\n${commandTable()}\n\n${readme.slice(to)}`;
}
