import { Notice } from "~/ui/frame/Page";
import { LinkWork } from "./LinkWork";
import type { MyStep } from "./my-steps.server";
import { QuizWork } from "./QuizWork";
import { ReflectionWork } from "./ReflectionWork";
import type { useServerForm } from "~/ui/fields/form";

export interface WorkProps {
  page: MyStep;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** What can be done about a step now, by its kind; or why nothing can. */
export function StepWork(props: WorkProps) {
  const { page } = props;
  if (page.step.kind === "link") return <LinkWork {...props} />;
  if (page.standing === "done" || page.standing === "waiting") return null;
  if (page.standing === "missed")
    return (
      <Notice tone="info" title="This is over">
        The step was not done in time, and counts nothing. Ask the provider if you did it.
      </Notice>
    );
  if (page.step.kind === "reflection") return <ReflectionWork {...props} />;
  if (!page.isOpen) return null;
  return <QuizWork {...props} />;
}
