import { expect, test } from "vitest";
import type { RecipientStatus } from "~/platform/mail/delivery-status";
import { verdictOnReport } from "~/platform/mail/report-verdict";

const of = (final: string, changes: Partial<RecipientStatus> = {}): RecipientStatus => ({
  action: "failed",
  final,
  original: "",
  code: 550,
  status: "5.1.1",
  words: "550 5.1.1 User unknown",
  ...changes,
});
const BO = "bo@district.example";
const list = (final: string, changes: Partial<RecipientStatus> = {}) => of(final, { original: BO, ...changes });

test.each([
  ["our recipient failed", [of(BO)], "failed"],
  ["the second of two failed", [of("copy@archive.example", { action: "relayed" }), of(BO)], "failed"],
  ["written otherwise inside their walls", [list("BO@mail.district.example")], "failed"],
  ["nobody is named, and there is one", [of("")], "failed"],
  [
    "a member of a list, another got it",
    [list("left@d.example"), list("here@d.example", { action: "delivered" })],
    "elsewhere",
  ],
  ["a member of a list, alone", [list("left@d.example")], "elsewhere"],
  ["somebody whom we did not write to", [of("victim@district.example")], "elsewhere"],
  ["late", [of(BO, { action: "delayed", status: "4.4.1" })], "delayed"],
  ["taken", [of(BO, { action: "delivered", status: "2.0.0" })], "delivered"],
  ["passed on", [of(BO, { action: "relayed", status: "2.0.0" })], "delivered"],
])("%s", (_what, recipients, outcome) => {
  expect(verdictOnReport(recipients, BO)).toMatchObject({ outcome });
});

test("without our own row, the report itself says whom it was for", () => {
  expect(verdictOnReport([of(BO)], null)).toMatchObject({ outcome: "failed", meaning: "nobody" });
  expect(verdictOnReport([list("left@d.example")], null)).toEqual({ outcome: "elsewhere" });
});

test("the reason is the server's words, else its status, else that there is none", () => {
  const reasonOf = (changes: Partial<RecipientStatus>) => verdictOnReport([of(BO, changes)], BO);
  expect(reasonOf({})).toMatchObject({ reason: "550 5.1.1 User unknown" });
  expect(reasonOf({ words: "" })).toMatchObject({ reason: "5.1.1", meaning: "nobody" });
  expect(reasonOf({ words: "", status: "", code: 0 })).toMatchObject({
    reason: "No reason was given.",
    meaning: "unclear",
  });
});
