import { normalise } from '../text/normalise.ts';

/** Whether normalised text holds nothing but fillers, particles and punctuation, judged without a dictionary. */
export type IsFillerOnly = (text: string) => boolean;

const particles = ['です', 'ます', 'って', 'の', 'は', 'を', 'が', 'に', 'で', 'と', 'も', 'か'];

export function createIsFillerOnly(fillers: readonly string[]): IsFillerOnly {
  const words = [...new Set([...fillers.map(normalise), ...particles])];
  const long = words.filter((word) => word.length > 1).toSorted((one, other) => other.length - one.length);
  const short = new Set(words.filter((word) => word.length === 1));
  return (text) => {
    let rest = text;
    for (const word of long) rest = rest.replaceAll(word, ' ');
    // A single character is a filler only where it stands alone: 人 is one, 個人番号 is none.
    const pieces = rest.split(/[^\p{L}\p{N}◎○△×]+|[のはをがにでともか]/u);
    return pieces.every((piece) => piece === '' || short.has(piece));
  };
}
