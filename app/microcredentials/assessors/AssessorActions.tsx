import { ConfirmDialog } from "~/ui/Dialog";
import type { AssessorState, AssessorStep } from "./assessor-state";

interface AssessorActionsProps {
  name: string;
  scopeName: string;
  state: AssessorState;
  steps: AssessorStep[];
  /** Whether they have handed in any practice. */
  hasPractised: boolean;
}

interface StepWords {
  trigger: string;
  title: (name: string) => string;
  means: string;
  asks: string;
  variant: "primary" | "secondary";
  confirm: "primary" | "danger";
}

const STEPS: Record<AssessorStep, StepWords> = {
  admit: {
    trigger: "Admit",
    title: (name) => `Admit ${name}?`,
    means: "They can take portfolios from the queue from now on, and are told by mail.",
    asks: "A word for them",
    variant: "primary",
    confirm: "primary",
  },
  "not-yet": {
    trigger: "Not yet",
    title: (name) => `Have ${name} practise on?`,
    means: "They are told by mail. Choose more pieces of practice where there are none left.",
    asks: "What they should look at",
    variant: "secondary",
    confirm: "primary",
  },
  recalibrate: {
    trigger: "Have them practise again",
    title: (name) => `Have ${name} practise again?`,
    means: "Until you admit them again, they take nothing from the queue. What they hold is free for others at once.",
    asks: "Why",
    variant: "secondary",
    confirm: "primary",
  },
  stop: {
    trigger: "Stop",
    title: (name) => `Stop ${name}?`,
    means:
      "They take nothing from the queue any more, and what they hold is free for others at once. What they scored stands.",
    asks: "Why",
    variant: "secondary",
    confirm: "danger",
  },
  resume: {
    trigger: "Name them again",
    title: (name) => `Name ${name} again?`,
    means: "They are told by mail, and practise before you admit them.",
    asks: "A word for them",
    variant: "secondary",
    confirm: "primary",
  },
};

const NEEDS_WORDS: readonly AssessorStep[] = ["not-yet", "recalibrate"];

/** What a coordinator can do with an assessor, each with its reason. */
export function AssessorActions({ name, scopeName, state, steps, hasPractised }: AssessorActionsProps) {
  return (
    <div className="flex flex-wrap gap-3">
      {steps.map((step) => {
        const { trigger, title, means, asks, variant, confirm } = STEPS[step];
        const isBlindly = step === "admit" && !hasPractised;
        return (
          <ConfirmDialog
            key={step}
            trigger={trigger}
            variant={variant}
            title={title(name)}
            confirmLabel={trigger}
            confirmVariant={confirm}
            intent={step}
            values={{ shown: state }}
          >
            <p>
              {scopeName}. {means}
              {isBlindly ? " They have not practised yet." : ""}
            </p>
            <label className="grid gap-1 font-semibold">
              {isBlindly ? "Why you admit them all the same" : asks}
              <input
                type="text"
                name="reason"
                required={isBlindly || NEEDS_WORDS.includes(step)}
                maxLength={500}
                className="input"
              />
            </label>
          </ConfirmDialog>
        );
      })}
    </div>
  );
}
