import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

/**
 * Reads the page's data again; never while the page is on its way elsewhere, which reads it anyway, and would lose what is
 * said only once.
 */
export function useReadAgain(): () => void {
  const { revalidate, state } = useRevalidator();
  const idle = useNavigation().state === "idle" && state === "idle";
  const isIdle = useRef(idle);
  useEffect(() => {
    isIdle.current = idle;
  }, [idle]);
  return useCallback(() => {
    if (isIdle.current) revalidate();
  }, [revalidate]);
}

/**
 * Reads the page's data again every so many milliseconds, while somebody is looking.
 * @param everyMs null: not now
 */
export function useRefresh(everyMs: number | null): void {
  const readAgain = useReadAgain();
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") readAgain();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, readAgain]);
}
