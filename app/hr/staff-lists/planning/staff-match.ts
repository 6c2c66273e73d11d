import { fold } from "~/platform/text/fold";
import type { MatchedBy } from "~/hr/staff-lists/staff-list-state";
import type { StaffLine } from "~/hr/staff-lists/reading/staff-line";

/** Somebody who may be on the list: of this district, or known by an address or a number of the list. */
export interface KnownPerson {
  id: string;
  first: string;
  last: string;
  /** What they go by, and their former names. */
  otherNames: string[];
  /** Addresses that were proved, or that staff entered. */
  emails: string[];
  certificateNumber: string | null;
}

/** An entry of somebody with this district that was not disowned. */
export interface KnownEntry {
  id: string;
  personId: string;
  employeeId: string | null;
  building: string | null;
  confirmed: boolean;
}

/** By what lines are matched. */
export interface StaffIndex {
  people: ReadonlyMap<string, KnownPerson>;
  byEmployeeId: ReadonlyMap<string, readonly KnownEntry[]>;
  byCertificate: ReadonlyMap<string, readonly KnownPerson[]>;
  byEmail: ReadonlyMap<string, KnownPerson>;
  /** People of this district, by their folded last names, former ones as well. */
  byLastName: ReadonlyMap<string, readonly KnownPerson[]>;
  entriesOf: ReadonlyMap<string, readonly KnownEntry[]>;
}

/** Whom a line means, whom it may mean, or that what it says does not go together. */
export type StaffMatch =
  | { kind: "person"; personId: string; by: MatchedBy }
  | { kind: "maybe"; personIds: string[] }
  | { kind: "nobody" }
  | { kind: "conflict"; reason: string; personIds: string[] };

/** An employee ID as it is compared: with and without the zeros before it. */
export const plainId = (id: string): string => fold(id).replace(/^0+(?=.)/, "");

/** Prepares everybody who is known for the matching of any number of lines. */
export function indexStaff(people: readonly KnownPerson[], entries: readonly KnownEntry[]): StaffIndex {
  const known = new Map(people.map((person) => [person.id, person]));
  const ours = new Set(entries.map(({ personId }) => personId));
  const named = people
    .filter(({ id }) => ours.has(id))
    .flatMap((person) => lastNamesOf(person).map((name) => ({ name, person })));
  return {
    people: known,
    byEmployeeId: Map.groupBy(
      entries.filter(({ employeeId }) => employeeId !== null),
      ({ employeeId }) => plainId(employeeId!),
    ),
    byCertificate: Map.groupBy(
      people.filter(({ certificateNumber }) => certificateNumber !== null),
      ({ certificateNumber }) => certificateNumber!.toUpperCase(),
    ),
    byEmail: new Map(people.flatMap((person) => person.emails.map((email) => [email, person] as const))),
    byLastName: new Map(
      [...Map.groupBy(named, ({ name }) => name)].map(([name, list]) => [name, list.map(({ person }) => person)]),
    ),
    entriesOf: Map.groupBy(entries, ({ personId }) => personId),
  };
}

/**
 * Whom a line means: by the employee ID, the certificate number, the address, then by name and school. What somebody only
 * says of themselves counts where the name agrees; numbers and addresses that lead to several people are a conflict.
 */
export function matchStaff(line: StaffLine, index: StaffIndex): StaffMatch {
  const found = [byEmployeeId(line, index), byCertificate(line, index), byEmail(line, index)].flat();
  const people = [...new Set(found.map(({ person }) => person.id))];
  if (people.length > 1) return { kind: "conflict", reason: tellApart(found), personIds: people };
  const [hit] = found;
  if (hit) {
    if (agrees(line, hit.person)) return { kind: "person", personId: hit.person.id, by: hit.by };
    return { kind: "conflict", reason: otherName(hit), personIds: people };
  }
  return byName(line, index);
}

interface Hit {
  person: KnownPerson;
  by: "employee-id" | "certificate" | "email";
}

