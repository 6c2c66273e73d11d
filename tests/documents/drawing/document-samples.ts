import type {
  CertificateParameters,
  DocumentParameters,
  RegistrationFormParameters,
} from "~/documents/issuing/document-parameters";
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

/** One of each kind. */
export const ONE_OF_EACH: [string, DocumentParameters][] = [
  ["transcript", sampleTranscript(3)],
  ["certificate", sampleCertificate()],
  ["registration form", sampleForm()],
];
