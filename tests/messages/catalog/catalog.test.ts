import { expect, test } from "vitest";
import {
  checkPayload,
  findRule,
  isMessageKind,
  isSecret,
  kindsWith,
  linkOf,
  MESSAGE_KINDS,
  MESSAGES,
  replaceSecretLink,
  requireKind,
  subjectOf,
} from "~/messages/catalog/catalog";
import { ACCOUNT_MESSAGES } from "~/messages/catalog/account";
import { DESK_MESSAGES } from "~/messages/catalog/desks";
import { HOURS_MESSAGES } from "~/messages/catalog/hours";
import { ASSESSMENT_MESSAGES } from "~/messages/catalog/assessment";
import { MICROCREDENTIAL_MESSAGES } from "~/messages/catalog/microcredentials";
import { REMINDER_MESSAGES } from "~/messages/catalog/reminders";
import { SEAT_MESSAGES } from "~/messages/catalog/seats";
import { exampleOf } from "../../support/message-examples";

const SAID: [string, string, string | null][] = [
  ["account-invitation", "Puget Sound ESD invites you to Hourbook", "https://hourbook.example/invitation/m2x8"],
  ["address-changed", "Your Hourbook address was changed", "https://hourbook.example/forgot-password"],
  ["address-in-use", "You already have a Hourbook account", "https://hourbook.example/sign-in"],
  [
    "address-proposed",
    "Another address was proposed for your Hourbook account",
    "https://hourbook.example/email-address",
  ],
  [
    "change-address",
    "Confirm your new email address for Hourbook",
    "https://hourbook.example/email-address/confirm/k3f9",
  ],
  ["prove-address", "Confirm your email address for Hourbook", "https://hourbook.example/email-address/confirm/k3f9"],
  ["reset-password", "Choose a new Hourbook password", "https://hourbook.example/reset-password/p7q2"],
  ["verify-address", "Finish your Hourbook account", "https://hourbook.example/verify-email/k3f9"],
  ["registered", "You are registered: Race and Belonging in the Classroom", "https://hourbook.example/offerings/0192"],
  [
    "waitlisted",
    "You are on the waitlist: Restorative Circles: From Community to Repair",
    "https://hourbook.example/offerings/0193",
  ],
  [
    "seat-offered",
    "A seat is free for you: Dual Language Teachers' Summer Institute",
    "https://hourbook.example/offerings/0194/offer",
  ],
  [
    "offer-lapsed",
    "Your held seat has lapsed: Fractions on the Number Line, Grades 3–6",
    "https://hourbook.example/offerings/0195",
  ],
  ["withdrawn", "You are no longer registered: Writing Across the Day", "https://hourbook.example/offerings/0196"],
  [
    "requested",
    "Waiting for your supervisor: Race and Belonging in the Classroom",
    "https://hourbook.example/registrations/0192",
  ],
  [
    "request-declined",
    "Your seat was not approved: Race and Belonging in the Classroom",
    "https://hourbook.example/offerings/0192",
  ],
  [
    "supervisor-request",
    "Please approve: Ngọc Trần asks to attend Race and Belonging in the Classroom",
    "https://hourbook.example/approvals/secret",
  ],
  ["offering-moved", "New dates or place: Writing Across the Day", "https://hourbook.example/registrations/0196"],
  ["join-link", "The link to join: Race and Belonging in the Classroom", "https://hourbook.example/registrations/0196"],
  [
    "registration-moved",
    "You were moved to other dates: Writing Across the Day",
    "https://hourbook.example/registrations/0196",
  ],
  ["offering-cancelled", "Cancelled: Engineering Design With Cardboard", "https://hourbook.example/courses"],
  ["claim-open", "Claim your clock hours: How Children Learn to Read", "https://hourbook.example/offerings/0197/claim"],
  ["claim-returned", "Your claim needs a change: Algebra 1 for Everyone", "https://hourbook.example/claims/0201"],
  [
    "workplace-missing",
    "Where did you work? Your hours of Algebra 1 for Everyone reach no district",
    "https://hourbook.example/profile",
  ],
  ["credit-posted", "5.5 clock hours posted: Grading That Tells the Truth", "https://hourbook.example/transcript"],
  [
    "credit-corrected",
    "Your clock hours were corrected: Number Talks That Go Somewhere",
    "https://hourbook.example/transcript",
  ],
  [
    "credit-corrected-district",
    "Clock hours you exported were corrected: Priya Nair",
    "https://hourbook.example/hr/export",
  ],
  [
    "correction-declined",
    "About your request for a correction: Number Talks That Go Somewhere",
    "https://hourbook.example/claims/example",
  ],
  [
    "portfolio-submitted",
    "Your portfolio is handed in: Trauma-informed instruction",
    "https://hourbook.example/portfolios/0301",
  ],
  ["portfolio-not-yet", "Not yet: Trauma-informed instruction", "https://hourbook.example/portfolios/0301"],
  ["award-issued", "You are awarded: Trauma-informed instruction", "https://hourbook.example/portfolios/0301"],
  [
    "award-expires",
    "Your award expires on Thu, Jan 6, 2028: Trauma-informed instruction",
    "https://hourbook.example/microcredentials/0301",
  ],
  [
    "award-changed",
    "Your award was suspended: Trauma-informed instruction",
    "https://hourbook.example/portfolios/0301",
  ],
  [
    "portfolio-being-read",
    "Your portfolio is being read: Trauma-informed instruction",
    "https://hourbook.example/portfolios/0301",
  ],
  [
    "assessor-changed",
    "You are asked to judge portfolios: Trauma-informed instruction",
    "https://hourbook.example/assessor/practice",
  ],
  [
    "promise-at-risk",
    "A promise is at risk for 2 portfolios: Puget Sound ESD",
    "https://hourbook.example/coordinator/portfolios?risk=at-risk",
  ],
  ["assessor-queue", "In the queue for assessors: 2 portfolios", "https://hourbook.example/assessor"],
  ["offering-message", "Bring a device (Writing Across the Day)", "https://hourbook.example/registrations/0196"],
  [
    "offering-message-test",
    "Test: Bring a device (Writing Across the Day)",
    "https://hourbook.example/registrations/0196",
  ],
  ["person-message", "Your certificate number (Puget Sound ESD)", "https://hourbook.example/desk"],
  ["answer-passed-on", "Ana Sample: Re: You have a seat", null],
  ["inquiry-asked", "Marcus Alder asks: Teaching fractions with number lines", "https://hourbook.example/inbox/1"],
  [
    "inquiry-answered",
    "An answer to your inquiry: Teaching fractions with number lines",
    "https://hourbook.example/inquiries/1",
  ],
  [
    "handed-over",
    "Sue Stitute teaches instead of Fay Cilitator: Teaching fractions with number lines",
    "https://hourbook.example/coordinator/offerings/1",
  ],
  [
    "roster-tomorrow",
    "Tomorrow, 18 people: Field Science for Every Classroom",
    "https://hourbook.example/facilitator/sessions/0193",
  ],
  [
    "confirm-attendance",
    "Please confirm attendance: Field Science for Every Classroom",
    "https://hourbook.example/facilitator/offerings/0192",
  ],
  ["claims-ageing", "12 claims to verify: Puget Sound ESD", "https://hourbook.example/registrar"],
  ["new-hours", "New hours, 31 lines: Cedar Falls School District", "https://hourbook.example/hr/export"],
  ["salary-cutoff", "Salary cut-off in 30 days: Cedar Falls School District", "https://hourbook.example/hr/export"],
  ["session-reminder", "Tomorrow: Field Science for Every Classroom", "https://hourbook.example/registrations/0194"],
  [
    "claim-reminder",
    "Hours you have not claimed yet: How Children Learn to Read",
    "https://hourbook.example/claims/0197",
  ],
  [
    "evaluation-reminder",
    "One step before your hours: evaluate Grading That Tells the Truth",
    "https://hourbook.example/claims/0198",
  ],
  ["payment-reminder", "Fee still open, $16.50: Grading That Tells the Truth", "https://hourbook.example/claims/0198"],
  ["renewal-short", "A year to renew your certificate: 37.5 hours to go", "https://hourbook.example/hours"],
  ["digest", "Hourbook today: 2 messages", null],
];

