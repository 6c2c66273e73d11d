import { isPlainDate } from "~/platform/time/plain-date";
import type { PauseKind } from "./offering-state";
import { repeatSession, type SessionInput } from "./session-plan";

/** A session's row of fields, all text. */
export interface SessionDraft {
  id?: string;
  date: string;
  startTime: string;
  endTime: string;
  topic: string;
  place: string;
  link: string;
  /** Of a session on people's own time: its hours of work, and the day on which it closes. */
  ownHours: string;
  lastDate: string;
  pauses: { kind: PauseKind; start: string; end: string }[];
}

/** An instructor's row of fields. The address is that of their account, if they have one. */
export interface InstructorDraft {
  name: string;
  email: string;
  qualifications: string;
}

/** What the offering form shows, all text. */
export interface OfferingDraft extends Record<string, unknown> {
  modality: string;
  place: string;
  address: string;
  hostOrganisationId: string;
  link: string;
  mapLink: string;
  arrival: string;
  bring: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  capacity: string;
  waitlistLimit: string;
  price: string;
  registrationOpens: string;
  registrationCloses: string;
  firstOpens: string;
  firstFor: string;
  audienceOnly: string;
  supervisorHours: string;
  sessions: SessionDraft[];
  instructors: InstructorDraft[];
  designations: { designation: string; hours: string }[];
}

/** Rows that every session offers for meals and breaks, filled or not. */
const PAUSE_ROWS: readonly PauseKind[] = ["meal", "break", "break"];

/** Pauses with empty rows added, so that there is always room for a meal and two breaks. */
export function withPauseRows(pauses: SessionDraft["pauses"]): SessionDraft["pauses"] {
  const rest = [...pauses];
  const rows = PAUSE_ROWS.map((kind) => {
    const found = rest.findIndex((pause) => pause.kind === kind);
    const [filled] = found >= 0 ? rest.splice(found, 1) : [];
    return filled ?? { kind, start: "", end: "" };
  });
  return [...rows, ...rest];
}

/** A new session: the day after the last one at its hours, or an empty row. */
export function newSession(after: SessionDraft | undefined): SessionDraft {
  const [next] = after && isPlainDate(after.date) ? repeatSession(after, 1, 1) : [];
  if (!next) {
    const own = { ownHours: "", lastDate: "" };
    return { date: "", startTime: "", endTime: "", topic: "", place: "", link: "", ...own, pauses: withPauseRows([]) };
  }
  return { ...asDraft(next, after?.ownHours), topic: "" };
}

/** The sessions with the last one repeated; unchanged while it has no date that exists. */
export function repeatLast(sessions: readonly SessionDraft[], times: number, everyDays: number): SessionDraft[] {
  const last = sessions.at(-1);
  if (!last || !isPlainDate(last.date)) return [...sessions];
  return [...sessions, ...repeatSession(last, times, everyDays).map((each) => asDraft(each, last.ownHours))];
}

export const EMPTY_INSTRUCTOR: InstructorDraft = { name: "", email: "", qualifications: "" };

function asDraft(
  { topic = "", place = "", link = "", lastDate = "", ...session }: SessionInput,
  ownHours = "",
): SessionDraft {
  return { ...session, topic, place, link, lastDate, ownHours };
}

/** What the fields of an offering are called, where a collision or a change names them. */
export const OFFERING_FIELD_LABELS: Record<keyof OfferingDraft & string, string> = {
  modality: "People take part",
  place: "Place",
  address: "Address",
  hostOrganisationId: "Host district",
  link: "Link to join",
  mapLink: "Link to a map",
  arrival: "Parking and arrival",
  bring: "What to bring",
  contactName: "Contact",
  contactEmail: "Contact’s email",
  contactPhone: "Contact’s telephone",
  capacity: "Seats",
  waitlistLimit: "Waitlist places",
  price: "Price in dollars",
  registrationOpens: "Registration opens",
  registrationCloses: "Registration closes",
  firstOpens: "Opens for them",
  firstFor: "Opens first for",
  audienceOnly: "Only for the course's audience",
  supervisorHours: "Hours for a supervisor's approval",
  sessions: "Sessions",
  instructors: "Instructors",
  designations: "Hours that count for a designation",
};
