import type { DoorMark } from "~/attendance/door/door";
import { type DoorRow, whoAsSent } from "~/attendance/door/door-view";
import type { KeptRoster, KeptSession } from "~/attendance/kept/kept-roster";
import { type PassCheck, checkPass } from "./pass-check";
import { decideScan, readScanned, type ScanDirection, type ScanOutcome, type ScanPerson } from "./scan-outcome";

/** One session at the door, as a scan finds it. */
export interface ScanDoor {
  roster: KeptRoster;
  session: KeptSession;
  rows: readonly DoorRow[];
  direction: ScanDirection;
  /** When each registration was last marked by a scan; scanning adds to it. */
  lastScans: Map<string, number>;
  /** Keeps a mark on the device; its nonce, or null where it was not kept. */
  mark: (mark: DoorMark) => Promise<string | null>;
  now: number;
}

const peopleOf = (rows: readonly DoorRow[]): ScanPerson[] =>
  rows.flatMap((row) => {
    const { registrationId, name, words, selfSince } = row;
    return registrationId === null
      ? []
      : [{ registrationId, who: whoAsSent(row), name, state: words.state, selfSince }];
  });

/**
 * Does what a scanned or typed text says: checks it without a network, makes the mark, and says what came of it. Null where the text
 * is neither a pass nor a short code of this roster, or where the mark was not kept, which the door says.
 */
export async function scanAtDoor(text: string, door: ScanDoor): Promise<ScanOutcome | null> {
  const { roster, session, rows, direction, lastScans, now } = door;
  const scanned = readScanned(text, peopleOf(rows));
  if (!scanned) return null;
  const check: PassCheck = scanned.is === "pass" ? await checkPass(scanned.pass, roster.passKeys) : "good";
  const { offeringId, left } = roster;
  const outcome = decideScan(scanned, check, { offeringId, people: peopleOf(rows), left, direction, lastScans, now });
  if (!outcome.mark) return outcome;
  const { registrationId, who, kind, at, name, pass } = outcome.mark;
  // Before it is written: the next picture of a camera comes meanwhile.
  lastScans.set(registrationId, now);
  const sent = await door.mark({ roster, session, who, name, kind, at, pass });
  if (sent !== null) return outcome;
  lastScans.delete(registrationId);
  return null;
}
