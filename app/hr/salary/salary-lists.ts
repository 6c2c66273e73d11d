import { capitalized } from "~/platform/format";
import type { ListShape } from "~/platform/lists/list-shape";
import { WAITING_CLAIM_WORDS, WAITING_CLAIMS } from "./open-claim";
import { SALARY_VERDICT_WORDS, SALARY_VERDICTS } from "./salary-verdict";

/** What each person's hours of a salary year come to. */
export const SALARY_PEOPLE_LIST: ListShape = {
  name: "salary-people",
  title: "Salary credits",
  path: "/hr/salary",
  kept: ["organization", "year"],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "employee", label: "Employee ID" },
    { key: "hours", label: "Clock hours completed", align: "end" },
    { key: "counted", label: "Count by your rules", align: "end" },
    { key: "credits", label: "Quarter credits", align: "end" },
    { key: "accepted", label: "Accepted", align: "end" },
    { key: "open", label: "To review", align: "end" },
  ],
  filters: [{ name: "q", kind: "words", label: "Name" }],
  sort: "name",
  noun: "person",
  nouns: "people",
};

/** The rows behind, to be reviewed one by one or many at once. */
export const SALARY_ROWS_LIST: ListShape = {
  name: "salary-rows",
  title: "Rows to review",
  path: "/hr/salary/review",
  kept: ["organization", "year"],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "course", label: "Course" },
    { key: "completed", label: "Completed", sort: "desc" },
    { key: "hours", label: "Clock hours", sort: "desc", align: "end" },
    { key: "counted", label: "Count", align: "end" },
    { key: "flags", label: "Your rules", hideOnPhone: true },
    { key: "verdict", label: "Review" },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name" },
    {
      name: "verdict",
      kind: "choice",
      label: "Review",
      any: "Any",
      options: SALARY_VERDICTS.map((value) => ({ value, label: SALARY_VERDICT_WORDS[value] })),
    },
  ],
  sort: "name",
  noun: "row",
};

/** Who has claims of a salary year that wait for them, to be reminded one by one or many at once. */
export const OPEN_CLAIMS_LIST: ListShape = {
  name: "salary-claims",
  title: "Claims still open",
  path: "/hr/salary/claims",
  kept: ["organization", "year"],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "claims", label: "What waits for them" },
    { key: "reminded", label: "Reminded" },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name" },
    {
      name: "waits",
      kind: "choice",
      label: "What waits",
      any: "Anything",
      options: WAITING_CLAIMS.map((value) => ({ value, label: capitalized(WAITING_CLAIM_WORDS[value]) })),
    },
  ],
  sort: "name",
  noun: "person",
  nouns: "people",
};
