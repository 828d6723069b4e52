import Libsql from 'libsql';
import { type ReadEntry, timesIn } from '../search/entry.ts';
import { type Form, formsOf, type Learnt, learnWords } from '../search/lexicon.ts';
import { inSlices } from '../search/slices.ts';
import { type Terms, termsOf } from '../search/terms.ts';
import { columns, commonKey, encoded, factsOf, keys, packed, schema, zoneBreak } from './layout.ts';

/** Counts in how many items each term stands, whatever the zone. */
function countTerms(counts: Map<string, number>, terms: readonly Terms[]): void {
  for (const kind of ['words', 'grams'] as const) {
    for (const term of new Set(terms.flatMap((zone) => zone[kind]))) {
      const key = commonKey(kind, term);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
}

function writeWords(database: Libsql.Database, learnt: Learnt): void {
  const ids = new Map([...learnt.words.values()].map((word, id) => [word, id]));
  const word = database.prepare('insert into words values (?, ?, ?, ?)');
  for (const [own, id] of ids) word.run(id, own.compact, own.printed, factsOf(own));
  const reading = database.prepare('insert into readings values (?, ?)');
  const form = database.prepare('insert into forms values (?, ?, ?, ?)');
  const forms = formsOf(learnt);
  for (const [text, own] of forms.reading) reading.run(text, ids.get(own) ?? 0);
  for (const kind of ['spelling', 'reading'] satisfies Form[]) {
    const texts = forms[kind].map(([text]) => text);
    const words = packed(Int32Array.from(forms[kind], ([, own]) => ids.get(own) ?? 0));
    const facts = packed(Int32Array.from(forms[kind], ([, own]) => factsOf(own)));
    form.run(kind, texts.join('\n'), words, facts);
  }
}

export interface Written {
  fingerprint: string;
  entries: Iterable<ReadEntry>;
  /** In how many items a term must stand for their number to be kept. */
  common: number;
}

/** Writes the whole index into a new file, in slices. */
export async function writeIndex(file: string, { fingerprint, entries, common }: Written): Promise<void> {
  const database = new Libsql(file);
  try {
    // Whatever is lost with the power is made again.
    database.pragma('journal_mode = off');
    database.pragma('synchronous = off');
    database.exec(`${schema} begin;`);
    const cells = [...columns.words, ...columns.grams];
    const places = database.prepare(
      `insert into terms (rowid, ${cells.join(', ')}) values (?, ${cells.map(() => '?').join(', ')})`,
    );
    const item = database.prepare('insert into items values (?, ?, ?, ?, ?, ?)');
    const learning = learnWords();
    const counts = new Map<string, number>();
    let position = 0;
    await inSlices(entries, (entry) => {
      const terms = termsOf(entry);
      const texts = (['words', 'grams'] as const).map((kind) => terms.map((zone) => zone[kind].map(encoded).join(' ')));
      places.run(position, ...texts.flat());
      const { years, months } = timesIn(entry);
      item.run(
        position,
        entry.compact.join(zoneBreak),
        entry.words.map((own) => [' ', ...own.map((word) => `${word} `)].join('')).join(zoneBreak),
        entry.lines.map((own) => own.join('\n')).join(zoneBreak),
        [...years].join(' '),
        [...months].join(' '),
      );
      learning.add(entry);
      countTerms(counts, terms);
      position += 1;
    });
    const often = database.prepare('insert into common values (?, ?)');
    for (const [term, held] of counts) if (held > common) often.run(term, held);
    writeWords(database, learning.learnt);
    database.prepare('insert into made values (?)').run(fingerprint);
    database.exec(`commit; ${keys}`);
  } finally {
    database.close();
  }
}
