import { useEffect } from "react";
import { type Field, isTick, sentValue, typeInto, valueIn } from "./form-text";

/** Fields that differ from what the server sent before the page's scripts hear of it: what was typed, or that files were chosen. */
const early = new Map<Field, string | null>();

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

const holdsFiles = (field: Field): boolean => field instanceof HTMLInputElement && field.type === "file";

function remember({ target }: Event): void {
  if (isField(target)) early.set(target, valueIn(target));
}

/**
 * Remembers what stands in the fields of a page that comes to life only now: somebody on a slow phone types into it as soon as they
 * see it, and React puts text areas and choices back to what the server sent.
 */
export function watchEarlyText(): void {
  for (const field of document.querySelectorAll("input, textarea, select")) {
    if (isField(field) && valueIn(field) !== sentValue(field)) early.set(field, valueIn(field));
  }
  addEventListener("input", remember, { capture: true });
}

/** What a form was opened with: of a field with early text what the server sent, of the others what they hold. */
export const openedValue = (field: Field): string | null => (early.has(field) ? sentValue(field) : valueIn(field));

/** Beside the page: once all of it listens, it is told of what was typed before. */
export function EarlyText() {
  useEffect(() => {
    removeEventListener("input", remember, { capture: true });
    for (const [field, typed] of early) putBack(field, typed);
    early.clear();
  }, []);
  return null;
}

/** As if it were typed just now. A field of a search is only filled: its form is sent by whoever wants to. */
function putBack(field: Field, typed: string | null): void {
  if (!field.isConnected) return;
  // Chosen files stay by themselves, and no script may put them there: the page only has to hear of them.
  if (holdsFiles(field)) return void field.dispatchEvent(new Event("change", { bubbles: true }));
  const isSent = field.form?.method === "post";
  if (isTick(field)) return tick(field, typed !== null, isSent);
  if (isSent) field.value = sentValue(field) ?? "";
  if (isSent) typeInto(field, typed ?? "");
  else field.value = typed ?? "";
}

/** Clicked to where it stood, since the page hears of a tick only when it changes. */
function tick(field: HTMLInputElement, isTicked: boolean, isSent: boolean): void {
  field.checked = isSent ? !isTicked : isTicked;
  if (isSent && (isTicked || field.type === "checkbox")) field.click();
}
