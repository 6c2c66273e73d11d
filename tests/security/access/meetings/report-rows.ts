import { meetingReports } from "#drizzle/schema/online/reports";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { sha256 } from "~/platform/secrets/codes.server";
import { TEST_NOW, ZONE } from "../../../support/clock";
import type { AccessRow } from "../row";

const DOOR = {
  who: ["facilitator", "coordinator"],
  others: 404,
  scope: "the facilitated offering, or the provider of the offering",
} as const;

const PAGE = {
  route: "facilitator/sessions.$id_.reports",
  ...DOOR,
  at: "/facilitator/sessions/{session.over}/reports",
};

const post = (intent: string, send: AccessRow["send"], answers: number | readonly number[] = 302): AccessRow => ({
  ...PAGE,
  method: "POST",
  intent,
  send: send!,
  answers,
});

/** What is read of online meetings, for whoever takes the attendance. */
export const REPORT_ROWS: readonly AccessRow[] = [
  { ...PAGE, method: "GET", shows: ["training"] },
  {
    ...post("upload", {}, [302, 409]),
    sendFile: { field: "file", name: "r.csv", type: "text/csv", text: "Name,User Email\n" },
  },
  post("read-as", { report: "{report}", timeZone: "America/Denver" }, [302, 409]),
  post("match", { decision: ["out|name somebody"] }),
  post("apply", { report: "{report}" }, [302, 409]),
  post("take-back", { report: "{report}", reason: "The wrong session." }, 409),
  post("drop", { report: "{report}" }),
];

/** A report that waits, of a session of somebody's training, with a person of its roster. */
export function addReport(db: Database, sessionId: string, uploadedBy: string, email: string): string {
  const id = newId();
  const bytes = Buffer.from(
    `Name (Original Name),User Email,Total Duration (Minutes),Guest\nSomebody,${email},60,No\n`,
  );
  const file = { fileName: "meeting.csv", fileHash: sha256(bytes), bytes, timeZone: ZONE };
  db.insert(meetingReports)
    .values({ id, sessionId, ...file, uploadedBy, uploadedAt: TEST_NOW })
    .run();
  return id;
}
