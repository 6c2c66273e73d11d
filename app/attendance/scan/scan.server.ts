import { insertMark, type DeviceInput, groupMarks, markKey, type MarkRow } from "~/attendance/marks/mark-rows.server";
import type { MarkMethod } from "~/attendance/marks/mark-kind";
import { requireOpenSession } from "~/attendance/marks/marks.server";
import { momentAtDoor } from "~/attendance/marks/moment";
import { derivePresence } from "~/attendance/presence/presence";
import { describePresence } from "~/attendance/presence/presence-words";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { listExpected } from "~/attendance/roster/roster.server";
import { displayNameOf } from "~/people/persons/name";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { listPassKeys, checkPassNow } from "./pass-key.server";
import { decideScan, readScanned, type ScanDirection, type ScanOutcome, type ScanPerson } from "./scan-outcome";

interface ScanInput extends DeviceInput {
  sessionId: string;
  /** What was scanned or typed. */
  scanned: string;
  direction: ScanDirection;
  nonce: string;
  /** Where it was scanned: at a desk, or by its bearer at a kiosk. */
  method?: Extract<MarkMethod, "scan" | "kiosk">;
  /** Why; needed once attendance is confirmed. */
  reason?: string | undefined;
}

/**
 * Marks whoever's check-in pass was scanned, or whose short code was typed, at a session (T1): the mark that a tap would make.
 * @returns what came of it, in words; most of it makes no mark
 */
export function recordScan(ctx: ActorContext, input: ScanInput): Outcome<ScanOutcome, AttendanceRefusal> {
  const { scanned: text, direction, sessionId, method = "scan", ...sent } = input;
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, sessionId, input.reason);
    if (!found.ok) return found;
    const { session, offering } = found.value;
    const marks = groupMarks(tx, [sessionId]);
    const people = listExpected(tx, offering.id).people.map((person): ScanPerson & { personId: string } => {
      const presence = derivePresence(session, marks.get(markKey(sessionId, person.id)) ?? []);
      const { state } = describePresence(presence, session);
      const { id: personId, registrationId } = person;
      const who = { personId };
      return { registrationId, personId, who, name: displayNameOf(person), state, selfSince: presence.selfSince };
    });
    const scanned = readScanned(text, people);
    if (!scanned) return refuse("not-a-pass");
    const check = scanned.is === "pass" ? checkPassNow(scanned.pass, listPassKeys(tx, offering.providerId)) : "good";
    // The roster is all there is: whoever is not on it has left, or never was.
    const isKnown =
      scanned.is !== "pass" || people.some(({ registrationId }) => registrationId === scanned.pass.registrationId);
    const left = isKnown ? [] : [scanned.pass.registrationId];
    const lastScans = listLastScans(people, marks, sessionId);
    const facts = { offeringId: offering.id, people, left, direction, lastScans, now: ctx.now };
    const outcome = decideScan(scanned, check, facts);
    if (outcome.mark) {
      const { registrationId, kind, at } = outcome.mark;
      const { personId } = people.find((person) => person.registrationId === registrationId)!;
      insertMark(tx, ctx, {
        ...sent,
        sessionId,
        personId,
        kind,
        at: at ?? momentAtDoor(session, ctx.now),
        method,
      });
    }
    return ok(outcome);
  });
}

/** When each registration was last marked by a scan, of those that were lately. */
function listLastScans(
  people: readonly { registrationId: string; personId: string }[],
  marks: ReadonlyMap<string, MarkRow[]>,
  sessionId: string,
): Map<string, number> {
  const lastScans = new Map<string, number>();
  for (const { registrationId, personId } of people) {
    const scans = (marks.get(markKey(sessionId, personId)) ?? []).filter(
      ({ method }) => method === "scan" || method === "kiosk",
    );
    const last = scans.at(-1);
    if (last) lastScans.set(registrationId, last.serverTime);
  }
  return lastScans;
}
