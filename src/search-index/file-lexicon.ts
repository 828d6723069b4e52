import type Libsql from 'libsql';
import { z } from 'zod';
import { createSieve, type Form, type Lexicon, type Sieve, sift, type Word } from '../search/lexicon.ts';
import { readFacts, unpacked } from './layout.ts';

const formsSchema = z.tuple([z.string(), z.string(), z.string()]);
const wordSchema = z.tuple([z.string(), z.string(), z.int()]);

/** Every form of which a slip is understood, in one text, with the words they stand for. */
interface Forms {
  text: string;
  starts: Int32Array;
  words: Int32Array;
  facts: Int32Array;
  sieve: Sieve;
}

function wordOf(row: unknown): Word {
  const [compact, printed, facts] = wordSchema.parse(row);
  return { compact, printed, ...readFacts(facts) };
}

/** The words of a file. In memory is only what slips are sifted by: the letters of each word, and twenty bytes. */
export function openLexicon(database: Libsql.Database): Lexicon {
  const selectForms = database.prepare('select texts, words, facts from forms where kind = ?').raw();
  const selectKnown = database.prepare('select 1 from words where compact = ?').raw();
  const selectWord = database.prepare('select compact, printed, facts from words where id = ?').raw();
  const selectAlike = database
    .prepare(
      'select compact, printed, facts from readings join words on words.id = readings.word where reading = ? order by words.id',
    )
    .raw();
  const selectBegun = database
    .prepare('select compact, printed, facts from words where compact >= ? and compact < ? order by id')
    .raw();

  function formsOf(kind: Form): Forms {
    const [text, words, facts] = formsSchema.parse(selectForms.get(kind));
    const own = text.split('\n');
    const starts = new Int32Array(own.length + 1);
    for (const [index, form] of own.entries()) starts[index + 1] = (starts[index] ?? 0) + form.length + 1;
    return { text, starts, words: unpacked(words), facts: unpacked(facts), sieve: createSieve(own) };
  }
  const forms = { spelling: formsOf('spelling'), reading: formsOf('reading') };

  return {
    has: (compact) => selectKnown.get(compact) !== undefined,
    readAs: (reading) => selectAlike.all(reading).map(wordOf),
    begunWith: (letters) =>
      selectBegun
        .all(letters, `${letters}\uffff`)
        .map(wordOf)
        .filter(({ telling }) => telling),
    *like(typed, form, errors) {
      const { text, starts, words, facts, sieve } = forms[form];
      for (const index of sift(sieve, typed, errors)) {
        const own = text.slice(starts[index], (starts[index + 1] ?? 0) - 1);
        // Hundreds are like it, and one is the nearest: the others need not be read.
        const read = (): Word => wordOf(selectWord.get(words[index] ?? 0));
        yield [
          own,
          {
            ...readFacts(facts[index] ?? 0),
            get compact() {
              return read().compact;
            },
            get printed() {
              return read().printed;
            },
          },
        ];
      }
    },
  };
}
