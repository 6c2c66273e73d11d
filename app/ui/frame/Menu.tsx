import { useLocation } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";

interface MenuProps {
  /** What the closed menu shows. */
  label: ReactNode;
  summaryClass?: string;
  /** How the closed menu looks where it is a button: `buttonLook`. */
  look?: { className: string; "data-variant": string; "data-size": string };
  panelClass: string;
  className?: string;
  children: ReactNode;
}

/** A native disclosure that opens without scripts; with them it also closes on Escape, outside and after a move. */
export function Menu({ label, summaryClass, look, panelClass, className, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  const shownAt = useRef(key);
  useEffect(() => {
    // What was opened before the scripts arrived stays open.
    if (menu.current && shownAt.current !== key) menu.current.open = false;
    shownAt.current = key;
  }, [key]);
  useEffect(() => {
    const closeOutside = (event: Event) => {
      const element = menu.current;
      if (element?.open && event.target instanceof Node && !element.contains(event.target)) element.open = false;
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);
  useEffect(() => {
    const element = menu.current;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !element?.open) return;
      element.open = false;
      element.querySelector("summary")?.focus();
    };
    element?.addEventListener("keydown", closeOnEscape);
    return () => element?.removeEventListener("keydown", closeOnEscape);
  }, []);
  return (
    <details ref={menu} className={className}>
      <summary className={summaryClass} {...look}>
        {label}
      </summary>
      <div className={panelClass}>{children}</div>
    </details>
  );
}
