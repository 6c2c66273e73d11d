import type { Entries } from "./kept-text";

/** What people fill in. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NEVER_KEPT = new Set(["password", "file", "submit", "button", "image", "reset"]);
const PASSES = 3;

/** The fields that people fill in, and the version; secrets and files are never among them. */
function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((element): element is Field => {
    if (element instanceof HTMLInputElement) {
      if (element.type === "hidden") return element.name === "base";
      return element.name !== "" && !NEVER_KEPT.has(element.type) && element.autocomplete !== "one-time-code";
    }
    return (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) && element.name !== "";
  });
}

export const isTick = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

/** What a field holds now; null for what is not ticked. */
export const valueIn = (field: Field): string | null => (isTick(field) && !field.checked ? null : field.value);

/** What a field held as the page came from the server. */
export function sentValue(field: Field): string | null {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
  }
  if (isTick(field)) return field.defaultChecked ? field.value : null;
  return field.defaultValue;
}

/** What a form's fields hold now. Ticks stand with what is ticked. */
export function readText(form: HTMLFormElement, read: (field: Field) => string | null = valueIn): Entries {
  return fieldsOf(form).flatMap((field) => {
    const value = read(field);
    return value === null ? [] : [[field.name, value] as const];
  });
}

/** Fills a form in again as if it were typed, and then the fields that only appear by that; each field once. */
export function fillIn(form: HTMLFormElement, typed: Entries, passes = PASSES, seen = new WeakSet<Field>()): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of typed) values.set(name, [...(values.get(name) ?? []), value]);
  const taken = new Map<string, number>();
  for (const field of fieldsOf(form)) {
    const wanted = values.get(field.name) ?? [];
    const place = taken.get(field.name) ?? 0;
    if (!isTick(field)) taken.set(field.name, place + 1);
    if (seen.has(field)) continue;
    seen.add(field);
    if (isTick(field)) {
      const ticked = wanted.includes(field.value);
      if (field.checked !== ticked && (ticked || field.type === "checkbox")) field.click();
    } else if (wanted[place] !== undefined && field.value !== wanted[place]) {
      typeInto(field, wanted[place]);
    }
  }
  if (passes > 1) requestAnimationFrame(() => fillIn(form, typed, passes - 1, seen));
}

/** Sets a value the way the page's own scripts hear of it. */
export function typeInto(field: Field, value: string): void {
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}
