/** Characters of how something was paid, of all payments together. */
export const LONGEST_PAID_HOW = 300;

/** Characters of the former names that a page shows: some twenty lines. The frozen parameters have them all. */
export const LONGEST_FORMER_NAMES = 1_500;

/** Characters of one text of a growth plan, and the files of evidence that it names. */
export const LONGEST_PLAN_TEXT = 8_000;
export const MOST_PLAN_FILES = 10;

/** Parts in one line of at most so many characters: as many as fit, and how many more there are. */
export function joinWithin(parts: readonly string[], longest: number): string {
  for (let count = parts.length; count > 0; count -= 1) {
    const more = parts.length - count;
    const line = parts.slice(0, count).join("; ") + (more > 0 ? `; and ${more} more` : "");
    if (line.length <= longest) return line;
  }
  return parts.length === 0 ? "" : `${parts.join("; ").slice(0, longest - 1)}…`;
}
