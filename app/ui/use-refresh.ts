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

/**
 * Reads the page's data again once a small answer differs from what the page was made of, while somebody is looking. The
 * pages that are open at the same time ask at different ones.
 * @param address answers with the mark of what is there now, as text
 */
export function useRefreshOnChange(address: string, mark: string, everyMs: number): void {
  const readAgain = useReadAgain();
  useEffect(() => {
    let timer: number;
    const ask = async () => {
      if (document.visibilityState === "visible") {
        const now = await fetch(address).then(
          (answer) => (answer.ok ? answer.text() : null),
          () => null,
        );
        if (now !== null && now !== mark) readAgain();
      }
      plan();
    };
    const plan = () => (timer = window.setTimeout(() => void ask(), everyMs * (0.75 + Math.random() / 2)));
    plan();
    return () => window.clearTimeout(timer);
  }, [address, mark, everyMs, readAgain]);
}
