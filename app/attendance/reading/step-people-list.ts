import type { ListShape } from "~/platform/lists/list-shape";
import { STEP_STANDING_WORDS, STEP_STANDINGS } from "~/attendance/steps/step-standing";

/** Who has done which step of an offering: a row for each person and step. */
export const STEP_PEOPLE_LIST: ListShape = {
  name: "step-people",
  title: "Who has done what",
  path: "/facilitator/offerings",
  of: "offering",
  columns: [
    { key: "person", label: "Person", sort: "asc", primary: true },
    { key: "step", label: "Step", sort: "asc" },
    { key: "state", label: "State" },
    { key: "done", label: "Done", sort: "desc" },
    { key: "minutes", label: "Minutes", sort: "desc", align: "end", hideOnPhone: true },
    { key: "result", label: "Result", hideOnPhone: true },
    { key: "by", label: "Recorded by", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name" },
    { name: "step", kind: "choice", label: "Step", any: "Any step" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: [
        { value: "undone", label: "Everything that is not done" },
        ...STEP_STANDINGS.map((value) => ({ value, label: STEP_STANDING_WORDS[value].text })),
      ],
    },
    { name: "person", kind: "choice", label: "Person", any: "Everybody" },
  ],
  sort: "person",
  noun: "row",
};
