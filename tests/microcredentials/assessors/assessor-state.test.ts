import { expect, test } from "vitest";
import { ASSESSOR_STATES, ASSESSOR_STEPS, canFollow, stepsFrom } from "~/microcredentials/assessors/assessor-state";

test("every step that a page offers is one that may follow", () => {
  for (const state of ASSESSOR_STATES) {
    expect(stepsFrom(state).filter((step) => !canFollow(state, ASSESSOR_STEPS[step]))).toEqual([]);
    expect(stepsFrom(state).length).toBeGreaterThan(0);
  }
});

test("nobody comes back from being stopped without being named again", () => {
  expect(ASSESSOR_STATES.filter((state) => canFollow("stopped", state))).toEqual(["invited"]);
  expect(ASSESSOR_STATES.filter((state) => canFollow("admitted", state))).toEqual(["calibrating", "stopped"]);
});
