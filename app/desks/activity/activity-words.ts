import { PAYMENT_KIND_LABELS } from "~/billing/fees/payment-kind";
import { COURSE_FIELD_LABELS } from "~/catalog/courses/course-draft";
import { OFFERING_FIELD_LABELS } from "~/catalog/offerings/offering-draft";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { wordsOfEvent } from "~/people/affiliations/affiliation-history";
import { GRANT_ROLE_LABELS } from "~/people/roles/role";
import type { Changes } from "~/platform/audit/changes";
import { formatHours, plural } from "~/platform/format";
import { CHANGE_NAMES } from "./change-names";

const FIELDS = new Map<string, string>([
  ...Object.entries(OFFERING_FIELD_LABELS),
  ...Object.entries(COURSE_FIELD_LABELS),
  ["legalFirst", "Legal first name"],
  ["legalLast", "Legal last name"],
  ["preferredName", "Preferred name"],
  ["certificateNumber", "Certificate number"],
  ["certificateExpiresOn", "Last day of the certificate"],
  ["certificate", "Certificate"],
  ["issuedOn", "Day of issue"],
  ["expiresOn", "Last day"],
  ["endorsements", "Endorsements"],
  ["howMuch", "How much"],
  ["providerName", "Given by"],
  ["startedOn", "First day"],
  ["completedOn", "Completed"],
  ["inPerson", "In person"],
  ["fileName", "Evidence"],
  ["planFile", "File"],
  ["reviewerEmail", "Reviewer"],
  ["reviewerCertificate", "Certificate of the reviewer"],
  ["words", "What should change"],
  ["documentCode", "Document"],
  ["boardFrom", "National Board from"],
  ["boardTo", "National Board until"],
  ["email", "Email"],
  ["phone", "Phone"],
  ["accessNeeds", "Access needs"],
  ["dietaryNeeds", "Dietary needs"],
]);

type Detail = Readonly<Record<string, unknown>>;

/** A change in words: what was done, and what is known of it, old values and new ones first, why last. */
export function wordsOfActivity(
  action: string,
  detail: Detail,
  organisations: ReadonlyMap<string, string>,
): { what: string; details: string[] } {
  const changes = (detail.changes ?? {}) as Changes;
  const valued =
    action === "affiliation.corrected"
      ? [wordsOfEvent(action, changes, organisations)]
      : Object.entries(changes).map(([field, [before, after]]) => `${nameOf(field)}: ${say(before)} → ${say(after)}`);
  return {
    what: CHANGE_NAMES.get(action) ?? action,
    details: [
      ...valued,
      ...factsOf(action, detail),
      ...(textOf(detail.reason) ? [`Why: ${textOf(detail.reason)}`] : []),
    ],
  };
}

const nameOf = (field: string) => FIELDS.get(field) ?? field;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A value as it stood in a form: a text, a number, or rows of them. */
function say(value: unknown): string {
  if (Array.isArray(value)) return value.map(partsOf).filter(Boolean).join("; ") || "nothing";
  return partsOf(value) || "nothing";
}

function partsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(partsOf).filter(Boolean).join(", ");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .filter(([key]) => key !== "id")
      .map(([, part]) => partsOf(part))
      .filter(Boolean)
      .join(" ");
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}
const hours = (minutes: unknown) => (typeof minutes === "number" ? `${formatHours(minutes)} h` : "nothing");
const inWords = (labels: Readonly<Record<string, string>>, value: unknown) => labels[textOf(value)] ?? textOf(value);

/** What some changes keep beside old and new values. */
function exportInWords({ rows, total }: Detail): string {
  const held = plural(Number(rows), "row");
  return total === undefined ? held : `The first ${held} of ${Number(total).toLocaleString("en-US")}`;
}

function factsOf(action: string, detail: Detail): string[] {
  if (action.startsWith("grant.")) return [inWords(GRANT_ROLE_LABELS, detail.role)];
  if (action === "credit.corrected") return [`Hours: ${hours(detail.from)} → ${hours(detail.to)}`];
  if (action === "document.issued") return [inWords(DOCUMENT_KIND_LABELS, detail.kind)];
  if (action === "payment.recorded") return [inWords(PAYMENT_KIND_LABELS, detail.kind)];
  if (action === "list.exported") return [exportInWords(detail)];
  if (textOf(detail.number)) return [textOf(detail.number)];
  if (action === "person.updated" && Array.isArray(detail.fields)) {
    const valued = Object.keys(detail.changes ?? {});
    const others = detail.fields.map(textOf).filter((field) => !valued.includes(field));
    return others.length > 0 ? [others.map(nameOf).join(", ")] : [];
  }
  return [];
}
