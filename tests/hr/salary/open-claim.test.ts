import { expect, test } from "vitest";
import { mayBeNudged, NUDGE_EVERY_MS } from "~/hr/salary/open-claim";

test.each([
  [null, true],
  [0, true],
  [1, false],
])("somebody who was reminded %j after a week's beginning may be reminded: %s", (lastAt, may) => {
  expect(mayBeNudged(lastAt, NUDGE_EVERY_MS)).toBe(may);
});
