import type { ChangeWords } from "~/people/history/change-words";
import { plural } from "~/platform/format";

/** What is done to submitted hours, by the names of the audit log. */
export const SUBMITTED_ACTIONS = {
  sent: "submitted-hours.sent",
  withdrawn: "submitted-hours.withdrawn",
  accepted: "submitted-hours.accepted",
  returned: "submitted-hours.returned",
  takenBack: "submitted-hours.taken-back",
} as const;

/** How the history of one submission reads. */
export const SUBMITTED_CHANGES: ChangeWords = {
  actions: new Map([
    [SUBMITTED_ACTIONS.sent, "Submitted"],
    [SUBMITTED_ACTIONS.withdrawn, "Withdrawn"],
    [SUBMITTED_ACTIONS.accepted, "Accepted"],
    [SUBMITTED_ACTIONS.returned, "Returned"],
    [SUBMITTED_ACTIONS.takenBack, "No longer accepted"],
  ]),
  fields: new Map([
    ["rows", "in all"],
    ["reason", "because"],
  ]),
  value: (field, value) => (field === "rows" ? plural(value as number, "row") : null),
};
