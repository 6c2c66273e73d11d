import type { Designation } from "~/catalog/courses/designation";
import type { ChangeWords } from "~/people/history/change-words";
import { dayOf } from "~/platform/format";
import { OUTSIDE_KIND_WORDS, type OutsideKind, topicsInWords, typedAmount } from "./outside-hours";

/** What is done to hours from elsewhere, by the names of the audit log. */
export const OUTSIDE_ACTIONS = {
  entered: "outside-hours.entered",
  changed: "outside-hours.changed",
  read: "outside-hours.read-from-document",
  fileRemoved: "outside-hours.file-removed",
  removed: "outside-hours.removed",
  sent: "outside-hours.sent",
  calledBack: "outside-hours.called-back",
  accepted: "outside-hours.accepted",
  returned: "outside-hours.returned",
  takenBack: "outside-hours.taken-back",
} as const;

/** How the history of one entry reads. */
export const OUTSIDE_CHANGES: ChangeWords = {
  actions: new Map([
    [OUTSIDE_ACTIONS.entered, "Entered"],
    [OUTSIDE_ACTIONS.changed, "Changed"],
    [OUTSIDE_ACTIONS.read, "Read from a signed document"],
    [OUTSIDE_ACTIONS.fileRemoved, "Evidence removed"],
    [OUTSIDE_ACTIONS.removed, "Removed"],
    [OUTSIDE_ACTIONS.sent, "Sent to the registrar"],
    [OUTSIDE_ACTIONS.calledBack, "Called back"],
    [OUTSIDE_ACTIONS.accepted, "Accepted"],
    [OUTSIDE_ACTIONS.returned, "Returned"],
    [OUTSIDE_ACTIONS.takenBack, "Taken back"],
  ]),
  fields: new Map([
    ["kind", "kind"],
    ["howMuch", "amount"],
    ["title", "title"],
    ["providerName", "given by"],
    ["startedOn", "first day"],
    ["completedOn", "completed"],
    ["inPerson", "in person"],
    ["designations", "topics"],
    ["fileName", "evidence"],
    ["documentCode", "document"],
    ["reason", "because"],
  ]),
  value: (field, value) => {
    if (field === "kind") return OUTSIDE_KIND_WORDS[value as OutsideKind].label;
    if (field === "startedOn" || field === "completedOn") return dayOf(value as string);
    if (field === "designations") return topicsInWords(value as { code: Designation; minutes: number }[]) || "none";
    return field === "howMuch" ? String(value) : null;
  },
};

/** What the history says of a row: an amount reads in the unit of its kind. */
export const toHistory = <Row extends { kind: OutsideKind; amount: number }>({ amount, ...row }: Row) => ({
  ...row,
  howMuch: typedAmount(row.kind, amount),
});
