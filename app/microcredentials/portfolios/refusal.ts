import { FILE_REFUSALS, type FileRefusal } from "~/platform/files/file-refusal";

/** Why nothing was changed about a portfolio. */
export type PortfolioRefusal =
  | FileRefusal
  | "unknown-microcredential"
  | "unknown-portfolio"
  | "unknown-part"
  | "unknown-file"
  | "is-stack"
  | "already-begun"
  | "already-awarded"
  | "missing-prerequisite"
  | "not-writable"
  | "part-frozen"
  | "changed-elsewhere"
  | "too-many-files"
  | "evidence-too-large"
  | "portfolio-full"
  | "name-differs"
  | "upload-gone"
  | "is-scanned"
  | "incomplete"
  | "is-read"
  | "not-handed-in";

/** Each refusal in plain words. */
export const PORTFOLIO_REFUSALS: Record<PortfolioRefusal, string> = {
  ...FILE_REFUSALS,
  "unknown-microcredential": "This micro-credential is not open for new portfolios.",
  "unknown-portfolio": "There is no such portfolio of yours.",
  "unknown-part": "This part is not asked for.",
  "unknown-file": "The file is not there any more.",
  "is-stack": "This one is awarded by itself once you hold its parts. Begin with one of those.",
  "already-begun": "You have begun with this already. Go on with the portfolio that you have.",
  "already-awarded": "You hold this already.",
  "missing-prerequisite": "You need what it builds on first.",
  "not-writable": "You have handed it in. Take it back to change something.",
  "part-frozen": "What this is evidence for is demonstrated, so it stays as it is.",
  "changed-elsewhere": "You changed this on another device meanwhile. Choose below which words stand.",
  "too-many-files": "No more files fit here. Remove one first.",
  "evidence-too-large": "The file is larger than fits here. Cut it, make it smaller, or add a link to it instead.",
  "portfolio-full":
    "With this file your portfolio would be larger than one may be. Remove a file first, or make this one smaller.",
  "name-differs":
    "The content of the file is not what the end of its name says. Export it anew, or give it the right name.",
  "upload-gone": "What had arrived of this file is not there any more. Choose the file again.",
  "is-scanned": "A file is still being checked. Try again in a few minutes; nothing else is missing.",
  incomplete: "Something is still missing. Look at the parts that are marked.",
  "not-handed-in": "You have not handed it in yet. You are asked when you do.",
  "is-read": "An assessor is reading it already, so it cannot be taken back now.",
};
