import type { Catalog } from '../plan/catalog.ts';
import type { Evidence } from './evidence.ts';
import { tellingWorth } from './match.ts';

/** Positions in the catalog's order, which settles what nothing else does. */
function inOrder(positions: Iterable<number>): Int32Array {
  return Int32Array.from(positions).sort();
}

/** The items of which some evidence holds something; all of them where nothing but filters was asked. */
export function holdingSome(
  evidence: readonly Evidence[],
  whole: Iterable<number>,
  { items }: Catalog,
): Iterable<number> {
  if (evidence.length === 0) return items.keys();
  const some = new Set(whole);
  for (const { held, partly } of evidence) {
    for (const position of held.keys()) some.add(position);
    for (const position of partly().keys()) some.add(position);
  }
  return inOrder(some);
}

/** More than a mention in the text. */
function tells({ held }: Evidence, position: number): boolean {
  return (held.get(position)?.worth ?? 0) > tellingWorth;
}

/** Tells of an item whether it holds every noun; and where there is only one, something of what shades it: パソコンが動かない is not about パソコン alone. */
export function wholeness(evidence: readonly Evidence[]): (position: number) => boolean {
  const nouns = evidence.filter(({ concept }) => !concept.shading);
  const shading = evidence.filter(({ concept }) => concept.shading);
  return (position) => {
    const named = nouns.every(({ held }) => held.has(position));
    if (!named || nouns.length >= 2 || shading.length === 0) return named;
    const shades = shading.some(({ held }) => held.has(position));
    return shades && (nouns.length === 0 || nouns.some((one) => tells(one, position)));
  };
}

/** The items that answer the whole question, looked for among those that hold its rarest noun. */
export function holdingAll(evidence: readonly Evidence[], filtered: () => readonly number[]): Int32Array | [] {
  const isWhole = wholeness(evidence);
  const nouns = evidence.filter(({ concept }) => !concept.shading);
  const [rarest = evidence[0]] = nouns.toSorted((one, other) => one.held.size - other.held.size);
  if (!rarest) return [];
  const named = [...rarest.held.keys()];
  // Of what nearly every item holds only some are named: perhaps none of those that the filters let through.
  const some = rarest.namesAll ? named : new Set([...named, ...filtered()]);
  return inOrder([...some].filter(isWhole));
}
