import { parse } from "@conform-to/react";
import { newId } from "~/platform/ids";
import {
  EMPTY_INSTRUCTOR,
  type InstructorDraft,
  newSession,
  type OfferingDraft,
  repeatLast,
  type SessionDraft,
  withPauseRows,
} from "./offering-draft";
import { MOST_SESSIONS } from "./offering-form";

/** The offering form with rows added or taken away, and nothing saved. */
export interface RowChange {
  /** Differs each time, so that the page shows the new rows. */
  version: string;
  draft: OfferingDraft;
  /** The field to go to next. */
  focus: string;
}

/** The fields with which the form says how its last session is repeated. */
export const ROW_FIELDS = ["repeatTimes", "repeatEvery"] as const;

/**
 * What a post of the offering form asks of its rows: `add-session`, `remove-session:2`, `repeat-session`,
 * `add-instructor`, `remove-instructor:0`, or `put-back` for the rows as they were typed. Null when it asks for something else.
 */
export function findRowChange(body: FormData): RowChange | null {
  const intent = body.get("intent");
  const [verb = "", index = ""] = typeof intent === "string" ? intent.split(":") : [];
  const change = CHANGES.get(verb);
  if (!change) return null;
  const draft = readDraft(body);
  const focus = change(draft, Number(index), body);
  return { version: newId(), draft, focus };
}

/** Each changes the draft's rows and names the field to go to. */
const CHANGES = new Map<string, (draft: OfferingDraft, index: number, body: FormData) => string>(
  Object.entries({
    "add-session": (draft) => {
      if (draft.sessions.length < MOST_SESSIONS) draft.sessions.push(newSession(draft.sessions.at(-1)));
      return `sessions[${draft.sessions.length - 1}].date`;
    },
    "remove-session": (draft, index) => {
      draft.sessions.splice(index, 1);
      return draft.sessions.length > 0 ? `sessions[${Math.min(index, draft.sessions.length - 1)}].date` : "sessions";
    },
    "repeat-session": (draft, _index, body) => {
      const first = draft.sessions.length;
      const times = between(body.get("repeatTimes"), 1, MOST_SESSIONS - first);
      draft.sessions = repeatLast(draft.sessions, times, between(body.get("repeatEvery"), 1, 366));
      return `sessions[${Math.min(first, draft.sessions.length - 1)}].date`;
    },
    "add-instructor": (draft) => {
      draft.instructors.push({ ...EMPTY_INSTRUCTOR });
      return `instructors[${draft.instructors.length - 1}].name`;
    },
    "remove-instructor": (draft, index) => {
      draft.instructors.splice(index, 1);
      return draft.instructors.length > 0 ? "instructors[0].name" : "instructors";
    },
    "put-back": () => "",
  }),
);

function between(value: FormDataEntryValue | null, least: number, most: number): number {
  const number = Math.trunc(Number(value));
  return Math.max(Math.min(least, most), Math.min(most, Number.isFinite(number) ? number : least));
}

function readDraft(body: FormData): OfferingDraft {
  const posted = parse(body, { resolve: (value) => ({ value }) }).payload as Partial<OfferingDraft>;
  const sessions = listOf<Partial<SessionDraft>>(posted.sessions);
  return {
    ...(posted as OfferingDraft),
    sessions: sessions.map((session) => ({ ...newSession(undefined), ...session, pauses: pausesOf(session) })),
    instructors: listOf<InstructorDraft>(posted.instructors).map((row) => ({ ...EMPTY_INSTRUCTOR, ...row })),
    designations: listOf(posted.designations),
  };
}

function pausesOf({ pauses }: Partial<SessionDraft>): SessionDraft["pauses"] {
  const rows = listOf<Partial<SessionDraft["pauses"][number]>>(pauses);
  return withPauseRows(
    rows.map(({ kind, start, end }) => ({
      kind: kind === "break" ? "break" : "meal",
      start: start ?? "",
      end: end ?? "",
    })),
  );
}

function listOf<Row>(rows: unknown): Row[] {
  return Array.isArray(rows) ? rows.filter((row): row is Row => typeof row === "object" && row !== null) : [];
}
