import { median } from '../part.ts';

/** Milliseconds that some work takes once. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The medians of what each of some works takes, one after the other in turn, so that a busy machine is as busy for all of them. */
export async function inTurn(times: number, ...works: readonly (() => unknown)[]): Promise<number[]> {
  const taken = works.map((): number[] => []);
  // The first time is for the compiler.
  for (let turn = 0; turn <= times; turn += 1) {
    for (const [index, work] of works.entries()) {
      const milliseconds = await timed(work);
      if (turn > 0) taken[index]?.push(milliseconds);
    }
  }
  return taken.map(median);
}
