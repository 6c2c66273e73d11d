/** A code that has been out of sight for so long is shown anew, milliseconds. */
export const OUT_OF_SIGHT_MS = 2_000;

/** The code that a camera sees or saw last. */
export interface Sight {
  text: string;
  /** When it was last seen, epoch milliseconds. */
  at: number;
}

/**
 * Whether a code that a camera sees has just been shown to it: the same one again, picture by picture, is one showing. A camera
 * that sees two codes at once takes both, one after the other.
 */
export const isNewSight = (last: Sight | null, seen: Sight): boolean =>
  last === null || last.text !== seen.text || seen.at - last.at >= OUT_OF_SIGHT_MS;
