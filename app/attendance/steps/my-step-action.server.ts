import type { ActorContext } from "~/platform/context";
import { type Outcome, withValue } from "~/platform/outcome";
import { completeLink, handInReflection, saveReflection, takeBackLink, takeQuiz } from "./do-step.server";
import type { MyStepForm } from "./my-step-form";
import type { StepRefusal } from "./step-refusal";

/** Does what the page of one's own step asks, and gives the words for it. */
export function runMyStep(ctx: ActorContext, stepId: string, form: MyStepForm): Outcome<string, StepRefusal> {
  switch (form.intent) {
    case "done":
      return withValue(completeLink(ctx, stepId), () => "This step is done.");
    case "take-back":
      return withValue(takeBackLink(ctx, stepId), () => "Taken back: this step is to do again.");
    case "save-draft":
      return withValue(
        saveReflection(ctx, { ...form, stepId }),
        () => "Your text is saved. Hand it in when it is ready.",
      );
    case "hand-in": {
      // What was written stays, whatever comes of handing it in.
      const saved = saveReflection(ctx, { ...form, stepId });
      if (!saved.ok) return saved;
      return withValue(handInReflection(ctx, { stepId, text: form.text }), () => "Your reflection is handed in.");
    }
    case "take-quiz":
      return withValue(takeQuiz(ctx, { ...form, stepId }), ({ passed }) =>
        passed ? "You passed: this step is done." : "Not enough right answers this time. See below what you can do.",
      );
  }
}
