import type { PointerEvent } from "react";

/**
 * For buttons of rows that are tapped one after another: where an answer to an earlier tap moves the rows while this button is pressed,
 * the press is still this one's, and not lost between two places.
 */
export function holdPress({ currentTarget, pointerId }: PointerEvent): void {
  currentTarget.setPointerCapture(pointerId);
}
