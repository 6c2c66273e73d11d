import { ROLE_KINDS, type RoleKind } from "~/people/roles/role";
import { HOURS_CHOICES, type HoursChoice, REACH_CHOICES, type ReachChoice, WAITS, type Waits } from "./district-person";

/** Which people: who belonged to the district in a period, or on one day, as it has confirmed. */
export interface PeopleFilter {
  /** The dates of completion that count, `YYYY-MM-DD`, both included; null for open. */
  from: string | null;
  to: string | null;
  q: string;
  roleKind: RoleKind | null;
  /** Whether they completed anything in the period while they belonged to it. */
  hours: HoursChoice | null;
  /** A school or office by its name; `NO_BUILDING` for people of whom none is on file. */
  building: string | null;
  missingId: boolean;
  mail: ReachChoice | null;
  waits: Waits | null;
  /** Only those whose hours in the period fall short of a local rule's minimum (S2). */
  below: boolean;
  /** Who belonged to it on this day, whatever the period; null: at any time in the period. */
  on: string | null;
}

/** Stands for people of whom no school is on file. */
export const NO_BUILDING = "-";

/** Everybody, whenever it was. */
export const EVERYBODY: PeopleFilter = {
  ...{ from: null, to: null, q: "", roleKind: null, hours: null, building: null },
  ...{ missingId: false, mail: null, waits: null, below: false, on: null },
};

const A_YEAR = /^[1-9]\d{3}$/;

/** What an address asks for besides the period; what it cannot mean is left out. */
export function readPeopleFilter(
  search: URLSearchParams,
  { from, to }: Pick<PeopleFilter, "from" | "to">,
): PeopleFilter {
  const october = search.get("october") ?? "";
  return {
    ...{ from, to },
    q: search.get("q")?.trim() ?? "",
    roleKind: ROLE_KINDS.find((kind) => kind === search.get("role")) ?? null,
    hours: HOURS_CHOICES.find((each) => each === search.get("hours")) ?? null,
    building: search.get("building")?.trim() || null,
    missingId: search.get("id") === "1",
    mail: REACH_CHOICES.find((each) => each === search.get("mail")) ?? null,
    waits: WAITS.find((each) => each === search.get("waits")) ?? null,
    below: search.get("below") === "1",
    on: A_YEAR.test(october) ? `${october}-10-01` : null,
  };
}

/** Whether a filter leaves anybody out whom the period alone would not. */
export const isNarrowed = ({ from: _from, to: _to, ...rest }: PeopleFilter): boolean =>
  Object.values(rest).some(Boolean);

/** So many years back the snapshot can be chosen. */
const YEARS_BACK = 6;

/** The first days of October that have been, newest first: on each, the state asks who was on the staff. */
export function octoberOptions(today: string): { value: string; label: string }[] {
  const newest = Number(today.slice(0, 4)) - (today.slice(5) >= "10-01" ? 0 : 1);
  const years = Array.from({ length: YEARS_BACK }, (_each, back) => String(newest - back));
  return [
    { value: "", label: "At any time in the period" },
    ...years.map((value) => ({ value, label: `On October 1, ${value}` })),
  ];
}
