/** How far somebody is who is to judge a micro-credential. Changes append a row each. */
export const ASSESSOR_STATES = ["invited", "calibrating", "admitted", "stopped"] as const;
export type AssessorState = (typeof ASSESSOR_STATES)[number];

/** States in words. */
export const ASSESSOR_STATE_LABELS: Record<AssessorState, string> = {
  invited: "Invited",
  calibrating: "Being calibrated",
  admitted: "Admitted",
  stopped: "Stopped",
};

/** The tone in which each state is shown. */
export const ASSESSOR_STATE_TONES = {
  invited: "waiting",
  calibrating: "waiting",
  admitted: "good",
  stopped: "ended",
} as const satisfies Record<AssessorState, string>;

/** States in which somebody practises on what others handed in. */
export const PRACTISING_STATES = ["invited", "calibrating", "admitted"] as const satisfies AssessorState[];

/** Which states may follow which. "Not yet" leaves somebody in calibration, and stands in the history. */
const FOLLOWING: Record<AssessorState, readonly AssessorState[]> = {
  invited: ["calibrating", "admitted", "stopped"],
  calibrating: ["calibrating", "admitted", "stopped"],
  admitted: ["calibrating", "stopped"],
  stopped: ["invited"],
};

/** Whether a state may follow another. */
export const canFollow = (from: AssessorState, to: AssessorState): boolean => FOLLOWING[from].includes(to);

/** What a coordinator can do with an assessor, and the state that follows. */
export const ASSESSOR_STEPS = {
  admit: "admitted",
  "not-yet": "calibrating",
  recalibrate: "calibrating",
  stop: "stopped",
  resume: "invited",
} as const satisfies Record<string, AssessorState>;
export type AssessorStep = keyof typeof ASSESSOR_STEPS;

/** The steps that are open in a state, in the order of the page. */
export function stepsFrom(state: AssessorState): AssessorStep[] {
  switch (state) {
    case "invited":
      return ["admit", "stop"];
    case "calibrating":
      return ["admit", "not-yet", "stop"];
    case "admitted":
      return ["recalibrate", "stop"];
    case "stopped":
      return ["resume"];
  }
}
