import type { PresenceMark } from "~/attendance/presence/presence";
import type { PassKey } from "~/attendance/scan/pass-check";

/** How long a roster stays on a device after its last session, milliseconds. */
export const KEPT_AFTER_MS = 2 * 24 * 3_600_000;

/** Until when a device keeps the roster of sessions that stand in their order, epoch milliseconds. */
export const keptUntil = (sessions: readonly { endsAt: number; ownMinutes: number | null }[], now: number): number =>
  (sessions.findLast(({ ownMinutes }) => ownMinutes === null)?.endsAt ?? now) + KEPT_AFTER_MS;

/** Somebody whom a door needs to know: by name, and nothing else of them. */
export interface KeptPerson {
  /** The person's id, or an unmatched walk-in's. */
  id: string;
  as: "participant" | "instructor" | "walk-in";
  name: string;
  sortName: string;
  doorName: string | null;
  /** What their check-in pass names; null for whoever has none. */
  registrationId: string | null;
}

/** A session as a door needs it. Instants are epoch milliseconds. */
export interface KeptSession {
  id: string;
  startsAt: number;
  endsAt: number;
  timeZone: string;
  place: string;
}

/** A mark as a door needs it: what presence is derived from, and whose it is. */
export interface KeptMark extends PresenceMark {
  sessionId: string;
  /** The person's id, or an unmatched walk-in's. */
  who: string;
  nonce: string;
}

/** What a device keeps of an offering: the fewest fields by which a door works without a network. */
export interface KeptRoster {
  offeringId: string;
  title: string;
  /** Whose it is on this device. */
  owner: { personId: string; name: string };
  /** Until when the device keeps it, epoch milliseconds. */
  until: number;
  confirmed: boolean;
  sessions: KeptSession[];
  people: KeptPerson[];
  /** Registrations that ended: their passes are refused. */
  left: string[];
  /** The provider's public keys for check-in passes, retired ones among them. */
  passKeys: PassKey[];
  marks: KeptMark[];
}

/** A roster as an earlier version of the application kept it: it knew no passes. */
export type StoredRoster = Omit<KeptRoster, "left" | "passKeys" | "people"> &
  Partial<Pick<KeptRoster, "left" | "passKeys">> & {
    people: (Omit<KeptPerson, "registrationId"> & Partial<Pick<KeptPerson, "registrationId">>)[];
  };

/** A roster that stands on a device, in the form of today. Until the next contact one of an earlier form knows no passes. */
export const upgradeRoster = ({ people, left = [], passKeys = [], ...roster }: StoredRoster): KeptRoster => ({
  ...roster,
  people: people.map(({ registrationId = null, ...person }) => ({ ...person, registrationId })),
  left,
  passKeys,
});

/** How a device stands that was given a roster. */
export type KeptState = "kept" | "removed" | "left" | "expired";

/**
 * Whether a device still has the roster that it was given: it was taken off, whoever kept it signed out there, or its time is over.
 * Instants are epoch milliseconds.
 */
export function keptStateOf(
  { removedAt, leftAt, until }: { removedAt: number | null; leftAt: number | null; until: number },
  now: number,
): KeptState {
  if (removedAt !== null) return "removed";
  if (leftAt !== null) return "left";
  return until < now ? "expired" : "kept";
}

/** Why a device may not keep a roster. */
export const KEPT_REFUSALS = {
  "unknown-offering": "This offering does not exist, or it is not yours.",
  cancelled: "This offering was cancelled.",
  over: "This offering ended more than two days ago. Its roster stays online.",
  removed: "This device was taken off, so it keeps nothing of this offering.",
  left: "You were signed out on this device, so it keeps nothing of this offering.",
} as const;
export type KeptRefusal = keyof typeof KEPT_REFUSALS;
