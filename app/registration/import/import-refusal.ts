import type { Refusal } from "~/platform/outcome";
import { REGISTRATION_REFUSALS, type RegistrationRefusal } from "~/registration/seats/refusal";

/** Why a list of people was not taken. */
export type ImportRefusal =
  RegistrationRefusal | "empty-list" | "too-many-rows" | "bad-rows" | "nobody-left" | "plan-changed" | "line-left";

const WORDS: Record<ImportRefusal, string> = {
  ...REGISTRATION_REFUSALS,
  "empty-list": "The list is empty. Put one address on each line.",
  "too-many-rows": "One list takes 500 people; this one has {beyond} more. Split it.",
  "bad-rows": "Correct the lines that cannot be taken, or choose that they are left out.",
  "nobody-left": "No line of this list can be taken, so nobody is registered.",
  "plan-changed": "Seats were taken in the meantime, so the list would turn out differently. This is how it would now.",
  "line-left": "Line {line}, {shown}: {why}",
};

/** A refusal as a sentence, with its figures. */
export function importRefusalText({ reason, detail }: Refusal<ImportRefusal>): string {
  return WORDS[reason].replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(detail[name] ?? "…"));
}
