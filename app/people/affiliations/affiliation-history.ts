import type { Changes } from "~/platform/audit/changes";
import { formatPlainDate } from "~/platform/format";
import { ROLE_KIND_LABELS, type RoleKind } from "~/people/roles/role";

const ACTIONS = new Map([
  ["affiliation.added", "Entered"],
  ["affiliation.confirmed", "Confirmed"],
  ["affiliation.disowned", "Said not to be theirs"],
  ["affiliation.answer-withdrawn", "Took the answer back"],
  ["affiliation.ended", "Ended"],
]);

const FIELDS = new Map([
  ["organisationId", "organization"],
  ["roleKind", "role"],
  ["title", "position"],
  ["employeeId", "employee ID"],
  ["building", "school or building"],
  ["fromDate", "first day"],
  ["toDate", "last day"],
]);

/** An event in words: "Corrected the first day from Sep 1, 2026 to Sep 1, 2025". */
export function wordsOfEvent(action: string, changes: Changes, organisations: ReadonlyMap<string, string>): string {
  if (action !== "affiliation.corrected") return ACTIONS.get(action) ?? action;
  const parts = Object.entries(changes).map(
    ([field, [before, after]]) =>
      `${FIELDS.get(field) ?? field} from ${valueInWords(field, before, organisations)} to ${valueInWords(field, after, organisations)}`,
  );
  return parts.length > 0 ? `Corrected the ${parts.join("; ")}` : "Vouched for as it stands";
}

/** Which parts of an entry a correction changed, without their values: "first day", "employee ID". */
export const changedFields = (changes: Changes): string[] =>
  Object.keys(changes).map((field) => FIELDS.get(field) ?? field);

function valueInWords(field: string, value: unknown, organisations: ReadonlyMap<string, string>): string {
  if (value === null || value === "") return field === "toDate" ? "none" : "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (field === "fromDate" || field === "toDate") return formatPlainDate(text);
  if (field === "roleKind") return ROLE_KIND_LABELS[text as RoleKind] ?? text;
  if (field === "organisationId") return organisations.get(text) ?? text;
  return `“${text}”`;
}
