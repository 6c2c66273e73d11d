import { expect, test } from "vitest";
import { ENDORSEMENTS, needsStem } from "~/renewal/certificates/endorsement";
import { STEM_ENDORSEMENTS } from "~/renewal/renewal-rules";

test("N4 every endorsement that asks for STEM is in the list by its very words, and marked", () => {
  expect(ENDORSEMENTS.filter(needsStem)).toHaveLength(STEM_ENDORSEMENTS.length);
  expect([...STEM_ENDORSEMENTS].filter((each) => !(ENDORSEMENTS as readonly string[]).includes(each))).toEqual([]);
  expect(needsStem("History")).toBe(false);
  expect(new Set(ENDORSEMENTS).size).toBe(ENDORSEMENTS.length);
});
