import { expect, test } from "vitest";
import {
  CERTIFICATE_KIND_WORDS,
  deadlineOf,
  EDUCATOR_CERTIFICATE_KINDS,
  findOverlap,
  type HeldCertificate,
  isRenewedKind,
  listRenewed,
  PARA_KINDS,
  paraKindOf,
  standing,
} from "~/renewal/certificates/educator-certificate";
import { PAPER_GROUPS } from "~/renewal/certificates/paper";
import { VALIDITY } from "~/renewal/paraeducator-rules";

const held = (kind: HeldCertificate["kind"], issuedOn: string, expiresOn: string | null): HeldCertificate => ({
  id: `${kind} ${issuedOn}`,
  kind,
  issuedOn,
  expiresOn,
});

const FIRST = held("teacher", "2018-07-01", "2023-06-30");
const SECOND = held("teacher", "2023-07-01", "2028-06-30");
const PRINCIPAL = held("principal", "2022-07-01", "2027-06-30");
const GENERAL = held("para-general", "2024-03-01", null);
const ELL = held("para-ell", "2020-03-01", "2025-03-01");

test.each([
  ["nothing", [], null],
  ["one", [SECOND], "2028-06-30"],
  ["one that was renewed counts no more", [FIRST, SECOND], "2028-06-30"],
  ["of several the earliest", [SECOND, PRINCIPAL], "2027-06-30"],
  ["paraeducators' certificates take no hours of a renewal", [ELL, GENERAL], null],
  ["one that is over is over", [FIRST], "2023-06-30"],
])("N1 the day until which hours are needed: %s", (_title, certificates, deadline) => {
  expect(deadlineOf(certificates)).toBe(deadline);
  expect(deadlineOf([...certificates].reverse())).toBe(deadline);
});

test("of each kind the last that was issued stands; of these, paraeducators' are not renewed with hours", () => {
  expect(standing([FIRST, SECOND, PRINCIPAL, GENERAL])).toEqual([SECOND, PRINCIPAL, GENERAL]);
  expect(listRenewed([FIRST, SECOND, GENERAL])).toEqual([SECOND]);
});

test.each([
  ["the day after", "teacher", "2028-07-01", "2033-06-30", null],
  ["the last day", "teacher", "2028-06-30", "2033-06-30", SECOND],
  ["within", "teacher", "2024-01-01", "2025-01-01", SECOND],
  ["before all", "teacher", "2013-07-01", "2018-06-30", null],
  ["another kind", "cte-teacher", "2024-01-01", "2029-01-01", null],
  ["after one without an end", "para-general", "2030-01-01", null, GENERAL],
] as const)("two of one kind never share a day: %s", (_title, kind, issuedOn, expiresOn, other) => {
  expect(findOverlap([FIRST, SECOND, GENERAL], { kind, issuedOn, expiresOn })).toEqual(other);
});

test("a certificate is never in its own way", () => {
  expect(findOverlap([FIRST, SECOND], { ...SECOND, expiresOn: "2028-06-29" })).toBeNull();
});

test("every kind has a name and a picture, and those of paraeducators a rule of how long they are valid", () => {
  expect(Object.keys(CERTIFICATE_KIND_WORDS)).toEqual([...EDUCATOR_CERTIFICATE_KINDS]);
  expect(PAPER_GROUPS.flatMap(({ kinds }) => kinds).sort()).toEqual([...EDUCATOR_CERTIFICATE_KINDS].sort());
  expect(PARA_KINDS.map(paraKindOf)).toEqual(Object.keys(VALIDITY));
  expect(EDUCATOR_CERTIFICATE_KINDS.filter((kind) => !isRenewedKind(kind))).toEqual([...PARA_KINDS]);
});
