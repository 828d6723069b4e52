/** At least one set of values for every message of a list. */
export type SamplesOf<M> = { [K in keyof M]: readonly [M[K], ...M[K][]] };

/** The sample of a message that is given nothing. */
export const nothing = [{}] as const;

/** Turns a list of values of one variable into samples of it. */
export function each<const T, U>(values: readonly [T, ...T[]], make: (value: T) => U): [U, ...U[]] {
  const [first, ...rest] = values;
  return [make(first), ...rest.map(make)];
}
