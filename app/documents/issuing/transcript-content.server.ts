import { eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import type { Designation } from "~/catalog/courses/designation";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { Reader } from "~/platform/database/database.server";
import { approvalYearOf, dateOf } from "~/platform/time/time-zone";
import { educatorOf, issuerOf, lineOf, type Taken } from "./document-content.server";
import type { TranscriptLine } from "./transcript-parameters";

/** Which credits a transcript holds: completion dates `YYYY-MM-DD`, both included, null for an open end; and a designation. */
export interface Period {
  from: string | null;
  to: string | null;
  designation?: Designation | null | undefined;
}

/** What the person's transcript of a period says now; null when there is no such person. */
export function takeTranscriptContent(db: Reader, now: number, personId: string, period: Period): Taken | null {
  const person = db.select().from(persons).where(eq(persons.id, personId)).get();
  if (!person) return null;
  const provider = getHomeProvider(db);
  const { from, to, designation } = period;
  return {
    providerId: provider.id,
    timeZone: provider.timeZone,
    content: {
      kind: "transcript",
      title: "Transcript of clock hours",
      educator: educatorOf(db, person),
      provider: issuerOf(db, provider, approvalYearOf(dateOf(now, provider.timeZone))),
      period: from || to ? { from, to } : null,
      designation: designation ?? null,
      lines: listTranscriptLines(db, personId, period),
    },
  };
}

/** The lines that a person's transcript of a period has now: every current credit of more than no hours. */
export function listTranscriptLines(db: Reader, personId: string, period: Period): TranscriptLine[] {
  return listCurrentCredits(db, personId, period)
    .filter((credit) => credit.minutes > 0)
    .map(lineOf);
}
