import { useFetchers, useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Where the focus was last, and what was around it, from the inside out. */
interface Place {
  element: HTMLElement;
  around: Element[];
}

/**
 * Focus goes to the heading after a move to another page. An action that takes away, hides or disables what had it, a
 * fetcher's too, leaves it at the nearest heading of what was around it: nobody is sent back to the top of a page.
 */
export function useFocusAfterMove(): void {
  const { pathname, hash } = useLocation();
  const navigates = useNavigation().state !== "idle";
  const idle = useFetchers().length === 0 && !navigates;
  const lastPath = useRef(pathname);
  const last = useRef<Place | null>(null);
  const worked = useRef(false);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = { element: target, around: ancestorsOf(target) };
    };
    // Whoever presses on nothing wants no focus.
    const forget = ({ target }: PointerEvent) => {
      if (target instanceof Element && !target.closest(FOCUSABLE)) last.current = null;
    };
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget);
    return () => {
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget);
    };
  }, []);
  useEffect(() => {
    if (!idle) {
      worked.current = true;
      return;
    }
    const moved = lastPath.current !== pathname && hash === "";
    lastPath.current = pathname;
    const placed = document.activeElement?.closest("main [role=alert], [role=alertdialog]");
    if (moved && !placed) focusHeading(document.getElementById("page-title"));
    else if (worked.current && last.current && document.activeElement === document.body) putBack(last.current);
    worked.current = false;
  }, [idle, pathname, hash]);
}

const FOCUSABLE = "a, button, input, select, textarea, summary, label, [tabindex]";

function ancestorsOf(element: Element): Element[] {
  const around: Element[] = [];
  for (let at = element.parentElement; at && at.id !== "main"; at = at.parentElement) around.push(at);
  return around;
}

function putBack({ element, around }: Place): void {
  if (element.isConnected) element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  const section = around.find((each) => each.isConnected && each.querySelector("h1, h2, h3"));
  focusHeading(section?.querySelector<HTMLElement>("h1, h2, h3") ?? document.getElementById("page-title"));
}

function focusHeading(heading: HTMLElement | null): void {
  const target = heading ?? document.getElementById("main");
  if (target && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  target?.focus({ preventScroll: true });
}
