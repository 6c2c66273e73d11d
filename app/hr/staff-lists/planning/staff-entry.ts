import { addsDays, overlap } from "~/people/affiliations/affiliation-dates";
import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";
import type { AffiliationInput } from "~/people/affiliations/affiliation-form";
import { type Changes, changesBetween } from "~/platform/audit/changes";
import { plainId } from "./staff-match";
import type { StaffLine } from "~/hr/staff-lists/reading/staff-line";

/** An entry of somebody with the district, as it stands. */
export interface StaffEntry extends AffiliationInput {
  id: string;
  personId: string;
  confirmed: boolean;
}

/** What a line does to the entries of the person whom it means. */
export type EntryPlan =
  | { kind: "start"; input: AffiliationInput }
  | { kind: "keep"; entry: StaffEntry; keptSince: string | null }
  | { kind: "change"; entry: StaffEntry; input: AffiliationInput; changes: Changes; keptSince: string | null }
  | { kind: "bad"; reason: string }
  | { kind: "conflict"; reason: string };

/**
 * S1: what a line says of where somebody works, against what is entered. An empty cell says nothing and leaves what is
 * known; only a column of last days says by an empty cell that there is none. A first day that the district has confirmed
 * moves to no later one: many lists name the first day of a position, and hours from before it would be the district's no more.
 */
export function planEntry(line: StaffLine, organisationId: string, entries: readonly StaffEntry[]): EntryPlan {
  const found = line.fromDate === null ? latest(entries) : entries.filter((entry) => overlap(entry, spanOf(line)));
  if (found.length > 1)
    return { kind: "conflict", reason: "Several entries hold these days already. Correct them on the person’s page." };
  const [entry] = found;
  if (!entry) return start(line, organisationId);
  const isKept = entry.confirmed && line.fromDate !== null && line.fromDate > entry.fromDate;
  const input = {
    ...toAffiliationDraft(entry),
    roleKind: line.roleKind ?? entry.roleKind,
    title: line.title ?? entry.title,
    employeeId: longerId(line.employeeId, entry.employeeId),
    building: line.building ?? entry.building,
    fromDate: isKept ? entry.fromDate : (line.fromDate ?? entry.fromDate),
    toDate: line.toDate === undefined ? entry.toDate : line.toDate,
  };
  if (input.toDate !== null && input.toDate < input.fromDate)
    return { kind: "bad", reason: `The last day, ${input.toDate}, is before the first, ${input.fromDate}.` };
  if (addsDays(entry, input) && entries.some((other) => other !== entry && overlap(other, input)))
    return { kind: "conflict", reason: "Another entry holds some of these days already." };
  const changes = changesBetween(toAffiliationDraft(entry), input);
  const keptSince = isKept ? entry.fromDate : null;
  if (Object.keys(changes).length === 0) return { kind: "keep", entry, keptSince };
  return { kind: "change", entry, input, changes, keptSince };
}

/** A number that only lost its zeros is no other one: the longer of the two stands. */
function longerId(said: string | null, known: string | null): string | null {
  if (said === null || known === null) return said ?? known;
  return plainId(said) === plainId(known) && said.length < known.length ? known : said;
}

const spanOf = ({ fromDate, toDate }: StaffLine) => ({ fromDate: fromDate!, toDate: toDate ?? null });

/** Without a first day, a line means the entry that began last. */
function latest(entries: readonly StaffEntry[]): StaffEntry[] {
  const [first, ...others] = entries;
  return first ? [others.reduce((last, each) => (each.fromDate > last.fromDate ? each : last), first)] : [];
}

function start(line: StaffLine, organisationId: string): EntryPlan {
  if (line.roleKind === null)
    return { kind: "bad", reason: "What they do is missing: teacher, paraeducator, administrator, ESA or other." };
  if (line.fromDate === null)
    return { kind: "bad", reason: "The first day is missing. It is not guessed: hours reach a district by it." };
  const { roleKind, title, employeeId, building, fromDate, toDate = null } = line;
  return { kind: "start", input: { organisationId, roleKind, title, employeeId, building, fromDate, toDate } };
}
