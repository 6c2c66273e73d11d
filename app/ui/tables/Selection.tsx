import { useEffect, useRef, useState } from "react";
import { plural } from "~/platform/format";
import { matchingInWords } from "~/platform/lists/list-limit";

interface Source {
  /** The id of the form that the boxes belong to. */
  form: string;
  name: string;
}

function findBoxes({ form, name }: Source): HTMLInputElement[] {
  const all = document.querySelectorAll<HTMLInputElement>('input[type="checkbox"][form]');
  return [...all].filter((box) => box.getAttribute("form") === form && box.name === name);
}

/** Counts the ticked boxes of a table, as they change. */
export function useTicked({ form, name }: Source) {
  const [ticked, setTicked] = useState({ count: 0, total: 0 });
  // Rows also come and go without a change of any box: when the page's data is read again.
  useEffect(() => {
    const count = () => {
      const boxes = findBoxes({ form, name });
      const found = { count: boxes.filter((box) => box.checked).length, total: boxes.length };
      setTicked((before) => (before.count === found.count && before.total === found.total ? before : found));
    };
    count();
    document.addEventListener("change", count);
    return () => document.removeEventListener("change", count);
  });
  return ticked;
}

/** With shift, a click ticks or clears every row from the one that was clicked before. */
function useShiftRange({ form, name }: Source) {
  const last = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    const handle = (event: MouseEvent) => {
      const boxes = findBoxes({ form, name });
      const clicked = boxes.find((box) => box === event.target);
      if (!clicked) return;
      const from = last.current ? boxes.indexOf(last.current) : -1;
      if (event.shiftKey && from >= 0) {
        const [low, high] = [from, boxes.indexOf(clicked)].sort((a, b) => a - b) as [number, number];
        for (const box of boxes.slice(low, high + 1)) box.checked = clicked.checked;
      }
      last.current = clicked;
    };
    document.addEventListener("click", handle);
    return () => document.removeEventListener("click", handle);
  }, [form, name]);
}

/** Ticks or clears every row; appears only where scripts run. */
export function SelectAll({ form, name, label, visible }: Source & { label: string; visible?: boolean }) {
  const { count, total } = useTicked({ form, name });
  useShiftRange({ form, name });
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && count < total;
  }, [count, total]);
  const setAll = (checked: boolean) => {
    for (const row of findBoxes({ form, name })) row.checked = checked;
    document.dispatchEvent(new Event("change"));
  };
  return (
    <label
      className={`hidden items-center gap-2 align-middle scripted:inline-flex ${visible ? "min-h-11" : "-my-3 size-11 justify-center"}`}
    >
      <input
        ref={box}
        type="checkbox"
        checked={total > 0 && count === total}
        onChange={(event) => setAll(event.currentTarget.checked)}
        className="size-5"
      />
      <span className={visible ? "" : "sr-only"}>{label}</span>
    </label>
  );
}

/** How many rows are ticked, spoken as it changes: "3 claims selected". */
export function SelectedCount({ form, name, noun, nouns }: Source & { noun: string; nouns?: string }) {
  const { count } = useTicked({ form, name });
  return (
    <span role="status" className="no-print hidden text-soft tabular-nums scripted:inline">
      {plural(count, noun, nouns)} selected
    </span>
  );
}

/** Once every row in sight is ticked: takes those on the other pages, too. Posts `matching`, and nothing without it. */
export function AllMatching({
  form,
  name,
  total,
  noun,
  nouns,
}: Source & { total: number; noun: string; nouns?: string }) {
  const ticked = useTicked({ form, name });
  if (ticked.count === 0 || ticked.count < ticked.total) return null;
  return (
    <label className="inline-flex min-h-11 items-center gap-2 pointer-fine:min-h-0">
      <input type="checkbox" name="matching" value="1" form={form} className="size-5" />
      {matchingInWords(total, { noun, ...(nouns ? { nouns } : {}) })}
    </label>
  );
}

/** How many rows are ticked, within the label of a button: "Confirm 3". Nothing while none is, or without scripts. */
export function TickedNumber(source: Source) {
  const { count } = useTicked(source);
  return count > 0 ? <span className="tabular-nums">{count.toLocaleString("en-US")}</span> : null;
}
