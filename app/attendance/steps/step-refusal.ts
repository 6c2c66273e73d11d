import type { StepProblem } from "~/catalog/steps/step";
import type { Refusal } from "~/platform/outcome";

/** Why nothing was done about a step. */
export type StepRefusal =
  | StepProblem
  | "unknown-step"
  | "unknown-session"
  | "cancelled"
  | "no-seat"
  | "not-yet"
  | "over"
  | "too-short"
  | "too-long"
  | "waits-for-reading"
  | "not-answered"
  | "no-attempts"
  | "passed-already"
  | "step-changed"
  | "not-to-read"
  | "not-on-roster"
  | "bad-moment"
  | "not-done"
  | "done-already"
  | "too-many"
  | "minutes-over"
  | "minutes-do-not-add-up"
  | "has-minutes"
  | "has-work"
  | "session-over"
  | "no-reason"
  | "changed-meanwhile"
  | "draft-changed";

/** Each refusal in plain words: why, and what to do next. Figures stand in braces. */
export const STEP_REFUSALS: Record<StepRefusal, string> = {
  "outside-session": "A step opens and is due while its session is open: {session}.",
  "opens-after-due": "The step has to open before it is due.",
  "no-link": "Enter the web address of what there is to read, watch or do.",
  "no-questions": "Write at least one question.",
  "no-right-answer": "Every question needs at least two answers, and one of those that you wrote marked as right.",
  "passing-over-total":
    "There are fewer questions than right answers that are needed. Ask for fewer, or write more questions.",
  "unknown-step": "This step does not exist, or it is not yours.",
  "unknown-session": "This session does not exist, or it is not yours.",
  cancelled: "This offering was cancelled.",
  "no-seat": "You hold no seat in this offering, so its steps do not count for you.",
  "not-yet": "This step is not open yet. Your text is kept; come back when it opens.",
  over: "This session is over. If you did the step, ask the provider about your attendance.",
  "too-short": "This has {words} words; at least {least} are needed. Your text is kept.",
  "too-long": "This is longer than the {most} characters that fit. Shorten it; nothing was lost.",
  "waits-for-reading": "You handed this in, and somebody reads it first. You can write again if it is returned.",
  "not-answered": "Answer every question. Your answers so far are kept below.",
  "no-attempts": "You have taken this quiz as often as it can be taken. Ask the provider what to do.",
  "passed-already": "You have passed this quiz already; nothing more is needed.",
  "step-changed": "This step was changed while you had it open. Look at it again below, and send it once more.",
  "not-to-read": "This version is not the newest any more, or it was read meanwhile. Reload the page.",
  "not-on-roster": "This person is not on the roster.",
  "bad-moment": "Enter when they did it: after the session opened, and not in the future.",
  "not-done": "This step is not done, so there is nothing to take back.",
  "done-already": "This step is done already.",
  "too-many": "A session has at most {most} steps.",
  "minutes-over": "With that the steps hold {planned} minutes, more than the {own} of the session.",
  "minutes-do-not-add-up":
    "The minutes make {planned}, and the session holds {own}. The offering is approved, so they have to add up.",
  "has-minutes": "This step holds {minutes} minutes of an approved offering. Give them to other steps first.",
  "has-work": "Somebody has worked on this step, so it stays. You can change its words and its dates.",
  "session-over": "This session is over; its steps stay as they were.",
  "no-reason": "This changes what a committee has approved. Say why; it stands on the record beside the approval.",
  "draft-changed":
    "You saved another text from another page meanwhile; it stands below. What you typed here is kept: send it again, and it takes its place.",
  "changed-meanwhile": "Somebody has changed this at the same moment. Save again to see what.",
};

/** What staff are told who open a step that is not there, or not theirs. */
export const NO_STEP =
  "This step was taken out, or belongs to an offering whose attendance you do not take. The steps that there are stand on the page of the offering, under “Steps”.";

/** The field at which a refusal is shown; undefined for the whole form. */
export const STEP_REFUSAL_FIELDS: Partial<Record<StepRefusal, string>> = {
  "outside-session": "dueAt",
  "opens-after-due": "dueAt",
  "no-link": "link",
  "passing-over-total": "passingScore",
  "minutes-over": "minutes",
  "no-reason": "reason",
  "too-short": "text",
  "too-long": "text",
  "bad-moment": "at",
};

/** A refusal as a sentence, with its figures. */
export function stepRefusalText({ reason, detail }: Refusal<StepRefusal>): string {
  return STEP_REFUSALS[reason].replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(detail[name] ?? "…"));
}
