const MOST_WORDS = 12;

/**
 * What a person typed, as a full-text query in which nothing is an operator: each word is quoted and must occur, the last
 * one may go on. Null when there is no word in it.
 */
export function matchExpression(typed: string): string | null {
  const words = typed
    .replaceAll("\0", " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
    .map((word) => `"${word.replaceAll('"', '""')}"`);
  return words.length === 0 ? null : `${words.join(" ")}*`;
}
