import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Reads the page's data again every so many milliseconds, while somebody is looking; never while the page is on its way
 * elsewhere, which would read twice what is said once.
 * @param everyMs null: not now
 */
export function useRefresh(everyMs: number | null): void {
  const { revalidate, state } = useRevalidator();
  const idle = useNavigation().state === "idle" && state === "idle";
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && idle) revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, revalidate, idle]);
}
