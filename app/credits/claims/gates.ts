import type { ClaimStatus } from "./claim-status";

/** T3: which gates stand before posting, by the provider's policy. */
export interface GatePolicy {
  evaluationGates: boolean;
  paymentGates: boolean;
}

/** What a claim has passed. */
export interface GateState {
  evaluated: boolean;
  settled: boolean;
}

/** The gates that a claim has yet to pass. */
export function missingGates(state: GateState, policy: GatePolicy): ("evaluation" | "payment")[] {
  const missing: ("evaluation" | "payment")[] = [];
  if (policy.evaluationGates && !state.evaluated) missing.push("evaluation");
  if (policy.paymentGates && !state.settled) missing.push("payment");
  return missing;
}

/** How far a claim that was made has come: claimed, then evaluated, then settled; gates that do not apply are passed. */
export function claimStage(
  state: GateState,
  policy: GatePolicy,
): Extract<ClaimStatus, "claimed" | "evaluated" | "settled"> {
  const missing = missingGates(state, policy);
  if (missing.includes("evaluation")) return "claimed";
  return missing.includes("payment") ? "evaluated" : "settled";
}
