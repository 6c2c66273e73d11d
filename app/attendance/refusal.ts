/** Why an attendance command changed nothing. */
export type AttendanceRefusal =
  | "unknown-session"
  | "unknown-offering"
  | "not-on-roster"
  | "unknown-mark"
  | "nothing-to-undo"
  | "too-early"
  | "cancelled"
  | "no-seat"
  | "not-over"
  | "open-ends"
  | "self-unconfirmed"
  | "reason-needed"
  | "unknown-walk-in"
  | "already-matched"
  | "unknown-person"
  | "address-taken"
  | "teaches-here"
  | "not-a-pass";

/** Each refusal in plain words. */
export const ATTENDANCE_REFUSALS: Record<AttendanceRefusal, string> = {
  "unknown-session": "This session does not exist, or it is not yours.",
  "unknown-offering": "This offering does not exist, or it is not yours.",
  "not-on-roster": "This person is not on the roster. Add them as a walk-in.",
  "unknown-mark": "This mark does not exist any more. Reload the page.",
  "nothing-to-undo":
    "There is nothing to undo any more: your last mark was undone, or is more than ten minutes old. Open the person's details to void a mark.",
  "too-early": "Attendance opens 12 hours before the session starts.",
  cancelled: "This offering was cancelled.",
  "no-seat":
    "Every seat is taken, so nobody can be added to the roster. Ask the coordinator to raise the capacity; until then the person can be noted by name alone.",
  "not-over": "Attendance can be confirmed after the last session has ended.",
  "open-ends": "Some people were marked in and never out. Say whether they stayed until the end.",
  "self-unconfirmed": "Some people checked in by themselves. Say first whether they were there.",
  "reason-needed": "Attendance is confirmed already. Say why you correct it.",
  "unknown-walk-in": "This walk-in does not exist, or it is not yours.",
  "already-matched": "This walk-in was matched to somebody else in the meantime. Reload the page.",
  "unknown-person": "This person does not exist any more. Search again.",
  "address-taken": "Somebody in Hourbook has this email address already. Search for it instead.",
  "teaches-here": "This person teaches here and is on the roster as an instructor.",
  "not-a-pass":
    "This is neither a check-in pass nor the short code of somebody on this roster. Find them by name instead.",
};

/** Why somebody could not check in by themselves. */
export type CheckInRefusal =
  "unknown-session" | "gone" | "cancelled" | "not-yet" | "over" | "not-open" | "wrong-code" | "too-many-tries";

/** Each refusal in plain words: why, and what to do next. */
export const CHECK_IN_REFUSALS: Record<CheckInRefusal, string> = {
  "unknown-session": "You are not on the roster of this session. Ask the facilitator to take you in.",
  gone: "This session no longer takes place. Your registration says when the other sessions are.",
  cancelled: "This offering was cancelled.",
  "not-yet": "Check-in opens 30 minutes before the session starts.",
  over: "This session is over. If you were there, tell the facilitator, who can still add you.",
  "not-open": "The facilitator has not opened self check-in. Check in at the door.",
  "wrong-code": "This code does not fit. It changes every minute: enter the one that is on the screen now.",
  "too-many-tries": "Too many wrong codes. Wait ten minutes, or check in with the facilitator.",
};
