import type { ListShape } from "~/platform/lists/list-shape";

/** Offerings of the past, under way and to come, by their parameter. */
export const WHEN_OPTIONS = [
  { value: "coming", label: "To come" },
  { value: "running", label: "Under way" },
  { value: "past", label: "Over" },
  { value: "to-confirm", label: "To confirm" },
] as const;
export type When = (typeof WHEN_OPTIONS)[number]["value"];

/** Where the attendance of an offering stands. */
export type AttendanceState = "cancelled" | "coming" | "running" | "to-confirm" | "confirmed";

/** Each in words, and how it looks. */
export const ATTENDANCE_WORDS: Record<
  AttendanceState,
  { text: string; tone: "good" | "attention" | "ended" | "info" | "neutral" }
> = {
  cancelled: { text: "Cancelled", tone: "ended" },
  coming: { text: "To come", tone: "neutral" },
  running: { text: "Under way", tone: "info" },
  "to-confirm": { text: "To confirm", tone: "attention" },
  confirmed: { text: "Confirmed", tone: "good" },
};

/** Those of them whose attendance waits for confirmation. */
export const TO_CONFIRM_PATH = "/facilitator/offerings?when=to-confirm";

/** Every offering whose attendance the person takes. */
export const MY_OFFERINGS_LIST: ListShape = {
  name: "my-offerings",
  title: "My offerings",
  path: "/facilitator/offerings",
  columns: [
    { key: "title", label: "Offering", sort: "asc", primary: true },
    { key: "starts", label: "Begins", sort: "desc" },
    { key: "ends", label: "Ends", sort: "desc" },
    { key: "place", label: "Place", sort: "asc", hideOnPhone: true },
    { key: "people", label: "People", sort: "desc", align: "end" },
    { key: "state", label: "Attendance" },
    { key: "number", label: "In-service number", sort: "asc", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Title, place or number" },
    { name: "when", kind: "choice", label: "When", any: "Any time", options: WHEN_OPTIONS },
    { name: "from", kind: "date", label: "Begins from" },
    { name: "to", kind: "date", label: "Begins until" },
  ],
  sort: "-starts",
  noun: "offering",
};