const HELD: Record<Hit["by"], string> = {
  "employee-id": "employee ID",
  certificate: "certificate number",
  email: "email address",
};

function byEmployeeId(line: StaffLine, { byEmployeeId: entries, people }: StaffIndex): Hit[] {
  if (line.employeeId === null) return [];
  return (entries.get(plainId(line.employeeId)) ?? []).flatMap(({ personId, confirmed }) => {
    const person = people.get(personId);
    // Nobody is taken for a colleague by entering their number.
    return person && (confirmed || agrees(line, person)) ? [{ person, by: "employee-id" as const }] : [];
  });
}

const byCertificate = ({ certificateNumber }: StaffLine, { byCertificate: people }: StaffIndex): Hit[] =>
  certificateNumber === null
    ? []
    : (people.get(certificateNumber) ?? []).map((person) => ({ person, by: "certificate" }));

function byEmail({ email }: StaffLine, { byEmail: people }: StaffIndex): Hit[] {
  const person = email === null ? undefined : people.get(email);
  return person ? [{ person, by: "email" }] : [];
}

/** Of people whom this district does not know, nothing is told but that they are somebody else. */
const tellApart = (found: readonly Hit[]): string => {
  const what = [...new Set(found.map(({ by }) => HELD[by]))];
  return what.length === 1
    ? `Several people have this ${what[0]} in Hourbook. Correct their records first, or leave the line out.`
    : `In Hourbook, the ${what.slice(0, -1).join(", the ")} and the ${what.at(-1)} are of different people.`;
};

const otherName = ({ by }: Hit): string =>
  `In Hourbook, this ${HELD[by]} is somebody’s with another name. Check it, or leave it out.`;

/** Whether the last or the first name of a line is one of the person's: people marry, and go by other names. */
export function agrees({ first, last }: Pick<StaffLine, "first" | "last">, person: KnownPerson): boolean {
  if (!first && !last) return true;
  const words = new Set([person.first, person.last, ...person.otherNames].flatMap((name) => fold(name).split(" ")));
  return fold(`${last} ${first}`)
    .split(" ")
    .some((word) => word !== "" && words.has(word));
}

const lastNamesOf = ({ last, otherNames }: KnownPerson): string[] => [
  ...new Set([fold(last), ...otherNames.map((name) => fold(name.split(" ").slice(1).join(" ") || name))]),
];

function byName(line: StaffLine, { byLastName, entriesOf }: StaffIndex): StaffMatch {
  const alike = (byLastName.get(fold(line.last)) ?? []).filter(
    (person) => firstAlike(line.first, person) && !hasOtherId(line, entriesOf.get(person.id) ?? []),
  );
  const school = line.building === null ? "" : fold(line.building);
  const same = alike.filter(
    (person) =>
      fold(person.first) === fold(line.first) &&
      fold(person.last) === fold(line.last) &&
      school !== "" &&
      (entriesOf.get(person.id) ?? []).some(({ building }) => building !== null && fold(building) === school),
  );
  if (same.length === 1 && alike.length === 1) return { kind: "person", personId: same[0]!.id, by: "name-and-school" };
  return alike.length > 0 ? { kind: "maybe", personIds: alike.map(({ id }) => id) } : { kind: "nobody" };
}

/** The same first name, or one that begins as the other: "Dan" and "Daniel". */
function firstAlike(first: string, person: KnownPerson): boolean {
  const [mine] = fold(first).split(" ");
  if (!mine) return true;
  const theirs = [person.first, ...person.otherNames].map((name) => fold(name).split(" ")[0] ?? "");
  return theirs.some((name) => name === mine || (Math.min(name.length, mine.length) > 2 && startsAlike(name, mine)));
}

const startsAlike = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** Two people of one name are told apart by the district's own numbers. */
const hasOtherId = ({ employeeId }: StaffLine, entries: readonly KnownEntry[]): boolean =>
  employeeId !== null &&
  entries.some(
    (entry) => entry.confirmed && entry.employeeId !== null && plainId(entry.employeeId) !== plainId(employeeId),
  );
