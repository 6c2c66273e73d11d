import type { EducatorCertificateKind } from "./educator-certificate";

/** What stands on the paper of each kind, in two lines as people find it there. */
export const PAPER_LINES: Record<EducatorCertificateKind, readonly [above: string, name: string]> = {
  teacher: ["Residency, Professional", "Teacher"],
  "cte-teacher": ["Career & Technical", "CTE Teacher"],
  principal: ["Administrator", "Principal"],
  "program-administrator": ["Administrator", "Program Admin."],
  superintendent: ["Administrator", "Superintendent"],
  "cte-director": ["Career & Technical", "CTE Director"],
  "school-counselor": ["Staff Associate (ESA)", "Counselor"],
  "school-psychologist": ["Staff Associate (ESA)", "Psychologist"],
  "school-nurse": ["Staff Associate (ESA)", "School Nurse"],
  "school-social-worker": ["Staff Associate (ESA)", "Social Worker"],
  "para-general": ["Paraeducator", "General"],
  "para-ell": ["Paraeducator subject", "ELL"],
  "para-special-education": ["Paraeducator subject", "Special Ed."],
  "para-advanced": ["Paraeducator", "Advanced"],
};

/** The pictures from which people choose, by whose they are. */
export const PAPER_GROUPS: readonly { label: string; kinds: readonly EducatorCertificateKind[] }[] = [
  { label: "Teachers", kinds: ["teacher", "cte-teacher"] },
  { label: "Administrators", kinds: ["principal", "program-administrator", "superintendent", "cte-director"] },
  {
    label: "Educational staff associates",
    kinds: ["school-counselor", "school-psychologist", "school-nurse", "school-social-worker"],
  },
  { label: "Paraeducators", kinds: ["para-general", "para-ell", "para-special-education", "para-advanced"] },
];
