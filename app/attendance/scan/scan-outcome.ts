import type { PresenceWords } from "~/attendance/presence/presence-words";
import type { QueuedMark } from "~/attendance/queue/queued-mark";
import { shortCodeOf } from "~/registration/passes/short-code";
import { findByCode, type PassReading, readPass } from "./check-in-pass";
import type { PassCheck } from "./pass-check";

/** What whoever scans says of the people whose passes they scan. */
export const SCAN_DIRECTIONS = ["arriving", "leaving"] as const;
export type ScanDirection = (typeof SCAN_DIRECTIONS)[number];

/** The same pass again within this is the same scan, milliseconds. */
export const SAME_SCAN_MS = 10_000;

/** What came of a scan. Those from "already-in" on make no mark. */
export const SCAN_KINDS = [
  "in",
  "out",
  "already-in",
  "already-out",
  "wrong-offering",
  "withdrawn",
  "unknown",
  "forged",
  "unreadable",
] as const;
export type ScanKind = (typeof SCAN_KINDS)[number];

/** A text that was scanned or typed: a pass, or the short code of somebody on the roster. */
export type Scanned = Exclude<PassReading, { is: "no-pass" }> | { is: "code"; person: ScanPerson };

/** Somebody of the roster with a registration, as a scan needs to know them. */
export interface ScanPerson {
  registrationId: string;
  /** As their marks name them. */
  who: QueuedMark["who"];
  name: string;
  state: PresenceWords["state"];
  /** When they checked in by themselves, while nobody has confirmed it. Epoch milliseconds. */
  selfSince: number | null;
}

/** What a scan is held against. Instants are epoch milliseconds. */
export interface ScanFacts {
  offeringId: string;
  people: readonly ScanPerson[];
  /** Registrations that do not stand any more, as far as is known. */
  left: readonly string[];
  direction: ScanDirection;
  /** When each registration was last marked by a scan. */
  lastScans: ReadonlyMap<string, number>;
  now: number;
}

/** A mark that a scan makes. Whom the roster does not know yet is named by the registration. */
export interface ScanMark {
  registrationId: string;
  who: QueuedMark["who"];
  kind: "in" | "out";
  /** The moment that it is about, where that is not now: a self check-in that it confirms. */
  at: number | null;
  name: string;
  /** The pass, for the server to check; null where a short code was typed. */
  pass: string | null;
}

/** What came of a scan, as it is said, shown and sounded. */
export interface ScanOutcome {
  kind: ScanKind;
  /** In one or two words, beside the colour. */
  title: string;
  words: string;
  tone: "good" | "info" | "neutral" | "attention";
  mark: ScanMark | null;
}

const LOOKS: Record<ScanKind, Pick<ScanOutcome, "title" | "tone">> = {
  in: { title: "In", tone: "good" },
  out: { title: "Out", tone: "info" },
  "already-in": { title: "Already in", tone: "neutral" },
  "already-out": { title: "Already out", tone: "neutral" },
  "wrong-offering": { title: "Another offering", tone: "attention" },
  withdrawn: { title: "Withdrawn", tone: "attention" },
  unknown: { title: "Unknown", tone: "attention" },
  forged: { title: "Not a real pass", tone: "attention" },
  unreadable: { title: "Not readable", tone: "attention" },
};

const BY_NAME = "Find them by name instead.";

/** Reads what was scanned or typed into a search: null where it is neither a pass nor the short code of somebody on the roster. */
export function readScanned(text: string, people: readonly ScanPerson[]): Scanned | null {
  const reading = readPass(text);
  if (reading.is !== "no-pass") return reading;
  const person = findByCode(people, text);
  return person && { is: "code", person };
}

/**
 * Decides what a scan does and says. The same pass again within ten seconds is the same scan: it says how the person stands, and
 * never turns an arrival into a departure.
 * @param check what came of checking the pass; nothing is asked of a short code
 */
export function decideScan(scanned: Scanned, check: PassCheck, facts: ScanFacts): ScanOutcome {
  if (scanned.is === "code") return decideFor(scanned.person, null, facts);
  if (scanned.is === "broken")
    return refused("unreadable", "A part of this pass is missing. Scan it again, or type the short code beside it.");
  if (scanned.is === "other-version") {
    return refused("unreadable", `This pass has a form that Hourbook does not read here. ${BY_NAME}`);
  }
  const { pass } = scanned;
  if (check === "forged") return refused("forged", `Its signature does not fit, so it counts nothing. ${BY_NAME}`);
  if (pass.offeringId !== facts.offeringId)
    return refused("wrong-offering", `This pass is for another offering. ${BY_NAME}`);
  if (check === "unknown-key") {
    return refused("unknown", `This device does not know the key of this pass. Connect once, or find them by name.`);
  }
  const known = facts.people.find(({ registrationId }) => registrationId === pass.registrationId);
  if (known) return decideFor(known, pass.text, facts);
  if (facts.left.includes(pass.registrationId)) {
    return refused(
      "withdrawn",
      "This registration does not stand any more. If they registered again, scan their new pass.",
    );
  }
  if (check === "unchecked")
    return refused("unknown", `This browser cannot check passes of people who are not on its roster. ${BY_NAME}`);
  const { registrationId } = pass;
  const name = `Check-in pass ${shortCodeOf(registrationId)}`;
  const stranger = { registrationId, who: null, name, state: "unmarked", selfSince: null } as const;
  return decideFor(stranger, pass.text, facts);
}

/** Whose pass it is; nobody says how who is not on the roster is named. */
type Bearer = Omit<ScanPerson, "who"> & { who: ScanPerson["who"] | null };

function decideFor(bearer: Bearer, pass: string | null, { direction, lastScans, now }: ScanFacts): ScanOutcome {
  const { registrationId, name, state, selfSince } = bearer;
  const lastScan = lastScans.get(registrationId);
  const isSame = lastScan !== undefined && now - lastScan < SAME_SCAN_MS;
  const isIn = state === "in" || (isSame && state !== "out");
  if (isIn && (isSame || direction === "arriving")) return outcome("already-in", `${name} is in already.`, null);
  if (state === "out" && (isSame || direction === "leaving"))
    return outcome("already-out", `${name} is out already.`, null);
  const kind = direction === "arriving" ? "in" : "out";
  const who = bearer.who ?? { registrationId };
  const at = kind === "in" && state === "self" ? selfSince : null;
  return outcome(kind, wordsOf(kind, bearer), { registrationId, who, kind, at, name, pass });
}

function wordsOf(kind: "in" | "out", { name, state, who }: Bearer): string {
  const isNew = who === null ? " They are not on the roster of this device, and their pass is real." : "";
  if (kind === "in") return `${name} is in.${isNew}`;
  return state === "in"
    ? `${name} is out.`
    : `${name} is out. Nobody marked them in here: look at their times.${isNew}`;
}

/** A code that a camera saw, and that is none of ours. */
export const NO_PASS: ScanOutcome = {
  kind: "unknown",
  ...LOOKS.unknown,
  words: "This is no check-in pass.",
  mark: null,
};

const outcome = (kind: ScanKind, words: string, mark: ScanMark | null): ScanOutcome => ({
  kind,
  ...LOOKS[kind],
  words,
  mark,
});
const refused = (kind: ScanKind, words: string) => outcome(kind, words, null);
