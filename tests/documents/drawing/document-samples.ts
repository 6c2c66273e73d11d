import type {
  CertificateParameters,
  DocumentParameters,
  RegistrationFormParameters,
} from "~/documents/issuing/document-parameters";
import type { GrowthPlanParameters } from "~/documents/issuing/growth-plan-parameters";
import { sampleLine, sampleTranscript } from "./transcript-sample";

type Line = ReturnType<typeof sampleLine>;

const LINE: Line = {
  ...sampleLine(0),
  courseTitle: "Grading That Tells the Truth",
  inServiceNumber: "PS-2027-0088",
  startedOn: "2027-02-06",
  completedOn: "2027-02-13",
  minutes: 330,
  designations: [{ code: "EQUITY", minutes: 330 }],
};

/** Parameters of a certificate. */
export function sampleCertificate(line: Partial<Line> = {}): CertificateParameters {
  const { kind: _kind, period: _period, ...shared } = sampleTranscript(0);
  return {
    ...shared,
    kind: "certificate",
    title: "Certificate of clock hours",
    approvedMinutes: 360,
    lines: [{ ...LINE, ...line }],
  };
}

/** Parameters of an SPI 1125-equivalent form. */
export function sampleForm(changes: Partial<RegistrationFormParameters> = {}): RegistrationFormParameters {
  return {
    ...sampleCertificate(),
    kind: "registration-form",
    title: "In-service registration form (SPI 1125 equivalent)",
    address: "17 Sample Street, Renton, WA 98057",
    workLocation: "Cedar Elementary",
    phone: "206-555-0142",
    paidCents: 1650,
    paidHow: "Check $16.50",
    affidavit: { on: "2027-02-14", version: "2026-1" },
    ...changes,
  };
}

/** Parameters of a growth plan. */
export function samplePlan(): GrowthPlanParameters {
  const { kind: _kind, period: _period, lines: _lines, ...shared } = sampleTranscript(0);
  return {
    ...shared,
    kind: "growth-plan",
    title: "Professional growth plan",
    year: "2025–26",
    completedOn: "2026-05-29",
    topics: ["Equity"],
    texts: [{ heading: "Goals", text: "Every student takes part.\nEach week." }],
    evidence: [{ name: "tallies.pdf", sha256: "a".repeat(64) }],
    reviewer: { legalName: "Thomas Okafor", certificateNumber: "412345K", signedOn: "2026-06-02" },
    lines: [],
  };
}

/** One of each kind. */
export const ONE_OF_EACH: [string, DocumentParameters][] = [
  ["transcript", sampleTranscript(3)],
  ["certificate", sampleCertificate()],
  ["registration form", sampleForm()],
  ["growth plan", samplePlan()],
];
