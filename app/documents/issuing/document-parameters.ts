import { z } from "zod";
import { LONGEST_PAID_HOW } from "./document-limits";
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

/** Everything that a document shows, frozen when it is issued (D5). */
export const documentParameters = z.discriminatedUnion("kind", [
  transcriptParameters,
  certificateParameters,
  registrationFormParameters,
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
  publicPlanParameters,
]);

export type PublicParameters = z.infer<typeof publicParameters>;
export type CertificateParameters = z.infer<typeof certificateParameters>;
export type RegistrationFormParameters = z.infer<typeof registrationFormParameters>;
export type DocumentParameters = z.infer<typeof documentParameters>;

type Unnamed<Kind> = Kind extends DocumentParameters
  ? Omit<Kind, "code" | "verificationUrl" | "issuedOn" | "keyId">
  : never;

/** What a document says, apart from what makes one copy differ from another: its code, address, date and key. */
export type DocumentContent = Unnamed<DocumentParameters>;

/**
 * Every day, `YYYY-MM-DD`, for which something on a document counts: whoever may see only some of a person's days (S1) may
 * see the document when these are all among them.
 */
export function daysOn(parameters: DocumentParameters): string[] {
  const sections = (parameters.kind === "transcript" && parameters.sections) || [];
  const others = sections.flatMap(({ rows }) => rows.map(({ on }) => on));
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
