const WORDS = "Something went wrong. If you ask for help, give this reference: ";

/** What is answered when something goes wrong that nobody foresaw: words, and the reference under which the log has it. */
export const failureText = (reference: string): string => WORDS + reference;

/** The reference in such an answer; null in any other. */
export function referenceIn(answer: unknown): string | null {
  return typeof answer === "string" && answer.startsWith(WORDS) ? answer.slice(WORDS.length) : null;
}
