import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";
import { dayOf } from "~/platform/format";
import { fold } from "~/platform/text/fold";
import { planEntry, type StaffEntry } from "./staff-entry";
import { type BadStaffLine, nameInOrder, type StaffLine } from "~/hr/staff-lists/reading/staff-line";
import {
  type FateCounts,
  LEFT_OUT,
  type MatchedBy,
  type PlannedLine,
  STAFF_FATES,
  type StaffEffect,
  type StaffFate,
} from "~/hr/staff-lists/staff-list-state";
import { indexStaff, type KnownPerson, matchStaff, plainId, type StaffIndex, type StaffMatch } from "./staff-match";
import { joinPositions } from "./staff-positions";
import { findTwins } from "./staff-twins";

/** Everybody whom a list may mean, and what stands of them. */
export interface KnownStaff {
  organisationId: string;
  /** Nobody speaks for themselves. */
  actorId: string;
  /** `YYYY-MM-DD` where the district is. */
  today: string;
  people: readonly KnownPerson[];
  /** Of this district, without what was disowned. */
  entries: readonly StaffEntry[];
}

/** What somebody decided about lines of a list. */
export interface StaffDecisions {
  /** By the line's number: whose record it is, or that it is somebody else's. */
  people: Record<string, string>;
  /** By the entry's id: the last day of somebody who is missing. */
  endings: Record<string, string>;
}
export const NO_DECISIONS: StaffDecisions = { people: {}, endings: {} };
export const SOMEBODY_ELSE = "new";

/**
 * The dry run of a staff list: what becomes of each line, in their order, and after them whoever is missing from it. Every
 * line stands once, whatever it says; nothing is guessed.
 */
export function planStaffList(
  lines: readonly (StaffLine | BadStaffLine)[],
  known: KnownStaff,
  decisions: StaffDecisions = NO_DECISIONS,
): PlannedLine[] {
  const index = indexStaff(known.people, known.entries);
  const { joined, standIns } = joinPositions(lines.filter(isGood));
  const meant = lines.filter(({ line }) => !standIns.has(line)).map((each) => joined.get(each.line)?.line ?? each);
  const good = meant.filter(isGood);
  const twins = findTwins(good);
  const matches = new Map(good.map((line) => [line, decide(line, index, decisions)]));
  const shared = sharedPeople(matches);
  const planned = new Map(
    meant.map((line): [number, PlannedLine] => {
      if (!isGood(line)) return [line.line, badLine(line)];
      const match = matches.get(line)!;
      const others = match.kind === "person" ? shared.get(match.personId) : undefined;
      const twin = twins.get(line.line) ?? (others && `Lines ${others.join(" and ")} are about the same person.`);
      const one = twin !== undefined ? left(line, "conflict", twin) : planLine(line, match, known, index);
      return [line.line, withReason(one, positionsInWords(joined.get(line.line)?.numbers))];
    }),
  );
  const all = lines.map((line) => planned.get(line.line) ?? standIn(line, standIns.get(line.line)!, planned));
  return [...all, ...listMissing(known, index, seen(lines, matches, index), decisions)];
}

const badLine = (line: BadStaffLine): PlannedLine => ({
  ...NOTHING,
  ...shownOf(line),
  line: line.line,
  fate: "bad",
  reason: line.reason,
});

const withReason = <Line extends Pick<PlannedLine, "reason">>(line: Line, more: string | null): Line =>
  more === null ? line : { ...line, reason: [line.reason, more].filter(Boolean).join(" ") };

const positionsInWords = (numbers: readonly number[] | undefined): string | null =>
  numbers
    ? `Lines ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)} are positions of one person: this one stands for them, with the days of all.`
    : null;

