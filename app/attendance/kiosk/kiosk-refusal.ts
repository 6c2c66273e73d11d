import type { AttendanceRefusal } from "~/attendance/refusal";
import type { ScanKind } from "~/attendance/scan/scan-outcome";

const ASK = "Ask the facilitator.";

/** Why a kiosk marked nobody. */
export type KioskRefusal = AttendanceRefusal | "kiosk-ended";

/** Each refusal in plain words, for whoever stands before it. */
export const KIOSK_REFUSALS: Partial<Record<KioskRefusal, string>> = {
  "kiosk-ended": "This kiosk has ended.",
  "not-on-roster": `You are not on the roster of this session any more. ${ASK}`,
  "too-early": "It is too early: attendance opens 12 hours before the session starts.",
  cancelled: `This session was cancelled. ${ASK}`,
  "reason-needed": `Attendance of this session is confirmed already. ${ASK}`,
  "not-a-pass": "Nobody was found by this. Type the beginning of your name, or scan your check-in pass.",
};

/** For what does not happen at a kiosk. */
export const KIOSK_REFUSED = `You could not be marked here. ${ASK}`;

/** Why a pass marked nobody. */
export const PASS_REFUSALS: Partial<Record<ScanKind, string>> = {
  "wrong-offering": `This pass is for another offering. Scan the one for this session, or type your name.`,
  withdrawn: `This pass is of a registration that does not stand any more. ${ASK}`,
  unknown: `This pass could not be checked. Type your name instead.`,
  forged: "This is not a real check-in pass. Type your name instead.",
  unreadable: "A part of this pass is missing. Scan it again, or type your name instead.",
};

/** Why a facilitator's kiosk could not be started. */
export const START_REFUSALS: Partial<Record<AttendanceRefusal | "over", string>> = {
  "too-early": "A kiosk can be started from 12 hours before the session starts.",
  cancelled: "This offering was cancelled.",
  "reason-needed": "Attendance is confirmed already, so people cannot be marked at a kiosk any more.",
  over: "The session is over: a kiosk works until half an hour after its end.",
};
