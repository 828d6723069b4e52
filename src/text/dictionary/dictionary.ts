import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji, { type IpadicFeatures, type Tokenizer } from 'kuromoji';

/** IPADIC as kuromoji holds it. */
export type Dictionary = Tokenizer<IpadicFeatures>;

/**
 * Loads the dictionary that comes with kuromoji; takes about half a second, mostly off the main thread.
 * @throws Error when a dictionary file is missing or damaged.
 */
export function loadDictionary(): Promise<Dictionary> {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, tokenizer) => {
      // On a failed load kuromoji hands over an error and a tokenizer that throws at first use.
      if (error) reject(error);
      else resolve(tokenizer);
    });
  });
}
