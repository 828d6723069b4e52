import { describe, expect, test } from 'vitest';
import type { MessageKey, Messages } from '../../src/wording/messages.ts';
import { samples } from '../../src/wording/samples.ts';
import { loadWording } from '../../src/wording/wording.ts';
import { messagesDirectory } from '../support/template-copy.ts';

const wording = loadWording(messagesDirectory);

const hostile = '<!channel> *x* `y` _z_ ~w~ & {{ 7|times:7 }} {% raw %}';
const harmless = 'ZZZ';
const escaped = '&lt;!channel&gt; ＊x＊ ｀y｀ ＿z＿ ～w～ &amp; {{ 7|times:7 }} {% raw %}';

type Way = 'mrkdwn' | 'plain';
interface Rendered {
  key: MessageKey;
  withHarmless: string;
  withHostile: string;
}

/** Every place of a text inside the values of a message. */
function textPlaces(value: unknown, here: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return [here];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textPlaces(inner, [...here, key]));
}

function withText<T extends object>(values: T, place: readonly string[], text: string): T {
  const copy = structuredClone(values);
  const parent = place
    .slice(0, -1)
    .reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : inner),
      copy,
    );
  if (typeof parent === 'object' && parent !== null) Reflect.set(parent, place.at(-1) ?? '', text);
  return copy;
}

const keys = Object.keys(samples) as MessageKey[];
const variants = keys.flatMap((key) =>
  samples[key].flatMap((sample: Messages[MessageKey]) => textPlaces(sample).map((place) => ({ key, sample, place }))),
);

/** Every message, with every one of its texts in turn replaced by a harmless and by a hostile one. */
function renderAll(way: Way): Rendered[] {
  return variants.map(({ key, sample, place }) => ({
    key,
    withHarmless: wording[way](key, withText(sample, place, harmless)),
    withHostile: wording[way](key, withText(sample, place, hostile)),
  }));
}

describe('a hostile value in any message', () => {
  test('stands in mrkdwn escaped, and changes nothing else of the sentence', () => {
    const wrong = renderAll('mrkdwn').filter(
      ({ withHarmless, withHostile }) => withHostile !== withHarmless.replaceAll(harmless, escaped),
    );
    expect(wrong).toEqual([]);
  });

  test('stands in plain text as it is, and is no template either', () => {
    const wrong = renderAll('plain').filter(
      ({ withHarmless, withHostile }) => withHostile !== withHarmless.replaceAll(harmless, hostile),
    );
    expect(wrong).toEqual([]);
  });

  test('is really shown: most messages that take text say it', () => {
    const saying = new Set(
      renderAll('plain').flatMap(({ key, withHarmless }) => (withHarmless.includes(harmless) ? [key] : [])),
    );
    const taking = new Set(variants.map(({ key }) => key));
    expect(saying.size).toBeGreaterThan(taking.size / 2);
  });
});
