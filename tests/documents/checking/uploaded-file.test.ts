import { expect, test } from "vitest";
import { type CheckedFile, summarizeCheck } from "~/documents/checking/uploaded-file";
import type { Standing } from "~/documents/checking/verification";

const checked = (verdict: CheckedFile["verdict"], standing?: Standing) =>
  ({ verdict, verification: standing ? { standing } : null }) as CheckedFile;

const CURRENT: Standing = { state: "current", correctedLines: 0 };
const CORRECTED: Standing = { state: "current", correctedLines: 1 };
const SUPERSEDED: Standing = { state: "superseded", successorIssuedOn: "2027-04-20" };
const REVOKED: Standing = { state: "revoked", on: "2027-05-01", reason: "obtained by mistake" };

// An edited file must not pass, whatever is on record under the code that it names.
test.each([
  [checked("genuine", CURRENT), "Genuine", "good"],
  [checked("genuine", CORRECTED), "Corrected since", "ended"],
  [checked("genuine", SUPERSEDED), "Superseded", "ended"],
  [checked("genuine", REVOKED), "Revoked", "attention"],
  [checked("altered", CURRENT), "Altered", "attention"],
  [checked("altered", REVOKED), "Altered", "attention"],
  [checked("altered"), "Altered", "attention"],
  [checked("unknown"), "Unknown", "attention"],
  [checked("unchecked"), "Not checked", "attention"],
])("D5 what became of a file: %j", (file, words, tone) => {
  expect(summarizeCheck(file)).toEqual({ words, tone });
});
