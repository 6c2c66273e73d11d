import type { StepKind } from "./step";

/** What the form of a step that is to be made shows. */
export function emptyStepDraft(kind: StepKind) {
  return {
    kind: kind as string,
    title: "",
    instructions: "",
    minutes: "",
    opensAt: "",
    dueAt: "",
    link: "",
    leastWords: "",
    isRead: "",
    passingScore: "",
    mostAttempts: "",
    questions: [] as { text: string; answers: string[]; right: string; why: string }[],
  };
}
