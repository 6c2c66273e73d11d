import { type RefObject, useEffect } from "react";

/** What the keys of a list do, for the page that says so. */
export const LIST_KEYS: readonly (readonly [string, string])[] = [
  ["j", "Next row"],
  ["k", "Row before"],
  ["Enter", "Open the row"],
  ["x", "Choose the row, or not"],
  ["Shift and a click", "Choose every row up to the one before"],
  ["/", "Search"],
  ["?", "These keys"],
];

/** Moves through a list's rows by keys: j, k and x; Enter opens what has focus by itself. `?` asks for help. */
export function useListKeys(list: RefObject<HTMLElement>, showHelp: () => void): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open], [role=dialog], [role=alertdialog]") || !list.current) return;
      if (event.key === "?") showHelp();
      else if (event.key === "j") move(list.current, 1);
      else if (event.key === "k") move(list.current, -1);
      else if (event.key === "x")
        currentRow(list.current)?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", handle);
    return () => document.removeEventListener("keydown", handle);
  }, [list, showHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isBox = target instanceof HTMLInputElement && ["checkbox", "radio", "button", "submit"].includes(target.type);
  return !isBox && target.matches("input, textarea, select, [contenteditable]");
}

const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>("tbody tr")];

const currentRow = (list: HTMLElement) => rowsOf(list).find((row) => row.contains(document.activeElement));

/** Focus goes to what a row is opened by. */
function move(list: HTMLElement, step: 1 | -1): void {
  const rows = rowsOf(list);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
  const target =
    next?.querySelector<HTMLElement>("[data-opens]") ??
    next?.querySelector<HTMLElement>("[data-primary] a") ??
    next?.querySelector<HTMLElement>("a, button, input");
  target?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
