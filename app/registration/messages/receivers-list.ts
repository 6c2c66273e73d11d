import { MESSAGE_STATE_LABELS, MESSAGE_STATES } from "~/messages/outbox/message-state";
import type { ListShape } from "~/platform/lists/list-shape";

/** Who got one message to the people of an offering. */
export const RECEIVERS_LIST: ListShape = {
  name: "receivers",
  title: "Who got it",
  path: "/facilitator/offerings",
  of: "message",
  columns: [
    { key: "person", label: "Person", sort: "asc", primary: true },
    { key: "state", label: "State", sort: "asc" },
    { key: "sent", label: "Sent", sort: "desc" },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: MESSAGE_STATES.map((value) => ({ value, label: MESSAGE_STATE_LABELS[value] })),
    },
  ],
  sort: "person",
  noun: "person",
  nouns: "people",
};
