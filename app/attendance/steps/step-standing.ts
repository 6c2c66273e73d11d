import type { OwnTimeWindow, StepKind } from "~/catalog/steps/step";
import type { ReflectionState } from "./reflection-state";
import { type StepDates, stepWindowAt } from "./step-rules";

/** How somebody stands with a step. */
export const STEP_STANDINGS = ["done", "waiting", "returned", "late", "open", "not-yet", "missed"] as const;
export type StepStanding = (typeof STEP_STANDINGS)[number];

interface Facts {
  /** Whether a mark that stands says that it is done. */
  isDone: boolean;
  /** Of the newest version of their reflection; null where there is none. */
  reflection: ReflectionState | null;
}

/** How somebody stands with a step at an instant: what they did goes before what the clock says. */
export function standingOf(
  step: StepDates & { kind: StepKind },
  session: OwnTimeWindow,
  { isDone, reflection }: Facts,
  now: number,
): StepStanding {
  if (isDone) return "done";
  if (reflection === "waiting") return "waiting";
  const window = stepWindowAt(step, session, now);
  if (window === "over") return "missed";
  if (reflection === "returned") return "returned";
  return window;
}

/** Each in words, and how it looks. */
export const STEP_STANDING_WORDS: Record<
  StepStanding,
  { text: string; tone: "good" | "waiting" | "attention" | "ended" | "info" | "neutral" }
> = {
  done: { text: "Done", tone: "good" },
  waiting: { text: "Handed in, to be read", tone: "waiting" },
  returned: { text: "Returned to write again", tone: "attention" },
  late: { text: "Past its date, still open", tone: "attention" },
  open: { text: "To do", tone: "info" },
  "not-yet": { text: "Not open yet", tone: "neutral" },
  missed: { text: "Not done", tone: "ended" },
};