/** A further position of somebody: what becomes of them stands at their first line. */
function standIn(
  line: StaffLine | BadStaffLine,
  first: number,
  planned: ReadonlyMap<number, PlannedLine>,
): PlannedLine {
  const { fate, personId } = planned.get(first)!;
  const isTaken = !LEFT_OUT.some((each) => each === fate);
  const reason = `Another position of theirs: line ${first} stands for all of them.`;
  return { ...NOTHING, ...shownOf(line), line: line.line, fate: isTaken ? "matched" : fate, personId, reason };
}

/** How many lines came out how. */
export const countFates = (lines: readonly Pick<PlannedLine, "fate">[]): FateCounts =>
  Object.fromEntries(
    STAFF_FATES.map((fate) => [fate, lines.filter((each) => each.fate === fate).length]),
  ) as FateCounts;

const isGood = (line: StaffLine | BadStaffLine): line is StaffLine => !("reason" in line);

function decide(line: StaffLine, index: StaffIndex, { people }: StaffDecisions): StaffMatch {
  const match = matchStaff(line, index);
  const said = people[line.line];
  if (match.kind !== "maybe" || said === undefined) return match;
  if (said === SOMEBODY_ELSE) return { kind: "nobody" };
  return match.personIds.includes(said) ? { kind: "person", personId: said, by: "decision" } : match;
}

/** The numbers of the lines of everybody who is meant by several. */
function sharedPeople(matches: ReadonlyMap<StaffLine, StaffMatch>): Map<string, number[]> {
  const meant = [...matches].flatMap(([{ line }, match]) =>
    match.kind === "person" ? [{ line, id: match.personId }] : [],
  );
  const groups = [...Map.groupBy(meant, ({ id }) => id)].filter(([, lines]) => lines.length > 1);
  return new Map(groups.map(([id, lines]) => [id, lines.map(({ line }) => line)]));
}

const NOTHING = {
  personId: null,
  affiliationId: null,
  matchedBy: null,
  effect: "none",
  input: null,
  newPerson: null,
  changes: {},
  reason: null,
  candidates: [] as string[],
} as const satisfies Partial<PlannedLine>;

const shownOf = (line: StaffLine | BadStaffLine) => ({
  name: "name" in line ? line.name : nameInOrder(line),
  employeeId: line.employeeId,
  email: line.email,
});

function left(line: StaffLine, fate: StaffFate, reason: string, candidates: string[] = []): PlannedLine {
  return { ...NOTHING, ...shownOf(line), line: line.line, fate, reason, candidates };
}

function planLine(line: StaffLine, match: StaffMatch, known: KnownStaff, index: StaffIndex): PlannedLine {
  if (match.kind === "conflict") return left(line, "conflict", match.reason);
  if (match.kind === "maybe") return planMaybe(line, match.personIds, known);
  const entries = match.kind === "person" ? (index.entriesOf.get(match.personId) as StaffEntry[] | undefined) : [];
  const plan = planEntry(line, known.organisationId, entries ?? []);
  if (plan.kind === "bad" || plan.kind === "conflict") return left(line, plan.kind, plan.reason);
  if (match.kind === "nobody") return plan.kind === "start" ? planNewcomer(line, plan.input) : NEVER(line);
  const person = index.people.get(match.personId)!;
  const kept = plan.kind === "start" ? null : keptInWords(line, plan.keptSince);
  const base = withReason({ ...whoIs(line, person, match.by), line: line.line }, kept);
  const own = match.personId === known.actorId;
  const effect = (wanted: StaffEffect) => (own ? { effect: "none" as const, reason: OWN } : { effect: wanted });
  if (plan.kind === "start") return { ...base, fate: own ? "matched" : "new", ...effect("start"), input: plan.input };
  const affiliationId = plan.entry.id;
  if (plan.kind === "keep") {
    const unconfirmed = !plan.entry.confirmed;
    return { ...base, fate: "matched", affiliationId, ...(unconfirmed && effect("confirm")) };
  }
  const { input, changes } = plan;
  return { ...base, fate: own ? "matched" : "changed", affiliationId, ...effect("change"), input, changes };
}

