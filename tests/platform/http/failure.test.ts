import { expect, test } from "vitest";
import { failureText, referenceIn } from "~/platform/http/failure";

test("an answer that failed gives back the reference that it was made with, and no other answer has one", () => {
  expect(referenceIn(failureText("0191-ab"))).toBe("0191-ab");
  for (const other of [null, undefined, "", "This page cannot do that.", { reference: "0191-ab" }])
    expect(referenceIn(other)).toBeNull();
});
