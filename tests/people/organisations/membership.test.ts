import { expect, test } from "vitest";
import { membershipFate, membershipInWords } from "~/people/organisations/membership";

const ENDED = { fromDate: "2024-10-01", toDate: "2025-09-30" };
const LASTS = { fromDate: "2026-10-01", toDate: null };

// T8: stretches of membership, what is to change, the day, and what it does.
test.each([
  [[], "join", "2026-10-01", "joins"],
  [[ENDED], "join", "2025-10-01", "joins"],
  [[ENDED], "join", "2025-09-30", "nothing"],
  [[LASTS], "join", "2027-01-01", "nothing"],
  [[LASTS], "join", "2026-09-30", "nothing"],
  [[], "end", "2026-10-01", "nothing"],
  [[ENDED], "end", "2025-06-30", "ends"],
  [[ENDED], "end", "2025-09-30", "nothing"],
  [[ENDED, LASTS], "end", "2026-10-01", "ends"],
  [[ENDED, LASTS], "end", "2026-09-30", "nothing"],
] as const)("T8 with %j, %s on %s: %s", (memberships, change, day, fate) => {
  expect(membershipFate(memberships, change, day)).toBe(fate);
});

test("a membership reads with its days", () => {
  expect(membershipInWords(LASTS)).toBe("Member since Thu, Oct 1, 2026");
  expect(membershipInWords(ENDED)).toBe("Member from Tue, Oct 1, 2024 to Tue, Sep 30, 2025");
});
