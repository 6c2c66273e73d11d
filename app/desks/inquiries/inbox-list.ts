import type { ListShape } from "~/platform/lists/list-shape";
import { INQUIRY_KINDS, INQUIRY_WORDS, type InquiryState } from "./inquiry";

const WAITING: ListShape = {
  name: "inquiries",
  title: "Inquiries",
  path: "/inbox",
  kept: ["state"],
  columns: [
    { key: "title", label: "Offering", sort: "asc", primary: true },
    { key: "name", label: "From", sort: "asc" },
    { key: "about", label: "About", sort: "asc" },
    { key: "age", label: "Waits", sort: "desc" },
    { key: "since", label: "Since", sort: "desc", extra: true },
    { key: "number", label: "In-service number", sort: "asc", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, offering or number" },
    {
      name: "about",
      kind: "choice",
      label: "About",
      any: "Anything",
      options: INQUIRY_KINDS.map((value) => ({ value, label: INQUIRY_WORDS[value].about })),
    },
    { name: "from", kind: "date", label: "Since, from" },
    { name: "to", kind: "date", label: "Since, to" },
  ],
  sort: "-age",
  noun: "inquiry",
  nouns: "inquiries",
};

const SETTLED: ListShape = {
  ...WAITING,
  columns: WAITING.columns
    .filter(({ key }) => key !== "age")
    .map(({ extra, ...column }) => (extra && column.key !== "since" ? { ...column, extra } : column)),
  sort: "-since",
};

/** Inquiries to staff: those that wait, longest first; others newest first. */
export const INBOX_LISTS: Record<InquiryState, ListShape> = {
  open: WAITING,
  answered: SETTLED,
  "taken-back": SETTLED,
};
