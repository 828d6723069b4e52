/** Loaded before a program (`--import`): notes when its event loop stood still, and tells its parent when it asks. */
import type { Block } from './started.ts';

/** Milliseconds between two looks. */
const beat = 5;
const blocks: Block[] = [];
let last = performance.now();

setInterval(() => {
  const now = performance.now();
  if (now - last > 2 * beat) blocks.push({ until: performance.timeOrigin + now, milliseconds: now - last - beat });
  last = now;
}, beat).unref();

process.on('message', () => process.send?.(blocks));
// Whether it is asked is no reason to go on.
process.channel?.unref();
