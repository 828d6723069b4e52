import { escapeFallback } from '../wording/escape.ts';
import type { AnyBlock, Part, Surface } from './blocks.ts';
import { limits, shortenMrkdwn } from './limits.ts';

/** What a view says before it is laid out for a surface. */
export interface View {
  /** A full sentence: notifications and screen readers have nothing else. Plain text. */
  text: string;
  parts: readonly Part[];
}

export interface LaidOut {
  text: string;
  blocks: AnyBlock[];
}

interface LayOutOptions {
  surface: Surface;
  /** Whether Slack's newer blocks may be used; without them every part shows its fallback. */
  newerBlocks: boolean;
}

/** Characters of text a part of a block holds. */
function charactersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  const own = 'text' in value && typeof value.text === 'string' ? value.text.length : 0;
  return inner.reduce<number>((sum, one) => sum + charactersOf(one), own);
}

/** Blocks never change, and those of answers that many ask for are laid out again and again. */
const counted = new WeakMap<AnyBlock, number>();

/** Characters of text a block holds, as Slack's hidden total counts them. */
function characters(block: AnyBlock): number {
  const count = counted.get(block) ?? charactersOf(block);
  counted.set(block, count);
  return count;
}

/**
 * The only way from a view to what Slack receives: chooses newer blocks or their fallbacks
 * and keeps within the surface's totals, dropping from the end what does not fit.
 */
export function layOut(view: View, { surface, newerBlocks }: LayOutOptions): LaidOut {
  const mostBlocks = surface === 'message' ? limits.messageBlocks : limits.viewBlocks;
  const mostCharacters = surface === 'message' ? limits.messageCharacters : limits.viewCharacters;
  const text = shortenMrkdwn(escapeFallback(view.text), limits.messageText);
  const blocks: AnyBlock[] = [];
  let total = 0;
  let charts = 0;
  for (const part of view.parts) {
    let own: readonly AnyBlock[];
    if (!('newer' in part)) own = [part];
    else {
      const isChart = part.newer.type === 'data_visualization';
      const allowed = newerBlocks && part.surfaces.includes(surface) && !(isChart && charts >= limits.chartsPerMessage);
      if (allowed && isChart) charts += 1;
      own = allowed ? [part.newer] : part.fallback;
    }
    for (const block of own) {
      total += characters(block);
      if (blocks.length >= mostBlocks || total > mostCharacters) return { text, blocks };
      blocks.push(block);
    }
  }
  return { text, blocks };
}
