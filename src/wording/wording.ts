/** wording/: every sentence the bot says, from the templates of prompts/messages, which a coordinator may edit. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type RenderOptions, type Template } from 'liquidjs';
import { LRUCache } from 'lru-cache';
import { escapeMrkdwn } from './escape.ts';
import type { MessageKey, Messages } from './messages.ts';
import { samples } from './samples.ts';

/** Renders messages. Values are escaped here and nowhere else. */
export interface Wording {
  /** For mrkdwn text objects. */
  mrkdwn<K extends MessageKey>(key: K, values: Messages[K]): string;
  /** For plain text objects, table cells and the terminal. */
  plain<K extends MessageKey>(key: K, values: Messages[K]): string;
}

/** All template faults at once; each line names the file's section and what is wrong with it. */
export class WordingError extends Error {
  override name = 'WordingError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** A message file is a row of sections: `## name`, then the template. Windows line ends and a BOM do no harm. */
function readSections(directory: string, faults: string[]): Map<string, string> {
  const sections = new Map<string, string>();
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.liquid'))) {
    const text = readFileSync(join(directory, file), 'utf8')
      .replace(/^\uFEFF/u, '')
      .replaceAll('\r\n', '\n');
    const [, ...parts] = text.split(/^## +/mu);
    for (const part of parts) {
      const [name = '', ...lines] = part.split('\n');
      const key = `${file.replace(/\.liquid$/u, '')}.${name.trim()}`;
      if (sections.has(key)) faults.push(`${key}: stands twice`);
      sections.set(key, lines.join('\n').trim());
    }
  }
  return sections;
}

/** Characters and items that the making of one message may take up: far more than any message may hold. */
const memoryLimit = 200_000;
/** Milliseconds that one message may take when the templates are checked; most take less than one. */
const renderLimit = 1_000;

/** Messages that are kept as they were rendered: some megabytes at most. */
const kept = 4_000;

function engine(outputEscape: (value: unknown) => string): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // Nothing is ever included: liquidjs would otherwise read any file below the working directory, .env among them.
    templates: {},
    // A loop that never ends would otherwise keep the bot from starting, or from ever answering again.
    memoryLimit,
    outputEscape,
  });
  // liquidjs lets `raw` bypass escaping; a template must not be able to.
  liquid.registerFilter('raw', () => {
    throw new Error('the filter «raw» is not allowed: values are always escaped');
  });
  return liquid;
}

/** Empty lines are layout of the template, not of the message. */
function tidy(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
    .trim();
}

/**
 * Reads all templates and renders each against its samples, unless they are known to be sound: then each is parsed when it is
 * first needed.
 * @throws WordingError when a template is missing, unknown, broken, uses an unknown variable or says nothing.
 */
export function loadWording(directory: string, { sound = false } = {}): Wording {
  const faults: string[] = [];
  let sections: Map<string, string>;
  try {
    sections = readSections(directory, faults);
  } catch (error) {
    throw new WordingError([`${directory}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  // Which of the two is being made: a template is parsed once for both, and rendered in one go.
  let way: 'mrkdwn' | 'plain' = 'mrkdwn';
  const liquid = engine((value) => {
    const text = String(value ?? '');
    return way === 'mrkdwn' ? escapeMrkdwn(text) : text;
  });
  const parsed = new Map<string, Template[]>();
  const templatesOf = (key: string): Template[] => {
    const text = sections.get(key);
    if (text === undefined) throw new Error('the template is missing');
    const templates = parsed.get(key) ?? liquid.parse(text);
    parsed.set(key, templates);
    return templates;
  };
  const render = (as: typeof way, key: string, values: object, limits: RenderOptions = {}): string => {
    const templates = templatesOf(key);
    way = as;
    return tidy(String(liquid.renderSync(templates, values, limits)));
  };
  const attempt = (key: string, action: () => void): void => {
    try {
      action();
    } catch (error) {
      const fault = `${key}: ${error instanceof Error ? error.message : String(error)}`;
      if (!faults.includes(fault)) faults.push(fault);
    }
  };
  const check = (): void => {
    for (const key of sections.keys()) {
      if (!(key in samples)) faults.push(`${key}: no message has this name`);
      attempt(key, () => templatesOf(key));
    }
    for (const [key, values] of Object.entries(samples)) {
      for (const sample of values) {
        attempt(key, () => {
          if (render('mrkdwn', key, sample, { renderLimit }) === '')
            throw new Error(`says nothing for ${JSON.stringify(sample)}`);
        });
      }
    }
  };
  if (!sound) check();
  if (faults.length > 0) throw new WordingError(faults);
  // Most of what is said has been said before: the words on buttons, the card of a measure. A message follows from its values alone.
  const said = new LRUCache<string, string>({ max: kept });
  const say = (way: 'mrkdwn' | 'plain', key: string, values: object): string => {
    const name = `${way} ${key} ${JSON.stringify(values)}`;
    const text = said.get(name) ?? render(way, key, values);
    said.set(name, text);
    return text;
  };
  return {
    mrkdwn: (key, values) => say('mrkdwn', key, values),
    plain: (key, values) => say('plain', key, values),
  };
}
