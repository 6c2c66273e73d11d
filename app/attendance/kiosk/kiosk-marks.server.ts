import { groupMarks, insertMark, markKey } from "~/attendance/marks/mark-rows.server";
import { requireOpenSession } from "~/attendance/marks/marks.server";
import { momentAtDoor } from "~/attendance/marks/moment";
import { derivePresence } from "~/attendance/presence/presence";
import { describePresence, type PresenceWords } from "~/attendance/presence/presence-words";
import { listExpected } from "~/attendance/roster/roster.server";
import { findBearer, isScan } from "~/attendance/scan/check-in-pass";
import type { ScanOutcome } from "~/attendance/scan/scan-outcome";
import { recordScan } from "~/attendance/scan/scan.server";
import { formatTime } from "~/platform/format";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { type Outcome, ok, refuse } from "~/platform/outcome";
import { takeTries, tried } from "~/platform/secrets/attempts.server";
import { kioskNameOf, shortNamesOf } from "./kiosk-name";
import { KIOSK_REFUSALS, KIOSK_REFUSED, type KioskRefusal, PASS_REFUSALS } from "./kiosk-refusal";
import { findAtKiosk } from "./kiosk-search";
import { isRunning, type OpenKiosk } from "./kiosk.server";

/** Somebody of the roster as a kiosk shows them. */
export interface KioskPerson {
  personId: string;
  /** "Maya J." */
  name: string;
  isIn: boolean;
  /** Somebody else of the roster has the very same name, so that only their pass tells whose mark it is. */
  isTwin: boolean;
}

/** What a kiosk answers: people to choose from, what was marked, or why not. */
export type KioskAnswer =
  | { is: "people"; people: KioskPerson[] }
  | { is: "marked"; title: string; words: string; person: KioskPerson }
  | { is: "refused"; words: string; retryAt?: number };

/** Searches, and passes that are scanned, in a minute; the whole line at the door needs fewer. */
const SEARCHES = { free: 60, windowMs: 60_000, waits: null };

const FEW = "Type at least three letters of your name, or scan your check-in pass.";
const WORDS = {
  "too-short": FEW,
  nobody:
    "Nobody was found. Type the beginning of your name as you registered. If you did not register, ask the facilitator: they can take you in.",
  "too-many": "Many names begin like this. Type more letters.",
};

/** Finds people by what was typed, or marks whoever's check-in pass or short code it is. */
export function findOrScan(open: OpenKiosk, { typed, nonce }: { typed: string; nonce: string }): KioskAnswer {
  const { ctx, kiosk } = open;
  const taken = inTransaction(ctx.db, (tx) => takeTries(tx, ctx.now, [tried("kiosk search", kiosk.id, SEARCHES)]));
  if (!taken.ok) {
    const words = "Too much was searched for here. Wait a minute, or ask the facilitator.";
    return { is: "refused", words, retryAt: Number(taken.detail.retryAt) };
  }
  const people = listPeople(ctx.db, open);
  if (isScan(people, typed)) return scan(open, typed, nonce);
  const finding = findAtKiosk(people, typed);
  if (finding.is !== "found") return { is: "refused", words: WORDS[finding.is] };
  return { is: "people", people: finding.people.map(asShown) };
}

interface MarkInput {
  personId: string;
  kind: "in" | "out";
  nonce: string;
}

/** Marks somebody of the roster in or out, as the roster would; whoever is so already stays so without a second mark (T1). */
export function markAtKiosk(open: OpenKiosk, input: MarkInput): KioskAnswer {
  const done = markOne(open, input);
  return done.ok ? describe(open, done.value, input.kind) : refused(done.reason);
}

function markOne(open: OpenKiosk, input: MarkInput): Outcome<string, KioskRefusal> {
  const { ctx, kiosk } = open;
  return inTransaction(ctx.db, (tx) => {
    const { sessionId } = kiosk;
    if (!isRunning(tx, open)) return refuse("kiosk-ended");
    const found = requireOpenSession(tx, ctx, sessionId, undefined);
    if (!found.ok) return found;
    const { session } = found.value;
    const person = listPeople(tx, found.value).find(({ personId }) => personId === input.personId);
    if (!person || person.isTwin) return refuse("not-on-roster");
    if (input.kind === "in" ? person.isIn : !person.isIn) return ok(person.personId);
    const at = (input.kind === "in" ? person.selfSince : null) ?? momentAtDoor(session, ctx.now);
    insertMark(tx, ctx, { ...input, sessionId, at, deviceTime: ctx.now, device: kiosk.id, method: "kiosk" });
    return ok(person.personId);
  });
}

function scan(open: OpenKiosk, typed: string, nonce: string): KioskAnswer {
  const { ctx, kiosk } = open;
  const stamp = { sessionId: kiosk.sessionId, deviceTime: ctx.now, device: kiosk.id, nonce };
  const stamped = { ...stamp, scanned: typed, direction: "arriving", method: "kiosk" } as const;
  const done = inTransaction(ctx.db, (tx): Outcome<ScanOutcome, KioskRefusal> =>
    isRunning(tx, open) ? recordScan(ctx, stamped) : refuse("kiosk-ended"),
  );
  if (!done.ok) return refused(done.reason);
  const words = PASS_REFUSALS[done.value.kind];
  if (words) return { is: "refused", words };
  const person = findBearer(listPeople(ctx.db, open), typed);
  return person ? describe(open, person.personId, "in") : refused("not-on-roster");
}

/** How somebody stands now, said to them. */
function describe(open: OpenKiosk, personId: string, asked: "in" | "out"): KioskAnswer {
  const person = listPeople(open.ctx.db, open).find((each) => each.personId === personId);
  if (!person) return refused("not-on-roster");
  const { name, isIn, since, until } = person;
  const time = (at: number | null) => (at === null ? "" : formatTime(at, open.session.timeZone));
  const shown = asShown(person);
  if (isIn) return { is: "marked", title: `${name}, you are in.`, words: `Since ${time(since)}`, person: shown };
  if (until === null && asked === "out") {
    const title = `${name}, you were not marked in.`;
    return { is: "marked", title, words: "So there is nothing to mark you out of.", person: shown };
  }
  return {
    is: "marked",
    title: `${name}, you are out.`,
    words: until === null ? "" : `At ${time(until)}`,
    person: shown,
  };
}

const refused = (reason: KioskRefusal): KioskAnswer => ({
  is: "refused",
  words: KIOSK_REFUSALS[reason] ?? KIOSK_REFUSED,
});

const asShown = ({ personId, name, isIn, isTwin }: KioskPerson): KioskPerson => ({ personId, name, isIn, isTwin });

/** Everybody on the roster, instructors too (H7), with how they stand. */
function listPeople(db: Reader, { session, offering }: Pick<OpenKiosk, "session" | "offering">) {
  const { people, instructors } = listExpected(db, offering.id);
  const everyone = [...people, ...instructors];
  const marks = groupMarks(db, [session.id]);
  const names = shortNamesOf(everyone.map(kioskNameOf));
  return everyone.map((person, index) => {
    const presence = derivePresence(session, marks.get(markKey(session.id, person.id)) ?? []);
    const state: PresenceWords["state"] = describePresence(presence, session).state;
    const name = names[index]!;
    const { first, last } = kioskNameOf(person);
    return {
      personId: person.id,
      registrationId: person.registrationId,
      name,
      names: [first, last, person.legalFirst, person.legalLast],
      isIn: state === "in",
      isTwin: names.filter((other) => other === name).length > 1,
      selfSince: presence.selfSince,
      since: presence.openSince,
      until: presence.intervals.at(-1)?.to ?? null,
    };
  });
}
