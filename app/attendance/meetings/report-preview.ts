import type { ReportedPerson } from "./meeting-report";
import { isPhone, matchReported, type MatchReason, type RosterIndex, whoOf } from "./reported-name";
import { type MeetingSession, type ProposedPresence, proposePresence } from "./reported-presence";

/** Somebody of a report who is nobody of the roster yet. */
export interface UnknownPerson {
  who: string;
  name: string;
  email: string | null;
  lines: number[];
  /** A phone that dialled in: nobody can say from the report whose. */
  isPhone: boolean;
  /** Somebody said that they are left out. */
  leftOut: boolean;
}

/** Somebody of the roster whom a report knows. */
export interface KnownPerson extends ProposedPresence {
  personId: string;
  name: string;
  /** How the report names them, and why they were taken for this person; several where they joined under several names. */
  as: { who: string; name: string; reason: MatchReason }[];
  lines: number[];
  /** Somebody marked them otherwise than by a report: nothing is done. */
  isMarked: boolean;
  /** Other reports have marked a part of the session: what this one adds is proposed. */
  isAddition: boolean;
}

/** What a report would do. */
export interface ReportPreview {
  known: KnownPerson[];
  unknown: UnknownPerson[];
}

interface Roster {
  index: RosterIndex;
  nameOf: ReadonlyMap<string, string>;
  /** Whom somebody marked otherwise than by a report. */
  marked: ReadonlySet<string>;
  /** Of whom only reports say when they were there, their stretches in order. */
  reported: ReadonlyMap<string, ProposedPresence["intervals"]>;
}

/**
 * What a report would do with a session: everybody who is known with their presence, by name, and the others. Somebody who joined
 * under several names, or with several devices, is one person: what overlaps counts once.
 * @param decisions by `whoOf`: whom somebody is, null for left out
 */
export function previewReport(
  session: MeetingSession,
  people: readonly ReportedPerson[],
  { index, nameOf, marked, reported }: Roster,
  decisions: ReadonlyMap<string, string | null>,
): ReportPreview {
  const found = people.map((person) => ({ person, ...matchOf(index, nameOf, person, decisions) }));
  const byPerson = Map.groupBy(
    found.filter((each) => each.id !== null),
    ({ id }) => id!,
  );
  const known = [...byPerson].map(([personId, theirs]) => ({
    personId,
    name: nameOf.get(personId) ?? "",
    as: theirs.map(({ person, who, reason }) => ({ who, name: person.name, reason: reason ?? "decision" })),
    lines: ascending(theirs.flatMap(({ person }) => person.lines)),
    isMarked: marked.has(personId),
    isAddition: (reported.get(personId) ?? []).length > 0,
    ...proposePresence(session, together(theirs.map(({ person }) => person)), reported.get(personId)),
  }));
  const order = new Map([...nameOf.keys()].map((id, place) => [id, place]));
  known.sort((a, b) => (order.get(a.personId) ?? 0) - (order.get(b.personId) ?? 0));
  return {
    known,
    unknown: found
      .filter(({ id }) => id === null)
      .map(({ person: { name, email, lines }, who, leftOut }) => ({
        who,
        name,
        email,
        lines,
        isPhone: isPhone(name),
        leftOut,
      })),
  };
}

const ascending = (lines: number[]): number[] => lines.sort((a, b) => a - b);

function matchOf(
  index: RosterIndex,
  nameOf: ReadonlyMap<string, string>,
  person: ReportedPerson,
  decisions: ReadonlyMap<string, string | null>,
): { who: string; id: string | null; reason: MatchReason | null; leftOut: boolean } {
  const who = whoOf(person);
  const decided = decisions.get(who);
  if (decided === null) return { who, id: null, reason: null, leftOut: true };
  // Somebody who has left the roster since is nobody of it.
  if (decided !== undefined && nameOf.has(decided)) return { who, id: decided, reason: "decision", leftOut: false };
  const match = matchReported(index, person);
  return { who, id: match?.id ?? null, reason: match?.reason ?? null, leftOut: false };
}

/** What several rows say of one person: all joins; totals add up, where every one of them has one. */
function together(people: readonly ReportedPerson[]) {
  const totals = people.map(({ totalMinutes }) => totalMinutes);
  return {
    joins: people.flatMap(({ joins }) => joins),
    totalMinutes: totals.includes(null) ? null : totals.reduce<number>((sum, each) => sum + (each ?? 0), 0),
  };
}
