import type { z } from "zod";
import type { stepsForm } from "~/catalog/steps/step-form";
import type { ActorContext } from "~/platform/context";
import { type Outcome, withValue } from "~/platform/outcome";
import { moveStepUp, removeStep, setStepMinutes } from "./plan-steps.server";
import type { StepRefusal } from "~/attendance/steps/step-refusal";

type Said = Outcome<string, StepRefusal>;

/** Does what the page of an offering's steps asks, and gives the words for it. */
export function runStepsPlan(ctx: ActorContext, form: z.output<typeof stepsForm>): Said {
  if (form.intent === "move-up") return withValue(moveStepUp(ctx, form.stepId), ({ title }) => `${title} moved up.`);
  if (form.intent === "remove") return withValue(removeStep(ctx, form), ({ title }) => `${title} is gone.`);
  return withValue(setStepMinutes(ctx, form), () => "The minutes are saved.");
}
