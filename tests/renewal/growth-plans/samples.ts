import type { PlanInput } from "~/renewal/growth-plans/growth-plan";

/** A plan whose work ended in May 2026, with everything that a reviewer needs, unless said otherwise. */
export const written = (changes: Partial<PlanInput> = {}): PlanInput => ({
  goals: "Every student in my room takes part in mathematical talk.",
  standards: "InTASC 3 and 8",
  activities: "Number talks each Tuesday; visits of a colleague in March.",
  evidence: "Tallies of who spoke, by week.",
  reflection: "Waiting longer helped most. Next: written talk.",
  topics: ["EQUITY"],
  endedOn: "2026-05-29",
  ...changes,
});

/** The same as its form posts it. */
export const planForm = (changes: Partial<Record<keyof PlanInput, string>> = {}): Record<string, string> => ({
  ...(written() as unknown as Record<string, string>),
  topics: "EQUITY",
  ...changes,
  intent: "save-plan",
});
