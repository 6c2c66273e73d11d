/** Why an attendance command changed nothing. */
export type AttendanceRefusal =
  | "unknown-session"
  | "unknown-offering"
  | "not-on-roster"
  | "unknown-mark"
  | "too-early"
  | "cancelled"
  | "no-seat"
  | "not-over"
  | "open-ends";

/** Each refusal in plain words. */
export const ATTENDANCE_REFUSALS: Record<AttendanceRefusal, string> = {
  "unknown-session": "This session does not exist, or it is not yours.",
  "unknown-offering": "This offering does not exist, or it is not yours.",
  "not-on-roster": "This person is not on the roster. Add them as a walk-in.",
  "unknown-mark": "This mark does not exist any more. Reload the page.",
  "too-early": "Attendance opens 12 hours before the session starts.",
  cancelled: "This offering was cancelled.",
  "no-seat": "Every seat is taken. The person can be noted as a walk-in and matched later.",
  "not-over": "Attendance can be confirmed after the last session has ended.",
  "open-ends": "Some people were marked in and never out. Say whether they stayed until the end.",
};
