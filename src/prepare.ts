import type { Knowledge } from './knowledge.ts';
import { createCatalog } from './plan/catalog.ts';
import type { Prepared } from './prepared.ts';
import { readEntries } from './search/entry.ts';
import { gather } from './search/gather.ts';
import { readWords } from './search/read-words.ts';
import { isPacked, writePacked } from './text/dictionary/packed.ts';
import { loadDictionary } from './text/dictionary.ts';
import { createTokenise } from './text/tokenise.ts';

/**
 * The last step of the build: makes whatever is not there, or does not fit any more. The sentences have been checked.
 * @param read what data/ holds; null where it has faults, of which whoever needs it is told.
 */
export async function prepare(
  { dictionary, sentences, knowledge, index, words }: Prepared,
  read: Knowledge | null,
): Promise<void> {
  if (!(await isPacked(dictionary))) await writePacked(dictionary);
  if (sentences.read() === null) sentences.write('sound');
  if (read === null) return;
  if (knowledge.read() === null) knowledge.write(read);
  if (index.read() !== null && words.read() !== null) return;
  const { plans } = read;
  const tokenise = createTokenise(await loadDictionary(dictionary));
  index.write(await gather(readEntries(createCatalog(plans), tokenise)));
  words.write(await readWords(plans.words, tokenise));
}
