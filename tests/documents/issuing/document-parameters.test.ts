import { expect, test } from "vitest";
import {
  daysOn,
  type DocumentParameters,
  readParameters,
  readPublicParameters,
} from "~/documents/issuing/document-parameters";
import { sampleCertificate, sampleForm } from "../drawing/document-samples";
import { sampleTranscript } from "../drawing/transcript-sample";
import { ELSEWHERE } from "./sample-sections";

const stored = (parameters: unknown) => ({ parameters: JSON.stringify(parameters) });

test.each<[string, DocumentParameters]>([
  ["a transcript", sampleTranscript(2)],
  ["a certificate", sampleCertificate()],
  ["a registration form", sampleForm()],
])("D5 %s is read as it was frozen", (_kind, parameters) => {
  expect(readParameters(stored(parameters))).toEqual(parameters);
});

test("P3 others than the person read everything of a form but its private contact", () => {
  const form = sampleForm();
  const { address: _address, phone: _phone, ...open } = form;
  expect(readPublicParameters(stored(form))).toEqual(open);
  expect(readPublicParameters(stored(sampleCertificate()))).toEqual(sampleCertificate());
});

test.each([
  ["of an unknown kind", { ...sampleCertificate(), kind: "diploma" }],
  ["with two credits", { ...sampleCertificate(), lines: [...sampleCertificate().lines, ...sampleCertificate().lines] }],
  ["without a credit", { ...sampleCertificate(), lines: [] }],
  ["with half a minute", { ...sampleCertificate(), approvedMinutes: 90.5 }],
  ["with less than nothing paid", sampleForm({ paidCents: -1 })],
  ["with an affidavit of no day", sampleForm({ affidavit: { on: "2027-02-30", version: "2026-1" } })],
  ["with an address that leads nowhere", { ...sampleCertificate(), verificationUrl: "javascript:alert(1)" }],
])("D5 a document %s is none", (_what, parameters) => {
  expect(() => readParameters(stored(parameters))).toThrow();
});

test("S1 a document speaks of the days of its credits and of what stands beside them", () => {
  expect(daysOn(sampleCertificate())).toEqual(["2027-02-13"]);
  const [first, second] = sampleTranscript(2).lines.map(({ completedOn }) => completedOn);
  expect(daysOn(sampleTranscript(2, { sections: [ELSEWHERE] }))).toEqual([first, second, "2027-02-10", "2027-03-09"]);
  expect(daysOn(sampleTranscript(0))).toEqual([]);
});