test.each(SAID)("%s says what it is about and leads to its page", (kind, subject, link) => {
  expect(subjectOf(kind, exampleOf(kind))).toBe(subject);
  expect(linkOf(kind, exampleOf(kind))).toBe(link);
});

test("no kind stands in two files of the catalog, where one would hide the other", () => {
  const files = [
    ACCOUNT_MESSAGES,
    SEAT_MESSAGES,
    HOURS_MESSAGES,
    MICROCREDENTIAL_MESSAGES,
    ASSESSMENT_MESSAGES,
    DESK_MESSAGES,
    REMINDER_MESSAGES,
  ];
  expect(files.flatMap((file) => Object.keys(file))).toEqual(MESSAGE_KINDS);
});

test("the table above holds every kind", () => {
  expect(SAID.map(([kind]) => kind)).toEqual(MESSAGE_KINDS);
});

test.each(MESSAGE_KINDS)("%s leads to a field of its payload that takes addresses of pages only", (kind) => {
  const field = MESSAGES[kind].link;
  if (!field) return expect(["digest", "answer-passed-on"]).toContain(kind);
  expect(() => checkPayload(kind, { ...exampleOf(kind), [field]: "no address" })).toThrow(field);
});

test("a summary of one message names it", () => {
  const items = [{ title: "Tomorrow: Field Science", url: "https://hourbook.example/registrations/1" }];
  expect(subjectOf("digest", { personName: "Bo", items })).toBe("Hourbook today: Tomorrow: Field Science");
});

test("what is due comes at most once, everything else at least once", () => {
  const once = kindsWith(({ guarantee }) => guarantee === "at-most-once");
  expect(once.sort()).toEqual([
    ...["assessor-queue", "claim-reminder", "claims-ageing", "confirm-attendance", "digest", "evaluation-reminder"],
    ...[
      "new-hours",
      "payment-reminder",
      "promise-at-risk",
      "renewal-short",
      "roster-tomorrow",
      "salary-cutoff",
      "session-reminder",
    ],
  ]);
});

test("of accounts are eight kinds, which go out before the others", () => {
  expect(kindsWith(({ category }) => category === "account")).toHaveLength(8);
});

test.each(["no-such-kind", "constructor", ""])(
  "a row of kind %o, which the catalog does not hold, has no rule",
  (kind) => {
    const payload = { actionUrl: "https://hourbook.example/1" };
    expect(isMessageKind(kind)).toBe(false);
    expect(findRule(kind)).toBeNull();
    expect(isSecret(kind)).toBe(false);
    expect(linkOf(kind, payload)).toBeNull();
    expect(replaceSecretLink(kind, payload, "https://hourbook.example/gone")).toEqual(payload);
    expect(() => requireKind(kind)).toThrow("No template");
    expect(() => subjectOf(kind, payload)).toThrow("No template");
  },
);
