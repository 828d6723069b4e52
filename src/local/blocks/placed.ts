import { z } from 'zod';
import { type Element, elementSchema } from './elements.ts';

/** An interactive element and the block it stands in. */
export interface PlacedElement {
  blockId: string;
  element: Element;
}

const holderSchema = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  element: z.unknown().optional(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
});

/** Where each kind of block keeps its elements. */
function inside({ type, element, elements, accessory }: z.infer<typeof holderSchema>): readonly unknown[] {
  if (type === 'input') return [element];
  if (type === 'actions') return elements ?? [];
  return type === 'section' ? [accessory] : [];
}

/** All interactive elements of blocks, from top to bottom; what cannot be read is left out. */
export function placedElements(blocks: readonly unknown[]): PlacedElement[] {
  return blocks.flatMap((block) => {
    const holder = holderSchema.safeParse(block).data;
    if (!holder) return [];
    return inside(holder).flatMap((one) => {
      const element = elementSchema.safeParse(one).data;
      return element ? [{ blockId: holder.block_id ?? '', element }] : [];
    });
  });
}

/** The interactive element that a page names; null if it names none. */
export function elementAt(blocks: readonly unknown[], blockId: string, actionId: string): PlacedElement | null {
  return placedElements(blocks).find((one) => one.blockId === blockId && one.element.action_id === actionId) ?? null;
}

/**
 * Gives every block that lacks one a block_id unique in the list, always the same for the same list, as Slack does on receipt.
 * What is no object stays as it is.
 */
export function withBlockIds(blocks: readonly unknown[]): unknown[] {
  const isObject = (block: unknown): block is object => typeof block === 'object' && block !== null;
  const idOf = (block: object): string | null =>
    'block_id' in block && typeof block.block_id === 'string' && block.block_id !== '' ? block.block_id : null;
  const taken = new Set(blocks.filter(isObject).map(idOf));
  return blocks.map((block, index) => {
    if (!isObject(block) || Array.isArray(block) || idOf(block) !== null) return block;
    let made = `block-${index + 1}`;
    while (taken.has(made)) made += '-';
    taken.add(made);
    return { ...block, block_id: made };
  });
}
