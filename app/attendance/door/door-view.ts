import type { KeptPerson, KeptRoster, KeptSession } from "~/attendance/kept/kept-roster";
import { momentAtDoor } from "~/attendance/marks/moment";
import { derivePresence, type PresenceMark } from "~/attendance/presence/presence";
import { describePresence, type PresenceWords } from "~/attendance/presence/presence-words";
import type { QueuedMark } from "~/attendance/queue/queued-mark";
import type { QueuedRecord } from "./queued-record";

/** One person at a door without a network. */
export interface DoorRow extends Omit<KeptPerson, "id"> {
  personId: string;
  words: PresenceWords;
  /** How many of their marks at this session wait on this device. */
  queued: number;
  /** The nonce of their last mark that stands, for undoing it. */
  last: string | null;
  /** When they checked in by themselves, while nobody has confirmed it. */
  selfSince: number | null;
}

/** Whom a walk-in is until the server knows them: by the mark that noted them. */
export const notedId = (nonce: string): string => `noted:${nonce}`;

/**
 * Whom a mark is about, by the id that a row has.
 * @param registered the ids of those whose registration is known, by it
 */
export function whoOf(mark: QueuedMark, registered: ReadonlyMap<string, string> = new Map()): string {
  const { who } = mark;
  if ("personId" in who) return who.personId;
  if ("walkInId" in who) return who.walkInId;
  if ("registrationId" in who) return registered.get(who.registrationId) ?? notedId(mark.nonce);
  return notedId("notedBy" in who ? who.notedBy : mark.nonce);
}

/** The ids of people by their registration: those of the roster, and whoever a scan has brought since, by its first mark. */
function listRegistered(people: readonly KeptPerson[], waiting: readonly QueuedRecord[]): Map<string, string> {
  const registered = new Map(
    people.flatMap(({ id, registrationId }) => (registrationId ? [[registrationId, id] as const] : [])),
  );
  for (const { mark } of waiting) {
    if (!("registrationId" in mark.who) || registered.has(mark.who.registrationId)) continue;
    registered.set(mark.who.registrationId, notedId(mark.nonce));
  }
  return registered;
}

/** Whom a row's mark is about, as it is sent. */
export function whoAsSent({ personId, as }: Pick<DoorRow, "personId" | "as">): QueuedMark["who"] {
  if (personId.startsWith("noted:")) return { notedBy: personId.slice("noted:".length) };
  return as === "walk-in" ? { walkInId: personId } : { personId };
}

/**
 * The people of a session as they stand by what the server had said and by what waits on this device, by the same rules as on the
 * server.
 */
export function describeDoor(roster: KeptRoster, session: KeptSession, queue: readonly QueuedRecord[]): DoorRow[] {
  const here = queue.filter(({ mark, refused }) => mark.sessionId === session.id && refused === null);
  const known = new Map(roster.marks.map(({ nonce, id }) => [nonce, id]));
  const waiting = here.filter(({ mark }) => !known.has(mark.nonce));
  const theirs = new Map<string, (PresenceMark & { nonce: string })[]>();
  const add = (who: string, mark: PresenceMark & { nonce: string }) => {
    theirs.set(who, [...(theirs.get(who) ?? []), mark]);
  };
  for (const mark of roster.marks) if (mark.sessionId === session.id) add(mark.who, mark);
  const registered = listRegistered(roster.people, waiting);
  const about = waiting.map((record) => ({ ...record, who: whoOf(record.mark, registered) }));
  for (const { mark, who } of about) add(who, asPresenceMark(mark, session, roster.owner.personId, known));
  const noted = about.filter(({ mark, who }) => who === notedId(mark.nonce)).map(describeNoted);
  return [...roster.people, ...noted].map(({ id, ...person }) => {
    const marks = theirs.get(id) ?? [];
    const presence = derivePresence(session, marks);
    const standing = marks.filter(
      ({ kind, id: markId }) => kind !== "void" && !marks.some(({ voidsMarkId }) => voidsMarkId === markId),
    );
    return {
      ...person,
      personId: id,
      words: describePresence(presence, session),
      queued: about.filter(({ who }) => who === id).length,
      last: standing.at(-1)?.nonce ?? null,
      selfSince: presence.selfSince,
    };
  });
}

/** Somebody whom a mark brought that waits: a walk-in by name, or a registration of which the pass tells and the roster does not. */
const describeNoted = ({ mark: { nonce, who }, name }: QueuedRecord): KeptPerson => ({
  id: notedId(nonce),
  as: "registrationId" in who ? "participant" : "walk-in",
  name,
  sortName: name,
  doorName: null,
  registrationId: "registrationId" in who ? who.registrationId : null,
});

/** After every mark of the server's, whose ids begin with a digit or a small letter. */
const idOf = (nonce: string): string => `~${nonce}`;

function asPresenceMark(
  { nonce, kind, at, voids, clock, before, pass }: QueuedMark,
  session: KeptSession,
  recordedBy: string,
  known: ReadonlyMap<string, string>,
): PresenceMark & { nonce: string } {
  const clockOffset = before ? before.server - before.wall : 0;
  const madeAt = clock.wall + clockOffset;
  const doorTime = kind === "present-all" ? session.startsAt : momentAtDoor(session, madeAt);
  return {
    ...{ id: idOf(nonce), nonce, kind, at: at ?? doorTime, recordedBy, method: pass ? "scan" : "roster" },
    ...{ deviceTime: clock.wall, serverTime: madeAt, clockOffset, clockDoubt: null, device: null },
    voidsMarkId: voids === null ? null : (known.get(voids) ?? idOf(voids)),
  };
}
