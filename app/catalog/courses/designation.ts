/** Designations: what hours count for (domain section 1). TPEP is a search tag: hours are never counted for it. */
export const DESIGNATIONS = {
  STEM: "STEM",
  EQUITY: "Equity",
  LEADERSHIP: "Leadership (PSEL)",
  G2G: "Government-to-government",
  "FCS-01": "FCS 01 Cultural identity",
  "FCS-02": "FCS 02 Instructional support",
  "FCS-03": "FCS 03 Technology",
  "FCS-04": "FCS 04 Data",
  "FCS-05": "FCS 05 District orientation",
  "FCS-06": "FCS 06 Equity",
  "FCS-07": "FCS 07 Behavior and de-escalation",
  "FCS-08": "FCS 08 Child development",
  "FCS-09": "FCS 09 Emergency and health",
  "FCS-10": "FCS 10 Safe environment",
  "FCS-11": "FCS 11 Communication",
  "FCS-12": "FCS 12 Challenges",
  "PARA-SUBJECT-ELL": "Paraeducator ELL subject matter",
  "PARA-SUBJECT-SPED": "Paraeducator special education subject matter",
  "SUICIDE-PREVENTION": "Suicide prevention",
  TPEP: "TPEP",
} as const;

export type Designation = keyof typeof DESIGNATIONS;
export const DESIGNATION_CODES = Object.keys(DESIGNATIONS) as [Designation, ...Designation[]];

/** Designations that hours can be counted for, in order; the rest are tags for search. */
export const HOUR_DESIGNATIONS = DESIGNATION_CODES.filter((code) => code !== "TPEP");
