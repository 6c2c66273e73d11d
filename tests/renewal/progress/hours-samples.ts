import type { EarnedHours } from "~/renewal/progress/renewal-sources";

/** Seven hours of the district office, in person, unless said otherwise. */
export const earned = (id: string, changes: Partial<EarnedHours> = {}): EarnedHours => ({
  id,
  title: `Course ${id}`,
  provider: "Puget Sound ESD",
  startedOn: "2025-03-04",
  completedOn: "2025-03-04",
  minutes: 420,
  designations: [],
  modality: "in-person",
  giver: { kind: "esd", listings: [] },
  ...changes,
});
