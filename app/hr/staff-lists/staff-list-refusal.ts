import type { Refusal } from "~/platform/outcome";

/** Why a staff list was not taken, carried out or undone. */
export type StaffListRefusal =
  | "under-way"
  | "not-planned"
  | "plan-changed"
  | "left-out"
  | "nothing-to-do"
  | "own-affiliation"
  | "column-twice"
  | "nobody-ticked"
  | "unknown-line"
  | "before-start"
  | "not-last"
  | "too-late"
  | "list-open";

const WORDS: Record<StaffListRefusal, string> = {
  "under-way": "Another import of this district is under way. Wait until it ends; only one runs at a time.",
  "not-planned": "This list is not waiting any more. Reload the page to see what became of it.",
  "plan-changed": "This list was planned anew meanwhile. Look at it again: this is how it would turn out now.",
  "left-out": "{count} lines change nothing as they are. Mend them, decide them, or tick that they are left out.",
  "nothing-to-do": "Nothing would change: everybody on the list stands here as it says.",
  "own-affiliation": "This list changes your own workplace. Ask the colleague who read it, or an administrator.",
  "column-twice": "Several columns are said to hold “{what}”. Choose one of them, and “Not read” for the others.",
  "nobody-ticked": "Tick whom you mean first.",
  "unknown-line": "This line is not there any more. Reload the page.",
  "before-start": "{name} began on {fromDate}: the last day cannot be before that.",
  "not-last": "Only the last import of a district can be undone.",
  "too-late": "An import can be undone for a day. Correct the people of it one by one, or import a new list.",
  "list-open": "Another list of this district waits. Import it or throw it away first.",
};

/** A refusal as a sentence, with its figures. */
export function staffListRefusalText({ reason, detail }: Pick<Refusal<StaffListRefusal>, "reason" | "detail">): string {
  return WORDS[reason].replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(detail[name] ?? "…"));
}
