/**
 * Overlapping pairs of characters of a word; the word itself where it is a single character.
 * They find a word inside a longer one that the dictionary does not cut (マイナンバー in マイナンバーカード).
 */
export function bigrams(word: string): string[] {
  const characters = Array.from(word);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
