/** ask/: what `/plan` understands. Text goes in, an `Answer` comes out; nothing here knows Slack or a database. */
import { LRUCache } from 'lru-cache';
import { readPrinted } from '../search/number.ts';
import { cut, longestQuestion, normalise } from '../text/normalise.ts';
import type { Answer, Answered } from './answer.ts';
import type { CommandId, ScreenId } from './command-id.ts';
import type { AskCommand, AskContext } from './context.ts';
import { askFind } from './find.ts';
import { askHistory } from './history.ts';
import { askKpi } from './kpi.ts';
import { askSection } from './section.ts';

interface Command {
  id: CommandId;
  /** First words that choose it, in either language; none for what is understood without a word. */
  words: readonly string[];
  ask: AskCommand;
}

/** What depends on who asks is answered where that is known. */
function screen(id: ScreenId): AskCommand {
  return async (words) => ({ kind: 'screen', question: words, items: [], screen: id, words });
}

/** Everything `/plan` understands, in the order of help. A new subcommand is a file and a line here. */
const commands: readonly Command[] = [
  { id: 'search', words: [], ask: askFind },
  { id: 'number', words: [], ask: askFind },
  { id: 'question', words: [], ask: askFind },
  { id: 'section', words: ['担当', 'section'], ask: askSection },
  { id: 'kpi', words: ['指標', 'kpi'], ask: askKpi },
  { id: 'history', words: ['系譜', 'history'], ask: askHistory },
  { id: 'deadlines', words: ['期限', 'deadlines'], ask: screen('deadlines') },
  { id: 'report', words: ['報告', 'report'], ask: screen('report') },
  { id: 'round', words: ['照会', 'round'], ask: screen('round') },
  { id: 'export', words: ['出力', 'export', 'excel'], ask: screen('export') },
  { id: 'roster', words: ['名簿', 'roster'], ask: screen('roster') },
  { id: 'outbox', words: ['送信記録', 'outbox'], ask: screen('outbox') },
  { id: 'ledger', words: ['記録', 'ledger'], ask: screen('ledger') },
  { id: 'digest', words: ['週報', 'digest'], ask: screen('digest') },
  { id: 'help', words: ['help', '使い方', 'ヘルプ', '?'], ask: async (words) => help(words) },
];

/** Help asked for in a sentence: 使い方を教えて, 何ができる？ */
const asksForHelp =
  /^(?:使い方|使いかた|つかいかた|ヘルプ|help|何ができ|なにができ|できること)(?:を|は|って|る|ます|の)*(?:教えて|知りたい|何|ください)*[?。!]*$/u;

function help(question: string): Answer {
  return { kind: 'help', question, items: [], commands: commands.map(({ id }) => id) };
}

/** As much of a text as is read as a question. */
export function cutQuestion(text: string): string {
  return cut(text, longestQuestion);
}

export type Ask = (text: string) => Promise<Answered>;

/** Answers that are kept: whoever turns a page, opens details or shares asks the same again, and so do others of the same meeting. */
const kept = 500;

/** Answers a line as it was typed; never throws for what a person may type. The plans do not change while the program runs. */
export function createAsk(parts: Omit<AskContext, 'numbered'>): Ask {
  const numbered = parts.catalog.items.flatMap((item) =>
    item.number === null ? [] : [{ item, printed: readPrinted(item.number) }],
  );
  const context: AskContext = { ...parts, numbered };
  const answers = new LRUCache<string, Answered>({ max: kept });

  async function answer(words: string): Promise<Answer> {
    if (words === '') return help('');
    const [first = '', ...rest] = words.split(' ');
    if (asksForHelp.test(words)) return help(words);
    const command = commands.find((one) => one.words.includes(first));
    return command ? command.ask(rest.join(' '), context) : askFind(words, context);
  }
  return async (text) => {
    const known = answers.get(text);
    if (known) return known;
    const read = cutQuestion(text);
    const found = { ...(await answer(normalise(read))), shortenedTo: read === text ? null : longestQuestion };
    answers.set(text, found);
    return found;
  };
}