/** What the line says of where they work is shown beside those whom it may mean. */
function planMaybe(line: StaffLine, personIds: string[], { organisationId }: KnownStaff): PlannedLine {
  const plan = planEntry(line, organisationId, []);
  const planned = left(line, "duplicate", "Somebody of yours has nearly the same name.", personIds);
  return { ...planned, input: plan.kind === "start" ? plan.input : null };
}

const keptInWords = ({ fromDate }: StaffLine, since: string | null): string | null =>
  since === null || fromDate === null
    ? null
    : `The list says from ${dayOf(fromDate)}. The first day stays ${dayOf(since)}, so that no hours are lost; if it is wrong, correct it on their page.`;

const OWN = "This is your own workplace. Ask a colleague in HR, or an administrator.";

/** Whoever is unknown has no entry, so that nothing but a beginning can be planned. */
const NEVER = (line: StaffLine) => left(line, "conflict", "This line cannot be placed.");

function planNewcomer(line: StaffLine, input: PlannedLine["input"]): PlannedLine {
  if (!line.last) return left(line, "bad", "Nobody of yours has this number or address yet: add the name.");
  const { first: legalFirst, last: legalLast, email, certificateNumber } = line;
  const newPerson = { legalFirst, legalLast, email, certificateNumber };
  return { ...NOTHING, ...shownOf(line), line: line.line, fate: "new", effect: "start", input, newPerson };
}

/** A known person; a name that is another one here is told, since lists never change what people say of themselves. */
function whoIs(line: StaffLine, person: KnownPerson, matchedBy: MatchedBy) {
  const shown = shownOf(line);
  const here = nameInOrder(person);
  const isOther = line.last !== "" && fold(here) !== fold(shown.name);
  const reason = isOther ? `In Hourbook: ${here}. The name stays as it is there.` : null;
  return { ...NOTHING, ...shown, name: shown.name || here, personId: person.id, matchedBy, reason };
}

/** Everybody whom some line means or may mean: they are not missing, even if their line cannot be taken. */
function seen(
  lines: readonly (StaffLine | BadStaffLine)[],
  matches: ReadonlyMap<StaffLine, StaffMatch>,
  { byEmployeeId, byEmail }: StaffIndex,
): Set<string> {
  const meant = [...matches.values()].flatMap((match) => {
    if (match.kind === "person") return [match.personId];
    return match.kind === "nobody" ? [] : match.personIds;
  });
  const named = lines.flatMap(({ employeeId, email }) => [
    ...(employeeId === null ? [] : (byEmployeeId.get(plainId(employeeId)) ?? []).map(({ personId }) => personId)),
    ...(email === null ? [] : [byEmail.get(email)?.id ?? ""]),
  ]);
  return new Set([...meant, ...named]);
}

/** Whoever works here today, as is confirmed, and stands on no line, in the order of the entries. They end only where somebody said so, and when. */
function listMissing(
  { entries, today, actorId }: KnownStaff,
  index: StaffIndex,
  met: ReadonlySet<string>,
  { endings }: StaffDecisions,
): PlannedLine[] {
  return entries
    .filter(
      ({ personId, confirmed, fromDate, toDate }) =>
        confirmed && !met.has(personId) && personId !== actorId && fromDate <= today && (toDate ?? today) >= today,
    )
    .map((entry): PlannedLine => {
      const name = nameInOrder(index.people.get(entry.personId)!);
      const { personId, id: affiliationId, employeeId } = entry;
      const missing = { name, employeeId, email: null, personId, affiliationId };
      return { ...NOTHING, line: null, fate: "missing", ...missing, ...ending(entry, endings[entry.id]) };
    });
}

function ending(entry: StaffEntry, toDate: string | undefined) {
  if (toDate === undefined || toDate < entry.fromDate) return {};
  const input = { ...toAffiliationDraft(entry), toDate };
  return { effect: "end" as const, input, changes: { toDate: [entry.toDate, toDate] as const } };
}
