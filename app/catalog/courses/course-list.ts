import { COURSE_STATE_LABELS } from "~/catalog/state-words";
import type { ListShape } from "~/platform/lists/list-shape";
import { COURSE_STATES } from "./course-state";

/** A coordinator's courses. */
export const COURSE_LIST: ListShape = {
  name: "courses",
  title: "Courses",
  path: "/coordinator/courses",
  columns: [
    { key: "title", label: "Course", sort: "asc", primary: true },
    { key: "area", label: "Program area", sort: "asc" },
    { key: "state", label: "State", sort: "asc" },
    { key: "coming", label: "Offerings to come", sort: "desc", align: "end" },
    { key: "all", label: "In all", sort: "desc", align: "end", hideOnPhone: true },
    { key: "last", label: "Last offering", sort: "desc", extra: true },
    { key: "changed", label: "Changed", sort: "desc", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Title" },
    { name: "area", kind: "choice", label: "Program area", any: "Any area" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: COURSE_STATES.map((value) => ({ value, label: COURSE_STATE_LABELS[value] })),
    },
  ],
  sort: "title",
  noun: "course",
};
