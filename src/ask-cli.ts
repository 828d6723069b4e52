import { createInterface } from 'node:readline/promises';
import type { Answered } from './ask/answer.ts';
import type { Ask } from './ask/ask.ts';

/** Items a JSON line lists at most. */
const mostItems = 50;

interface AskCliOptions {
  ask: Ask;
  /** An answer as text for people. */
  show: (answer: Answered) => string;
  words: readonly string[];
  json: boolean;
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/** One answer as the JSON line of the command-line contract. */
function answerJson(query: string, answer: Answered): string {
  return JSON.stringify({
    query,
    kind: answer.kind,
    items: answer.items.slice(0, mostItems),
    none: answer.kind === 'none',
    suggestions: answer.kind === 'none' ? answer.suggestions.map(({ id }) => id) : [],
  });
}

/** `npm run ask`: answers the words given, or one question a line from standard input when they are «-». */
export async function runAskCli({ ask, show, words, json, input, output }: AskCliOptions): Promise<void> {
  const print = async (query: string): Promise<void> => {
    const answer = await ask(query);
    output.write(`${json ? answerJson(query, answer) : show(answer)}\n`);
  };
  if (words.length === 1 && words[0] === '-') {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) await print(line);
  } else {
    await print(words.join(' '));
  }
}
