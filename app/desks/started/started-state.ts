/** What became of something far-reaching that a person started and can call off for some seconds. */
export const STARTED_STATES = ["waiting", "called-off", "done", "refused"] as const;

export type StartedState = (typeof STARTED_STATES)[number];

export const STARTED_WORDS: Record<StartedState, string> = {
  waiting: "Waits",
  "called-off": "Called off",
  done: "Done",
  refused: "Not done",
};

export const STARTED_TONES = {
  waiting: "info",
  "called-off": "neutral",
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
