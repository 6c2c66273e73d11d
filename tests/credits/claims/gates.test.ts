import { expect, test } from "vitest";
import { claimStage, missingGates } from "~/credits/claims/gates";

const BOTH = [true, true] as const;
const EVALUATION = [true, false] as const;
const PAYMENT = [false, true] as const;
const NEITHER = [false, false] as const;

// T3: PSESD gates by both. First what the policy asks, then what was done, then what is missing and how far it came.
test.each([
  [BOTH, NEITHER, ["evaluation", "payment"], "claimed"],
  [BOTH, EVALUATION, ["payment"], "evaluated"],
  [BOTH, PAYMENT, ["evaluation"], "claimed"],
  [BOTH, BOTH, [], "settled"],
  [EVALUATION, NEITHER, ["evaluation"], "claimed"],
  [EVALUATION, PAYMENT, ["evaluation"], "claimed"],
  [EVALUATION, EVALUATION, [], "settled"],
  [PAYMENT, NEITHER, ["payment"], "evaluated"],
  [PAYMENT, EVALUATION, ["payment"], "evaluated"],
  [PAYMENT, PAYMENT, [], "settled"],
  [NEITHER, NEITHER, [], "settled"],
])(
  "T3 gates %j, passed %j: missing %j, %s",
  ([evaluationGates, paymentGates], [evaluated, settled], missing, stage) => {
    expect(missingGates({ evaluated, settled }, { evaluationGates, paymentGates })).toEqual(missing);
    expect(claimStage({ evaluated, settled }, { evaluationGates, paymentGates })).toBe(stage);
  },
);
