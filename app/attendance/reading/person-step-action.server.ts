import type { ActorContext } from "~/platform/context";
import { type Outcome, withValue } from "~/platform/outcome";
import { toInstant } from "~/platform/time/time-zone";
import { acceptReflection, recordStepDone, returnReflection, undoStepDone } from "./answer-step.server";
import type { PersonStepForm } from "./person-step-form";
import type { StepRefusal } from "~/attendance/steps/step-refusal";

interface About {
  stepId: string;
  personId: string;
  /** In whose wall time a moment was typed. */
  timeZone: string;
}

/** Does what staff say of a person's step, and gives the words for it. */
export function runPersonStep(
  ctx: ActorContext,
  { timeZone, ...about }: About,
  form: PersonStepForm,
): Outcome<string, StepRefusal> {
  switch (form.intent) {
    case "accept":
      return withValue(acceptReflection(ctx, { ...about, ...form }), () => "Accepted: the step is done.");
    case "return":
      return withValue(returnReflection(ctx, { ...about, ...form }), () => "Returned. They are told by mail.");
    case "record": {
      const at = form.at === undefined ? null : toInstant(form.at, timeZone);
      return withValue(recordStepDone(ctx, { ...about, at, reason: form.reason }), () => "Recorded as done.");
    }
    case "undo":
      return withValue(undoStepDone(ctx, { ...about, reason: form.reason }), () => "It is not done any more.");
  }
}
