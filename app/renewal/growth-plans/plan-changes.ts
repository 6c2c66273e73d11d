import type { ChangeWords } from "~/people/history/change-words";

/** What is done to growth plans, by the names of the audit log. Saving by itself leaves no row: a draft is its author's alone. */
export const PLAN_ACTIONS = {
  begun: "growth-plan.begun",
  fileAdded: "growth-plan.file-added",
  fileRemoved: "growth-plan.file-removed",
  sent: "growth-plan.sent",
  withdrawn: "growth-plan.withdrawn",
  returned: "growth-plan.returned",
  signed: "growth-plan.signed",
  removed: "growth-plan.removed",
} as const;

/** How the history of a growth plan reads. */
export const PLAN_CHANGES: ChangeWords = {
  actions: new Map([
    [PLAN_ACTIONS.begun, "Begun"],
    [PLAN_ACTIONS.fileAdded, "File added"],
    [PLAN_ACTIONS.fileRemoved, "File removed"],
    [PLAN_ACTIONS.sent, "Sent"],
    [PLAN_ACTIONS.withdrawn, "Taken back"],
    [PLAN_ACTIONS.returned, "Returned"],
    [PLAN_ACTIONS.signed, "Signed"],
    [PLAN_ACTIONS.removed, "Removed"],
  ]),
  fields: new Map([
    ["planFile", "file"],
    ["reviewerEmail", "to"],
    ["words", "because"],
    ["reviewerCertificate", "certificate of the reviewer"],
  ]),
};
