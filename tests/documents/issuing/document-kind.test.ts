import { expect, test } from "vitest";
import { DOCUMENT_KINDS, holdsPrivateContact, holdsPrivateWords } from "~/documents/issuing/document-kind";

test("P3, D4 the registration form holds an address and a phone number, and no other document does", () => {
  expect(DOCUMENT_KINDS.filter(holdsPrivateContact)).toEqual(["registration-form"]);
});

test("P2 a growth plan holds what somebody wrote of their own work, and no other document does", () => {
  expect(DOCUMENT_KINDS.filter(holdsPrivateWords)).toEqual(["growth-plan"]);
});
