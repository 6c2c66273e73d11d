/** What became of something far-reaching that a person started and can call off for some seconds. */
export const STARTED_STATES = ["waiting", "running", "called-off", "stopped", "done", "refused"] as const;

export type StartedState = (typeof STARTED_STATES)[number];

export const STARTED_WORDS: Record<StartedState, string> = {
  waiting: "Waits",
  running: "Under way",
  "called-off": "Called off",
  stopped: "Stopped",
  done: "Done",
  refused: "Not done",
};

export const STARTED_TONES = {
  waiting: "info",
  running: "info",
  "called-off": "neutral",
  stopped: "attention",
  done: "good",
  refused: "attention",
} as const satisfies Record<StartedState, string>;

/** What is to happen, in one line: "Post 34 credits. 12 people are told by mail." */
export function effectInWords(title: string, told: number): string {
  if (told === 0) return `${title}.`;
  return `${title}. ${told === 1 ? "1 person is" : `${told.toLocaleString("en-US")} people are`} told by mail.`;
}

/** Whole seconds that are left to call something off; 0 when it begins. */
export const secondsLeft = (dueAt: number, now: number): number => Math.max(0, Math.ceil((dueAt - now) / 1_000));

/** What became of a long work. */
export interface LongOutcome {
  total: number;
  done: number;
  leftOut: number;
  /** Why the first were left out. */
  leftOutWords: string | null;
}

/** How a long work ended, in words: what was done, what was left out and why, and what was not begun. */
export function longInWords(
  { total, done, leftOut, leftOutWords }: LongOutcome,
  said: (count: number) => string,
): string {
  const rest = total - done;
  return [
    said(done - leftOut),
    leftOut > 0 ? `${leftOut.toLocaleString("en-US")} left out: ${leftOutWords ?? ""}` : "",
    rest > 0 ? `${rest.toLocaleString("en-US")} were not begun.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
