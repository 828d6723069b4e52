/** bench/: how fast the bot is beside what else there is, and how it grows. Every part measures both sides in one run, so that its ratios hold on any machine. */

/** `short` is for the gate: a few seconds a part, on a machine that may be busy. `full` is what the README shows. */
export type Effort = 'short' | 'full';

/** What we take beside what something else takes; both are medians of the same run. */
export interface Ratio {
  /** Unique in its part; the row by which the README and the gate know it. */
  name: string;
  /** What ours is set against. */
  against: string;
  ours: number;
  other: number;
  unit: 'ms' | 'MB' | 'µs' | '1/s' | 'nDCG';
  /** Whether less of it is better, as of time, or more, as of answers a second. */
  better: 'lower' | 'higher';
  /** What ours / other is to stay under (over, where higher is better); null where it only informs. */
  goal: number | null;
}

/** A figure that stands for itself, as the size of an index; of this machine only. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it is to stay under, in the same unit; null where it only informs. */
  goal: number | null;
}

export interface Measured {
  ratios: readonly Ratio[];
  figures: readonly Figure[];
}

/** A part of the benchmark. Tells on standard error how far it is, where that takes long. */
export type Measure = (effort: Effort) => Promise<Measured>;

/** The middle of what was measured; the upper one of two. @throws RangeError when nothing was. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share of what was measured lies. @throws RangeError when nothing was. */
export function quantile(values: readonly number[], share: number): number {
  const value = values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ];
  if (value === undefined) throw new RangeError('nothing was measured');
  return value;
}
