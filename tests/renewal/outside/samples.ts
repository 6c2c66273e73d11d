import type { OutsideInput } from "~/renewal/outside/outside-hours";

/** Six and a half hours of another office, three of them in equity, unless said otherwise. */
export const outside = (changes: Partial<OutsideInput> = {}): OutsideInput => ({
  kind: "clock-hours",
  amount: 390,
  title: "Teaching with place",
  providerName: "ESD 113",
  startedOn: "2026-02-03",
  completedOn: "2026-02-04",
  inPerson: false,
  designations: [{ code: "EQUITY", minutes: 180 }],
  ...changes,
});

/** The same as its form posts it. */
export const OUTSIDE_FORM = {
  intent: "save-hours",
  kind: "clock-hours",
  amount: "6.5",
  title: "Teaching with place",
  providerName: "ESD 113",
  startedOn: "2026-02-03",
  completedOn: "2026-02-04",
  "topics.EQUITY": "3",
};
