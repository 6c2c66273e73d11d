import { asc, eq } from "drizzle-orm";
import { formerNames, persons } from "#drizzle/schema/people";
import { type CurrentCredit, listCurrentCredits } from "~/credits/ledger.server";
import { getHomeProvider } from "~/people/home-provider.server";
import { legalNameOf } from "~/people/name";
import { canonicalJson } from "~/platform/canonical-json";
import { sha256 } from "~/platform/codes.server";
import type { Reader } from "~/platform/database.server";
import { approvalYearOf, dateOf } from "~/platform/time-zone";
import type { TranscriptLine, TranscriptParameters } from "./transcript-parameters";

/** What a transcript says, apart from what makes one copy differ from another: its code, address and date. */
export type TranscriptContent = Omit<TranscriptParameters, "code" | "verificationUrl" | "issuedOn">;

/** Completion dates `YYYY-MM-DD`, both included; null for an open end. */
export interface Period {
  from: string | null;
  to: string | null;
}

/** What the person's transcript of a period says now; null when there is no such person. */
export function takeTranscriptContent(
  db: Reader,
  now: number,
  personId: string,
  period: Period,
): { content: TranscriptContent; timeZone: string } | null {
  const person = db.select().from(persons).where(eq(persons.id, personId)).get();
  if (!person) return null;
  const provider = getHomeProvider(db);
  const former = db
    .select({ name: formerNames.name })
    .from(formerNames)
    .where(eq(formerNames.personId, personId))
    .orderBy(asc(formerNames.id))
    .all();
  const content: TranscriptContent = {
    kind: "transcript",
    title: "Transcript of clock hours",
    educator: {
      legalName: legalNameOf(person),
      formerNames: former.map((row) => row.name),
      certificateNumber: person.certificateNumber,
    },
    provider: {
      name: provider.name,
      approvalYear: describeApprovalYear(approvalYearOf(dateOf(now, provider.timeZone))),
      designeeName: provider.designeeName ?? provider.name,
      designeeTitle: provider.designeeTitle ?? "Designee for clock hours",
      address: provider.address ?? "",
    },
    period: period.from || period.to ? { from: period.from, to: period.to } : null,
    lines: listTranscriptLines(db, personId, period),
  };
  return { content, timeZone: provider.timeZone };
}

/** The lines that a person's transcript of a period has now: every current credit of more than no hours. */
export function listTranscriptLines(db: Reader, personId: string, period: Period): TranscriptLine[] {
  return listCurrentCredits(db, personId, period)
    .filter((credit) => credit.minutes > 0)
    .map(lineOf);
}

/** D5: the same content has the same hash, whenever and under whatever code it is issued. */
export function hashContent(content: TranscriptContent): string {
  return sha256(canonicalJson(content));
}

/** A3: an approval year from 1 October to 30 September, ready to read: 2026 → "2026–27". */
export function describeApprovalYear(year: number): string {
  return `${year}–${String((year + 1) % 100).padStart(2, "0")}`;
}

function lineOf({ id, version, minutes, snapshot }: CurrentCredit): TranscriptLine {
  return {
    creditId: id,
    startedOn: snapshot.offering.startedOn,
    completedOn: snapshot.offering.completedOn,
    courseTitle: snapshot.course.title,
    inServiceNumber: snapshot.offering.inServiceNumber,
    providerName: snapshot.provider.name,
    providerApprovalYear: describeApprovalYear(snapshot.provider.approvalYear),
    minutes,
    instructor: snapshot.instructors.join(", "),
    designations: snapshot.designations,
    version,
  };
}
