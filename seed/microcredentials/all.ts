import { CLASSROOM } from "./classroom";
import { SUBJECTS } from "./subjects";

/** The demo's micro-credentials; the first two are the parts of its stack. */
export const DEFINITIONS = [...CLASSROOM, ...SUBJECTS];
