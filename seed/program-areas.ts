/** The agency's program areas: code in the database and in URLs, name on pages. */
export const PROGRAM_AREAS = [
  { code: "equity", name: "Equity in education" },
  { code: "inclusion", name: "Inclusionary practices" },
  { code: "mtss", name: "Multi-tiered system of supports" },
  { code: "multilingual", name: "Multilingual education" },
  { code: "native", name: "Native American education" },
  { code: "para", name: "Paraeducator" },
  { code: "special", name: "Special services" },
  { code: "sel", name: "Social-emotional learning" },
  { code: "tpep", name: "TPEP and evaluation" },
  { code: "literacy", name: "Literacy" },
  { code: "math", name: "Mathematics" },
  { code: "science", name: "Science" },
  { code: "cs", name: "Computer science and STEM" },
  { code: "early", name: "Early learning" },
  { code: "leadership", name: "Leadership" },
  { code: "safety", name: "School safety and prevention" },
] as const;

export type ProgramAreaCode = (typeof PROGRAM_AREAS)[number]["code"];
