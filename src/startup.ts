/** What every command reads before it does anything: sentences, settings, data. A fault ends the program, with all faults and what to do. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, readConfig } from './config.ts';
import { type Knowledge, type LoadedKnowledge, loadKnowledge } from './knowledge.ts';
import { faultDetail } from './plan/fault.ts';
import { openPrepared } from './prepared.ts';
import { loadWording, type Wording, WordingError } from './wording/wording.ts';

/** The folder that holds data/ and prompts/, above this file whether it runs compiled or not. */
function projectRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from));
}

/** The folder of the project. */
export const root = projectRoot(import.meta.dirname);
/** Where the bundle has written which program it is. */
const versionFile = join(import.meta.dirname, 'version');
/** What the build prepared. */
export const prepared = openPrepared(root, existsSync(versionFile) ? readFileSync(versionFile, 'utf8') : null);

/** Ends the program with a message for the operator and no stack. */
export function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** The sentences. They come first; without them a fault can only be told as it is. */
export function readSentences(): Wording {
  try {
    return loadWording(join(root, 'prompts', 'messages'), { sound: prepared.sentences.read() !== null });
  } catch (error) {
    if (error instanceof WordingError) return fail(['prompts/messages:', ...error.faults].join('\n  '));
    throw error;
  }
}

/** The settings. */
export function readSettings(wording: Wording): Config {
  const result = readConfig();
  if (result.ok) return result.config;
  const faults = result.faults.map((fault) => wording.plain('config.fault', fault));
  return fail([wording.plain('config.headline', { count: faults.length }), ...faults].join('\n'));
}

/** What data/ holds, or its faults: as it was prepared, or read anew. */
export function findData(): LoadedKnowledge {
  const kept = prepared.knowledge.read();
  return kept === null ? loadKnowledge(join(root, 'data')) : { ok: true, knowledge: kept };
}

/** What data/ holds. */
export function readData(wording: Wording): Knowledge {
  const read = findData();
  if (read.ok) return read.knowledge;
  const faults = read.faults.map(({ expected, ...place }) =>
    wording.plain('data.fault', { ...place, code: expected.code, detail: faultDetail(expected) }),
  );
  return fail([wording.plain('data.headline', { count: faults.length }), ...faults].join('\n'));
}
