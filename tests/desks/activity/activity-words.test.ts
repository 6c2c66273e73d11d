import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { MARK_KINDS } from "~/attendance/marks/mark-kind";
import { INVOICE_KINDS } from "~/billing/invoices/invoice-kind";
import { COURSE_STATES } from "~/catalog/courses/course-state";
import { CLAIM_STATUSES } from "~/credits/claims/claim-status";
import { CORRECTION_STATES } from "~/credits/corrections/correction-state";
import { wordsOfActivity } from "~/desks/activity/activity-words";
import { wordsOfReading } from "~/people/persons/reading-words";
import { REGISTRATION_STATUSES } from "~/registration/seats/status";

const NONE = new Map<string, string>();

/** Actions that the code puts together, by how it writes them, and what can stand in the gap. */
const COMPOSED: Record<string, readonly string[]> = {
  "attendance.${kind}": MARK_KINDS,
  "claim.${to}": CLAIM_STATUSES,
  "correction.${decision.state}": CORRECTION_STATES,
  "course.${state}": COURSE_STATES,
  "course.question-${what}": ["added", "moved", "retired"],
  "${paper.kind}.issued": INVOICE_KINDS,
  "affidavit.${what}": ["planned", "changed", "deleted"],
  'organisation.cooperative-${held ? "ended" : "joined"}': ["ended", "joined"],
  "place.${what}": ["added", "changed", "retired", "restored", "deleted"],
  "material.${what}": ["changed", "replaced", "moved"],
  'policy.${before ? "changed" : "added"}': ["added", "changed"],
  "${kind}-template.kept": ["offering", "course"],
  "${template.kind}-template.renamed": ["offering", "course"],
  "${template.kind}-template.deleted": ["offering", "course"],
  "microcredential.${of.list}-changed": ["criteria", "evidence"],
  "award.${kind}": ["revoked", "suspended", "resumed"],
  "audience.${what}": ["added", "changed", "moved", "retired", "restored", "deleted"],
  "instructor.${what}": ["added", "changed", "retired", "restored", "deleted"],
  "program-area.${what}": ["added", "renamed", "moved", "retired", "restored", "deleted"],
  "provider.${form.intent}": ["add-holiday", "remove-holiday"],
  "provider.${what}": ["list-designation", "end-listing", "remove-listing"],
  "registration.${to}": REGISTRATION_STATUSES,
};

/** Every action that a file which writes to the audit log names, put together or not. */
function listActions(): string[] {
  const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".server.ts"))
    .map((file) => readFileSync(path.join("app", file), "utf8"))
    .filter((source) => /\brecordAudit\(/.test(source));
  const named = sources.flatMap((source) => [...source.matchAll(/action: (?:"([^"]+\.[^"]+)"|`([^`]+)`)/g)]);
  return named.flatMap(([, plain, composed]) => {
    if (plain !== undefined) return [plain];
    const parts = COMPOSED[composed!];
    if (!parts) return [`no parts of ${composed}`];
    return parts.map((part) => composed!.replace(/\$\{[^}]+\}/, part));
  });
}

test("every change that the audit log can hold has words", () => {
  const actions = [...new Set(listActions())];
  expect(actions).toEqual(expect.arrayContaining(["person.name-corrected", "claim.posted", "credit-note.issued"]));
  const silent = actions.filter(
    (action) => wordsOfActivity(action, {}, NONE).what === action && wordsOfReading(action) === action,
  );
  expect(silent).toEqual([]);
});

// Action, what the log keeps of it, and the words.
test.each<[string, Record<string, unknown>, string, string[]]>([
  [
    "person.name-corrected",
    { reason: "Marriage", typingMistake: false, changes: { legalLast: ["Reyes", "Okonkwo-Reyes"] } },
    "Legal name corrected",
    ["Legal last name: Reyes → Okonkwo-Reyes", "Why: Marriage"],
  ],
  [
    "person.number-corrected",
    { reason: "Misread", changes: { certificateNumber: [null, "412345B"] } },
    "Certificate number corrected",
    ["Certificate number: nothing → 412345B", "Why: Misread"],
  ],
  ["person.updated", { fields: ["phone", "accessNeeds"] }, "Profile changed", ["Phone, Access needs"]],
  ["registration.withdrawn", { from: "registered", reason: "Ill" }, "Withdrawn", ["Why: Ill"]],
  ["registration.registered", { from: null }, "Registered", []],
  [
    "credit.corrected",
    { from: 420, to: 330, reason: "Left early" },
    "Posted hours corrected",
    ["Hours: 7 h → 5.5 h", "Why: Left early"],
  ],
  ["grant.given", { role: "hr", scopeId: "x" }, "Role granted", ["HR staff"]],
  ["invoice.issued", { number: "PSESD-2027-000001", cents: 1500 }, "Invoice issued", ["PSESD-2027-000001"]],
  ["document.issued", { kind: "certificate", fileHash: "x" }, "Document issued", ["Certificate"]],
  ["payment.recorded", { id: "x", kind: "cheque" }, "Payment recorded", ["Check"]],
  [
    "affiliation.corrected",
    { vouching: "actor", changes: { organisationId: ["k", "h"] } },
    "Workplace corrected",
    ["Corrected the organization from Kent to Highline"],
  ],
  ["list.exported", { rows: 3, query: "sort=made" }, "List taken away as a file", ["3 rows"]],
  [
    "list.exported",
    { rows: 50_000, total: 61_234, query: "sort=made" },
    "List taken away as a file",
    ["The first 50,000 rows of 61,234"],
  ],
  ["something.new", {}, "something.new", []],
])("%s %j", (action, detail, what, details) => {
  const organisations = new Map([
    ["k", "Kent"],
    ["h", "Highline"],
  ]);
  expect(wordsOfActivity(action, detail, organisations)).toEqual({ what, details });
});
