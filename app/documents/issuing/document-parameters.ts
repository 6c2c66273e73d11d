import { z } from "zod";
import { LONGEST_PAID_HOW } from "./document-limits";
import { MOST_SECTIONS, type TranscriptSection, transcriptSection } from "./transcript-section";
import { growthPlanParameters } from "./growth-plan-parameters";
import { sharedParameters, transcriptLine, transcriptParameters } from "./transcript-parameters";

const oneLine = z.tuple([transcriptLine]);

/** A certificate: one credit (D2, D3). */
export const certificateParameters = z.object({
  ...sharedParameters,
  kind: z.literal("certificate"),
  /** What the offering was approved for. */
  approvedMinutes: z.int().min(0),
  lines: oneLine,
});

/** The SPI 1125-equivalent in-service registration form: one credit (D4). */
export const registrationFormParameters = z.object({
  ...sharedParameters,
  kind: z.literal("registration-form"),
  approvedMinutes: z.int().min(0),
  lines: oneLine,
  /** Null leaves a line to write on. */
  address: z.string().max(300).nullable(),
  workLocation: z.string().max(200).nullable(),
  phone: z.string().max(60).nullable(),
  paidCents: z.int().min(0),
  /** How it was paid, in words, or why nothing was. */
  paidHow: z.string().max(LONGEST_PAID_HOW),
  /** The educator's electronic affidavit: when and from which text (T5); null where none is on record. */
  affidavit: z.object({ on: z.iso.date(), version: z.string().max(40) }).nullable(),
});

/** What somebody's hours come to for the renewal of their certificate (N1–N4), in the order in which its application asks. */
export const renewalSummaryParameters = z.object({
  ...sharedParameters,
  kind: z.literal("renewal-summary"),
  /** The days whose hours count, both included. */
  window: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** What stands before the hours: what is held, what is asked for. */
  before: z.array(transcriptSection).min(1).max(MOST_SECTIONS),
  /** Posted credits that count. */
  lines: z.array(transcriptLine),
  /** What stands after them: what else counts, and what counts to which topic. */
  sections: z.array(transcriptSection).max(2 * MOST_SECTIONS),
});

/** Everything that a document shows, frozen when it is issued (D5). */
export const documentParameters = z.discriminatedUnion("kind", [
  transcriptParameters,
  certificateParameters,
  registrationFormParameters,
  renewalSummaryParameters,
  growthPlanParameters,
]);

/** Named one by one, so that what is added to the form is private until it is named here, too. */
const publicFormParameters = registrationFormParameters.pick({
  kind: true,
  title: true,
  educator: true,
  provider: true,
  issuedOn: true,
  code: true,
  verificationUrl: true,
  keyId: true,
  approvedMinutes: true,
  lines: true,
  workLocation: true,
  paidCents: true,
  paidHow: true,
  affidavit: true,
});

/** The same of a growth plan: whose it is, of which year, and who signed it; what it says is for whoever was given the file. */
const publicPlanParameters = growthPlanParameters.pick({
  kind: true,
  title: true,
  educator: true,
  provider: true,
  issuedOn: true,
  code: true,
  verificationUrl: true,
  keyId: true,
  year: true,
  completedOn: true,
  topics: true,
  reviewer: true,
  lines: true,
});

/**
 * Of each kind, what pages show of a document to others than the person: the form without the private contact (P3), and a growth
 * plan without what it says.
 */
export const publicParameters = z.discriminatedUnion("kind", [
  transcriptParameters,
  certificateParameters,
  publicFormParameters,
  renewalSummaryParameters,
  publicPlanParameters,
]);

export type PublicParameters = z.infer<typeof publicParameters>;
export type CertificateParameters = z.infer<typeof certificateParameters>;
export type RegistrationFormParameters = z.infer<typeof registrationFormParameters>;
export type RenewalSummaryParameters = z.infer<typeof renewalSummaryParameters>;
export type DocumentParameters = z.infer<typeof documentParameters>;

type Unnamed<Kind> = Kind extends DocumentParameters
  ? Omit<Kind, "code" | "verificationUrl" | "issuedOn" | "keyId">
  : never;

/** What a document says, apart from what makes one copy differ from another: its code, address, date and key. */
export type DocumentContent = Unnamed<DocumentParameters>;

/** Tables of a document that stand before its credits. */
export const sectionsBefore = (parameters: PublicParameters | DocumentParameters): readonly TranscriptSection[] =>
  parameters.kind === "renewal-summary" ? parameters.before : [];

/** Tables of a document that stand after its credits. */
export const sectionsAfter = (parameters: PublicParameters | DocumentParameters): readonly TranscriptSection[] =>
  parameters.kind === "transcript" || parameters.kind === "renewal-summary" ? (parameters.sections ?? []) : [];

/**
 * Every day, `YYYY-MM-DD`, for which something on a document counts: whoever may see only some of a person's days (S1) may
 * see the document when these are all among them.
 */
export function daysOn(parameters: DocumentParameters): string[] {
  const others = [...sectionsBefore(parameters), ...sectionsAfter(parameters)].flatMap(({ rows }) =>
    rows.map(({ on }) => on),
  );
  return [...parameters.lines.map(({ completedOn }) => completedOn), ...others];
}

/** Reads of the frozen parameters of a stored document what others than the person may see. */
export function readPublicParameters(stored: { parameters: string }): PublicParameters {
  return publicParameters.parse(JSON.parse(stored.parameters));
}

/** Reads the frozen parameters of a stored document. */
export function readParameters(stored: { parameters: string }): DocumentParameters {
  return documentParameters.parse(JSON.parse(stored.parameters));
}
