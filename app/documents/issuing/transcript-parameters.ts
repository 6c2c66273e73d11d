import { z } from "zod";
import { schoolYearOf } from "~/credits/counting/hours-summary";
import { LONGEST_FULL_NAME, MOST_FORMER_NAMES, MOST_INSTRUCTORS_NAMED } from "~/people/names/name-limit";
import { MOST_SECTIONS, transcriptSection } from "./transcript-section";

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
const minutes = z.int().min(0);

export const transcriptLine = z.object({
  creditId: z.string().min(1),
  startedOn: isoDate,
  completedOn: isoDate,
  courseTitle: z.string().min(1).max(500),
  inServiceNumber: z.string().min(1).max(60),
  providerName: z.string().min(1).max(200),
  /** The provider's approval year, ready to read: "2026–27". */
  providerApprovalYear: z.string().min(1).max(20),
  minutes,
  instructor: z.string().max((MOST_INSTRUCTORS_NAMED + 1) * LONGEST_FULL_NAME),
  designations: z.array(z.object({ code: z.string().min(1).max(40), minutes })).max(30),
  /** 1 as posted; higher once corrected (T7). */
  version: z.int().min(1),
});

/** What every kind of document shows, frozen when it is issued (D2, D3, D5). Dates as "YYYY-MM-DD". */
export const sharedParameters = {
  title: z.string().min(1).max(200),
  educator: z.object({
    legalName: z.string().min(1).max(LONGEST_FULL_NAME),
    formerNames: z.array(z.string().min(1).max(LONGEST_FULL_NAME)).max(MOST_FORMER_NAMES),
    certificateNumber: z.string().max(40).nullable(),
  }),
  provider: z.object({
    name: z.string().min(1).max(200),
    approvalYear: z.string().min(1).max(20),
    designeeName: z.string().min(1).max(200),
    designeeTitle: z.string().min(1).max(200),
    address: z.string().max(300),
    /** SHA-256 of the pictures shown; null where the provider has none. */
    seal: digest.nullish(),
    signature: digest.nullish(),
  }),
  issuedOn: isoDate,
  code: z.string().min(1).max(60),
  verificationUrl: z.url({ protocol: /^https?$/ }),
  /** The key that signed it. */
  keyId: z.string().max(64).nullish(),
};

/** Everything a transcript shows. Times in minutes. */
export const transcriptParameters = z.object({
  ...sharedParameters,
  kind: z.literal("transcript"),
  /** Null for all credits; an open end is null. */
  period: z.object({ from: isoDate.nullable(), to: isoDate.nullable() }).nullable(),
  /** The designation that every line counts for; null for all credits. */
  designation: z.string().max(40).nullish(),
  lines: z.array(transcriptLine),
  /**
   * What stands beside the credits. Absent where nothing does, and never filled in: signature and digest are over the
   * parameters as they were frozen, and those of earlier versions know no sections.
   */
  sections: z.array(transcriptSection).min(1).max(MOST_SECTIONS).optional(),
});

export type TranscriptLine = z.infer<typeof transcriptLine>;
export type TranscriptParameters = z.infer<typeof transcriptParameters>;

export interface TranscriptTotals {
  minutes: number;
  /** By code, in alphabetical order. One minute may count for several designations. */
  byDesignation: { code: string; minutes: number }[];
  /** By school year of completion, oldest first: "2026–27". */
  bySchoolYear: { schoolYear: string; minutes: number }[];
}

/** Sums of a transcript's lines in minutes: all, by designation and by school year (D3). */
export function totalsOf(lines: Pick<TranscriptLine, "minutes" | "completedOn" | "designations">[]): TranscriptTotals {
  const byCode = new Map<string, number>();
  const byYear = new Map<string, number>();
  for (const line of lines) {
    add(byYear, schoolYearOf(line.completedOn), line.minutes);
    for (const designation of line.designations) add(byCode, designation.code, designation.minutes);
  }
  return {
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    byDesignation: sorted(byCode).map(([code, minutes]) => ({ code, minutes })),
    bySchoolYear: sorted(byYear).map(([schoolYear, minutes]) => ({ schoolYear, minutes })),
  };
}

function add(sums: Map<string, number>, key: string, minutes: number): void {
  sums.set(key, (sums.get(key) ?? 0) + minutes);
}

function sorted(sums: Map<string, number>): [string, number][] {
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
