import { expect, test } from "vitest";
import { awardPageForm } from "~/microcredentials/awards/award-form";
import { errorsOf } from "../../support/form";

test.each(["revoked", "suspended", "resumed", "replaced"])("an award is %s for a reason", (intent) => {
  expect(errorsOf(awardPageForm, { intent, awardId: "a", reason: " " })).toEqual([
    "reason: Say why; the person reads it, and so does whoever checks the badge.",
  ]);
});
