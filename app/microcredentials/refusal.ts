import type { PublishFault } from "./definitions/definition";

/** Why nothing was changed about a micro-credential. */
export type MicrocredentialRefusal =
  | PublishFault
  | "unknown-microcredential"
  | "unknown-program-area"
  | "unknown-audience"
  | "unknown-prerequisite"
  | "contains-itself"
  | "no-draft"
  | "has-draft"
  | "not-published"
  | "in-use"
  | "unknown-part"
  | "changed-meanwhile";

/** What is said, and at which field; none: at the top of the page. */
export const MICROCREDENTIAL_REFUSALS: Record<MicrocredentialRefusal, { words: string; field?: string }> = {
  "no-method": { words: "Write the key method before you publish.", field: "method" },
  "no-importance": { words: "Say why it matters before you publish.", field: "importance" },
  "no-criteria": { words: "Add at least one criterion before you publish." },
  "criterion-without-words": { words: "Every criterion needs words for both levels of its rubric." },
  "no-evidence": { words: "Ask for at least one required part of evidence before you publish." },
  "stack-with-criteria": {
    words: "A stack is awarded for its parts. Remove its criteria and evidence, or choose no parts.",
    field: "stack",
  },
  "stack-of-one": { words: "Choose at least two parts, or none.", field: "stack" },
  "unknown-microcredential": { words: "There is no such micro-credential on your desk." },
  "unknown-program-area": { words: "Choose a program area that is in use.", field: "programArea" },
  "unknown-audience": { words: "Choose audiences that are in use.", field: "audiences" },
  "unknown-prerequisite": { words: "One of those chosen is not published any more. Choose again.", field: "first" },
  "contains-itself": { words: "A stack cannot contain itself, directly or through one of its parts.", field: "stack" },
  "no-draft": { words: "What is published is frozen. Begin a new version to change it." },
  "has-draft": { words: "A new version is under way already." },
  "not-published": { words: "It is not published." },
  "in-use": { words: "People have begun with it, so it stays on record. You can retire it instead." },
  "unknown-part": { words: "Somebody has removed that meanwhile. Reload the page." },
  "changed-meanwhile": { words: "Somebody has changed this meanwhile. Reload the page and look at it again." },
};
