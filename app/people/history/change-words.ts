import type { Changes } from "~/platform/audit/changes";

/** One thing that happened to an entry. */
export interface ChangeEvent {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  who: string;
  what: string;
}

/** How the audit log of one subject reads. */
export interface ChangeWords {
  /** The actions that its history tells of. */
  actions: ReadonlyMap<string, string>;
  /** What its columns are called; a column without a name is left out. */
  fields: ReadonlyMap<string, string>;
  /** A value as people read it; null: as it stands. */
  value?: (field: string, value: unknown) => string | null;
}

/** A change in words: "Changed: name from “A” to “B”; telephone “1”"; what was taken away stands by itself. */
export function wordsOfChange(words: ChangeWords, action: string, changes: Changes): string {
  const said = words.actions.get(action) ?? action;
  const named = Object.entries(changes).filter(([field]) => words.fields.has(field));
  const isGone = named.every(([, [, after]]) => isNothing(after));
  const parts = named.flatMap(([field, [before, after]]) => {
    if (isNothing(before) && isNothing(after)) return [];
    return `${words.fields.get(field)} ${isGone ? valueInWords(words, field, before) : fromTo(words, field, before, after)}`;
  });
  return parts.length > 0 ? `${said}: ${parts.join("; ")}` : said;
}

function fromTo(words: ChangeWords, field: string, before: unknown, after: unknown): string {
  const said = valueInWords(words, field, after);
  return isNothing(before) ? said : `from ${valueInWords(words, field, before)} to ${said}`;
}

const isNothing = (value: unknown) => value === null || value === undefined || value === "";

function valueInWords(words: ChangeWords, field: string, value: unknown): string {
  if (isNothing(value)) return "none";
  const said = words.value?.(field, value) ?? null;
  if (said !== null) return said;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  return `“${typeof value === "string" ? value : JSON.stringify(value)}”`;
}
