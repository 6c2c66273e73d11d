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
import { RENEWAL_MESSAGES } from "~/messages/catalog/renewal";
import { SEAT_MESSAGES } from "~/messages/catalog/seats";
import { exampleOf } from "../../support/message-examples";
import { SAID } from "./said";

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
    RENEWAL_MESSAGES,
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
      "steps-due",
      "token-ending",
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
