/** A rule that counts for what was completed, or issued, from a day on. A change is a new row; none is ever edited. */
interface Dated {
  /** Plain date; null: from the beginning. */
  from: string | null;
  source: string;
}

export const FCS_UNITS = [
  "FCS-01",
  "FCS-02",
  "FCS-03",
  "FCS-04",
  "FCS-05",
  "FCS-06",
  "FCS-07",
  "FCS-08",
  "FCS-09",
  "FCS-10",
  "FCS-11",
  "FCS-12",
] as const;
export type FcsUnit = (typeof FCS_UNITS)[number];

const HOUR = 60;

/** N5: the fundamental course of study, unit by unit. */
export const FCS_RULE = {
  units: {
    "FCS-01": 4 * HOUR,
    "FCS-02": 4 * HOUR,
    "FCS-03": 2 * HOUR,
    "FCS-04": 1 * HOUR,
    "FCS-05": 3 * HOUR,
    "FCS-06": 3 * HOUR,
    "FCS-07": 2 * HOUR,
    "FCS-08": 2 * HOUR,
    "FCS-09": 1 * HOUR,
    "FCS-10": 3 * HOUR,
    "FCS-11": 2 * HOUR,
    "FCS-12": 1 * HOUR,
  } satisfies Record<FcsUnit, number>,
  /** Of all units together, minutes that must be in person. */
  inPersonMinutes: 7 * HOUR,
  source: "PESB, fundamental course of study",
};

/** N5: what stands on the fundamental course of study. */
export const STEP_RULES = {
  /** Beyond the 28 hours; hours of subject matter count, too. */
  general: { minutes: 70 * HOUR, mostPlans: 1, source: "PESB, general certificate" },
  subject: { minutes: 20 * HOUR, source: "PESB, subject matter certificates" },
  /** Beyond the general certificate. */
  advanced: { minutes: 75 * HOUR, mostPlans: 3, source: "PESB, advanced certificate" },
};

/** Minutes of a growth plan, one a year from July to June, as in N1. */
export const PLAN_MINUTES: readonly (Dated & { minutes: number })[] = [
  { from: null, minutes: 30 * HOUR, source: "OSPI, professional growth plans: 30 hours if completed by June 30, 2018" },
  { from: "2018-07-01", minutes: 25 * HOUR, source: "OSPI, professional growth plans: 25 hours" },
];

export type ParaCertificateKind = "general" | "ell" | "special-education" | "advanced";

/** How long a certificate is valid, in years; null: it does not end. */
export const VALIDITY: Record<ParaCertificateKind, readonly (Dated & { years: number | null })[]> = {
  general: [{ from: null, years: null, source: "PESB: the general certificate does not expire" }],
  ell: [{ from: null, years: 5, source: "PESB: subject matter certificates are valid for five years" }],
  "special-education": [{ from: null, years: 5, source: "PESB: subject matter certificates are valid for five years" }],
  advanced: [{ from: null, years: 5, source: "PESB: the advanced certificate is valid for five years" }],
};
