import { wordsOfEvent } from "~/people/affiliations/affiliation-history";
import { capitalized, formatPlainDate, plural } from "~/platform/format";
import type { RoleKind } from "~/people/roles/role";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import { type FateCounts, MATCHED_BY_WORDS, type PlannedLine, STAFF_FATE_WORDS, STAFF_FATES } from "./staff-list-state";

/** "3 new · 1 changed · 40 as it is" */
export const countsInWords = (counts: FateCounts): string =>
  STAFF_FATES.filter((fate) => counts[fate] > 0)
    .map((fate) => `${counts[fate].toLocaleString("en-US")} ${STAFF_FATE_WORDS[fate].toLowerCase()}`)
    .join(" · ");

/** Old and new of an entry: "First day from Sep 1, 2026 to Aug 28, 2026; role from Teacher to Other staff". */
export function changesInWords(changes: PlannedLine["changes"]): string {
  const pairs = Object.fromEntries(Object.entries(changes).map(([field, [before, after]]) => [field, [before, after]]));
  return capitalized(
    wordsOfEvent("affiliation.corrected", pairs as Record<string, [unknown, unknown]>, new Map()).replace(
      "Corrected the ",
      "",
    ),
  );
}

type Shown = Pick<PlannedLine, "fate" | "effect" | "matchedBy" | "input" | "changes" | "reason"> & {
  isNewPerson: boolean;
};

/** What would happen to a line, and by what it was recognised; each sentence stands alone. */
export function happeningInWords({ fate, effect, matchedBy, input, changes, reason, isNewPerson }: Shown): string[] {
  const matched = matchedBy ? `Recognized ${MATCHED_BY_WORDS[matchedBy]}.` : "";
  const starts = effect === "start" && input ? `${startInWords(input)}${isNewPerson ? "" : " Known already."}` : "";
  const ends = effect === "end" && input?.toDate ? `Ends on ${formatPlainDate(input.toDate)}.` : "";
  return [
    starts,
    isNewPerson ? "A record without an account." : "",
    effect === "change" ? `${changesInWords(changes)}.` : "",
    effect === "confirm" ? "What they entered themselves is confirmed." : "",
    ends,
    fate === "missing" && effect === "none" ? "Stays as it is." : "",
    matched,
    reason ?? "",
  ].filter(Boolean);
}

const startInWords = ({ roleKind, building, fromDate, toDate }: NonNullable<PlannedLine["input"]>): string =>
  `${roleInWords(roleKind)}${building ? `, ${building}` : ""}, from ${formatPlainDate(fromDate)}${toDate ? ` to ${formatPlainDate(toDate)}` : ""}.`;

const roleInWords = (kind: RoleKind): string => ROLE_KIND_LABELS[kind];

/** What the button that carries a list out says. */
export const applyInWords = (total: number, leftOut: number): string =>
  `Import ${plural(total, "change")}${leftOut > 0 ? ` and leave ${plural(leftOut, "line")} out` : ""}`;
