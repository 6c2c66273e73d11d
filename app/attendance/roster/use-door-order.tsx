import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { inDoorOrder } from "./door-order";

/** How long the list rests after a tap before rows go where they belong now. */
const REST_MS = 10_000;

/**
 * The rows in the order of the door. After a tap nothing moves until nobody has tapped for a while, or other words are
 * searched for: whoever taps down a list never hits the next person because a row went away.
 * @param rests what the rest begins anew with: the last taps, and the words that are searched for
 */
export function useDoorOrder<Row extends { personId: string }>(
  rows: readonly Row[],
  rankNow: (row: Row) => number,
  rests: { last: unknown; wanted: string },
): { row: Row; rank: number }[] {
  const now = new Map(rows.map((row) => [row.personId, rankNow(row)]));
  const [held, setHeld] = useState<ReadonlyMap<string, number>>(now);
  const [wanted, setWanted] = useState(rests.wanted);
  if (wanted !== rests.wanted) {
    setWanted(rests.wanted);
    setHeld(now);
  }
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  useEffect(() => {
    const timer = setTimeout(() => setHeld(latest.current), REST_MS);
    return () => clearTimeout(timer);
  }, [rests.last]);
  useFocusKept(held);
  return inDoorOrder(rows, rankNow, held);
}

/** A row that moves takes the focus along. */
function useFocusKept(moved: unknown): void {
  const focused = useRef("");
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) focused.current = event.target.id;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useLayoutEffect(() => {
    if (document.activeElement !== document.body || !focused.current.startsWith("tap-")) return;
    document.getElementById(focused.current)?.focus({ preventScroll: true });
  }, [moved]);
}
