import { canonicalJson } from "~/platform/canonical-json";

/** What a form shows of a row: by the form's own names, at the top; texts, lists of texts, or rows of fields. */
export type Draft = Readonly<Record<string, unknown>>;

/** The name of the hidden field that carries what a form was opened with, and the prefix of the choices between two values. */
export const BASE = "base";
export const KEEP = "keep";

/** Who changed something last, and when, epoch milliseconds. */
export interface Change {
  by: string;
  at: number;
}

/** What somebody changed while a form was open, for the page to show; `base` is the version that the form carries now. */
export interface Stale {
  base: string;
  fields: StaleField[];
  change: Change | null;
}

/** A field that somebody changed while the form was open. */
export interface StaleField {
  field: string;
  before: unknown;
  now: unknown;
  /** Whether the one who saves has changed it, too. */
  touched: boolean;
}

/** What a form was opened with, as text: the version that it carries along. */
export const writeBase = (draft: Draft): string => canonicalJson(draft);

/** The version that a form carried; null for one that carries none. */
export function readBase(fields: FormData): string | null {
  const base = fields.get(BASE);
  return typeof base === "string" ? base : null;
}

/**
 * The fields that are not any more as a form was opened with, and not as they were typed either: the same post once more
 * collides with nothing. None when the row stands as it was.
 */
export function findStale(base: string, now: Draft, typed: FormData): StaleField[] {
  const before = parseDraft(base);
  if (!before) return [];
  return Object.keys(now)
    .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(now[field] ?? null))
    .filter((field) => !sameEntries(entriesOf(typed, field), flatten(field, now[field])))
    .map((field) => ({
      field,
      before: before[field],
      now: now[field],
      touched: !sameEntries(entriesOf(typed, field), flatten(field, before[field])),
    }));
}

/**
 * The form with the choices carried out that were made between two values: where the stored one is kept, it stands in the
 * place of what was typed.
 */
export function carryOutChoices(typed: FormData, now: Draft): FormData {
  const merged = new FormData();
  const theirs = new Set(
    [...typed].flatMap(([name, value]) =>
      name.startsWith(`${KEEP}.`) && value === "theirs" ? [name.slice(KEEP.length + 1)] : [],
    ),
  );
  for (const [name, value] of typed) {
    if (name.startsWith(`${KEEP}.`) || [...theirs].some((field) => belongsTo(field, name))) continue;
    merged.append(name, value);
  }
  for (const field of theirs) for (const [name, value] of flatten(field, now[field])) merged.append(name, value);
  return merged;
}

function parseDraft(base: string): Draft | null {
  try {
    const parsed: unknown = JSON.parse(base);
    return typeof parsed === "object" && parsed !== null ? (parsed as Draft) : null;
  } catch {
    return null;
  }
}

const belongsTo = (field: string, name: string): boolean =>
  name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`);

type Entry = [name: string, value: string];

function entriesOf(typed: FormData, field: string): Entry[] {
  return [...typed].flatMap(([name, value]): Entry[] =>
    belongsTo(field, name) && typeof value === "string" ? [[name, value]] : [],
  );
}

/** A value as a form would post it: `sessions[0].date`, or one name several times for a list of texts. */
function flatten(name: string, value: unknown): Entry[] {
  if (value === null || value === undefined || value === false) return [];
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) =>
      typeof each === "object" ? flatten(`${name}[${index}]`, each) : flatten(name, each),
    );
  }
  if (typeof value === "object") return Object.entries(value).flatMap(([key, each]) => flatten(`${name}.${key}`, each));
  return [[name, typeof value === "string" ? value : JSON.stringify(value)]];
}

/** Browsers post empty fields, drafts leave them out; and lists of ticks come in the order of the page. */
function sameEntries(a: Entry[], b: Entry[]): boolean {
  const lines = (entries: Entry[]) =>
    entries
      .filter(([, value]) => value.trim() !== "")
      .map(([name, value]) => `${name}=${value.replaceAll("\r\n", "\n")}`)
      .sort()
      .join("\n");
  return lines(a) === lines(b);
}

/** What an action's answer says is stale, if it says so. */
export function staleIn(answer: { result?: unknown; stale?: Stale | null } | undefined): Stale | null {
  return answer?.stale ?? null;
}
