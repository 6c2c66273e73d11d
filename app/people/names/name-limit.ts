/** Characters of each part of a name, in every form, list and document. */
export const LONGEST_NAME = 120;

/** Characters of first and last name together, with the space between them. */
export const LONGEST_FULL_NAME = 2 * LONGEST_NAME + 1;

/** Why a part of a name cannot be kept; null where it can. */
export function personNameFault(name: string): string | null {
  if (name.length <= LONGEST_NAME) return null;
  return `“${name.slice(0, 40)}…” is longer than the ${LONGEST_NAME} characters that a name may have.`;
}

/** How many former names a document shows: the newest. */
export const MOST_FORMER_NAMES = 20;

/** How many instructors a line of a document names before it counts the others. */
export const MOST_INSTRUCTORS_NAMED = 5;

/** Names in one line: the first ones, and how many more there are. */
export function namesInShort(names: readonly string[]): string {
  const more = names.length - MOST_INSTRUCTORS_NAMED;
  if (more <= 0) return names.join(", ");
  return `${names.slice(0, MOST_INSTRUCTORS_NAMED).join(", ")} and ${more} more`;
}
