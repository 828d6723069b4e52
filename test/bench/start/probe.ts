/** Loaded before a program (`--import`): notes when its event loop stood still, and tells its parent when it asks. */
import type { Block } from './started.ts';

/** Milliseconds between two looks. */
const beat = 5;
const blocks: Block[] = [];
let last = performance.now();
let spent = process.cpuUsage();

setInterval(() => {
  const now = performance.now();
  const { user, system } = process.cpuUsage(spent);
  // On a busy machine a process waits for its turn; that is no work of its own.
  const milliseconds = Math.min(now - last - beat, (user + system) / 1_000);
  if (milliseconds > beat) blocks.push({ until: performance.timeOrigin + now, milliseconds });
  last = now;
  spent = process.cpuUsage();
}, beat).unref();

process.on('message', () => process.send?.(blocks));
// Whether it is asked is no reason to go on.
process.channel?.unref();
