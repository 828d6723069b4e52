import { normalise } from '../text/normalise.ts';

/** Whether normalised text holds nothing but fillers, particles and punctuation, judged without a dictionary. */
export type IsFillerOnly = (text: string) => boolean;

export function createIsFillerOnly(fillers: readonly string[]): IsFillerOnly {
  const words = [...fillers, 'です', 'ます', 'か', 'の', 'は', 'を', 'が', 'に', 'で', 'と', 'って', 'も'].map(
    normalise,
  );
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return (text) => {
    let rest = text;
    for (const word of longestFirst) rest = rest.replaceAll(word, ' ');
    return !/[\p{L}\p{N}◎○△×]/u.test(rest);
  };
}
