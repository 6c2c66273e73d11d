/** What is in a form's fields: name and value, in the order of the page. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** What the browser keeps of a form that is not saved yet. */
export interface KeptText {
  /** What the page showed when it was opened: the version of the form. */
  opened: Entries;
  typed: Entries;
  /** The nonce under which it was sent without an answer: sent again, it may be the same post. */
  once?: string | null;
}

/** The hidden field that lets the server compare versions; see `platform/http/stale-form`. */
const BASE = "base";

const PREFIX = "hourbook.typed";

/** The name under which a form's text is kept: per person, page and form. */
export const keyOf = (owner: string, pathname: string, form: string): string =>
  `${PREFIX} ${owner} ${pathname} ${form}`;

/** Whether a key of the browser's storage is one of ours, and not of this person. */
export const isOfSomebodyElse = (key: string, owner: string | null): boolean =>
  key.startsWith(`${PREFIX} `) && (owner === null || !key.startsWith(`${PREFIX} ${owner} `));

export const sameEntries = (a: Entries, b: Entries): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What is to be filled in again, or null. Text that was typed over another state of the record comes back only where the
 * form carries its version along, so that the server can ask which of the two stands.
 */
export function restorable(kept: KeptText | null, shown: Entries): Entries | null {
  if (!kept || sameEntries(kept.typed, kept.opened) || sameEntries(kept.typed, shown)) return null;
  const carriesVersion = kept.typed.some(([name]) => name === BASE);
  return carriesVersion || sameEntries(kept.opened, shown) ? kept.typed : null;
}

/** Reads what was kept; what cannot be read counts as nothing. */
export function parseKept(text: string | null): KeptText | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<KeptText> | null;
    return kept && Array.isArray(kept.opened) && Array.isArray(kept.typed) ? (kept as KeptText) : null;
  } catch {
    return null;
  }
}
