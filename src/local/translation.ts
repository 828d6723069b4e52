/** Two names of one thing: ours, which stays, and the simulated Slack's, which is new at every start. */
export interface Translation {
  learn(ours: string, theirs: string): void;
  toSlack(text: string): string;
  fromSlack(text: string): string;
}

/**
 * Exchanges ids in whole request and response bodies: a Slack id or ts is long and unlike anything else, in JSON and in forms.
 */
export function createTranslation(): Translation {
  const theirs = new Map<string, string>();
  const ours = new Map<string, string>();
  const anyId = /[UCDB][0-9A-Z]{9}|\d{10}\.\d{6}/gu;
  const through = (names: ReadonlyMap<string, string>, text: string): string =>
    text.replace(anyId, (id) => names.get(id) ?? id);
  return {
    learn(own, other) {
      theirs.set(own, other);
      ours.set(other, own);
    },
    toSlack: (text) => through(theirs, text),
    fromSlack: (text) => through(ours, text),
  };
}
