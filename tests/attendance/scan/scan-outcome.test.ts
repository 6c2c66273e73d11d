import { expect, test } from "vitest";
import { readPass } from "~/attendance/scan/check-in-pass";
import { decideScan, readScanned, SAME_SCAN_MS, type ScanFacts, type ScanPerson } from "~/attendance/scan/scan-outcome";
import type { PassCheck } from "~/attendance/scan/pass-check";
import { newId } from "~/platform/ids";
import { makePassKey, OFFERING, passBy, REGISTRATION } from "../../support/scan/passes";

const KEY = makePassKey("aaaaaaaa11111111");
const PASS = passBy(KEY);
const NOW = 1_800_000_000_000;

const ADA: ScanPerson = {
  registrationId: REGISTRATION,
  who: { personId: "ada" },
  name: "Ada Byron",
  state: "unmarked",
  selfSince: null,
};

interface Given extends Partial<ScanFacts> {
  check?: PassCheck;
  ada?: Partial<ScanPerson>;
  /** How long ago the same pass was scanned, ms. */
  ago?: number;
}

const scanOf = (text: string, { check = "good", ada = {}, ago, ...facts }: Given = {}) => {
  const people = facts.people ?? [{ ...ADA, ...ada }];
  const lastScans = new Map(ago === undefined ? [] : [[REGISTRATION, NOW - ago]]);
  const scanned = readScanned(text, people)!;
  const all = { offeringId: OFFERING, left: [], direction: "arriving" as const, lastScans, now: NOW, ...facts, people };
  return decideScan(scanned, check, all);
};

test.each<[string, Given, string, string | null]>([
  ["who is yet to come arrives", {}, "in", "in"],
  ["who was absent arrives", { ada: { state: "absent" } }, "in", "in"],
  ["who left comes back", { ada: { state: "out" } }, "in", "in"],
  ["who is in and arrives", { ada: { state: "in" } }, "already-in", null],
  ["who checked in by themselves arrives", { ada: { state: "self", selfSince: 5 } }, "in", "in"],
  ["who is in leaves", { direction: "leaving", ada: { state: "in" } }, "out", "out"],
  ["who left leaves", { direction: "leaving", ada: { state: "out" } }, "already-out", null],
  ["whom nobody marked in leaves", { direction: "leaving" }, "out", "out"],
  ["the same pass within ten seconds", { ada: { state: "in" }, ago: 9_999 }, "already-in", null],
  ["the same, before the list shows the first scan", { ago: 500 }, "already-in", null],
  ["the same, now leaving", { direction: "leaving", ada: { state: "in" }, ago: 9_999 }, "already-in", null],
  [
    "the same after ten seconds, leaving",
    { direction: "leaving", ada: { state: "in" }, ago: SAME_SCAN_MS },
    "out",
    "out",
  ],
  ["who has just left, now arriving", { ada: { state: "out" }, ago: 3_000 }, "already-out", null],
  ["the same after ten seconds, arriving", { ada: { state: "in" }, ago: SAME_SCAN_MS }, "already-in", null],
  ["of another offering", { offeringId: "another" }, "wrong-offering", null],
  ["of another offering and provider", { offeringId: "another", check: "unknown-key" }, "wrong-offering", null],
  ["forged", { check: "forged" }, "forged", null],
  ["forged, for another offering", { check: "forged", offeringId: "another" }, "forged", null],
  ["by a key that is not at hand", { check: "unknown-key" }, "unknown", null],
  ["of somebody of the roster, in a browser that cannot check", { check: "unchecked" }, "in", "in"],
  ["of somebody else, in a browser that cannot check", { check: "unchecked", people: [] }, "unknown", null],
  ["withdrawn", { people: [], left: [REGISTRATION] }, "withdrawn", null],
  ["registered since", { people: [] }, "in", "in"],
  ["registered since, leaving", { people: [], direction: "leaving" }, "out", "out"],
])("a pass of somebody, %s", (_told, given, kind, marks) => {
  const outcome = scanOf(PASS, given);
  expect([outcome.kind, outcome.mark?.kind ?? null]).toEqual([kind, marks]);
  expect(outcome.words).toMatch(/^[A-Z].*\.$/);
});

test("a scan marks the person of the roster, and brings the pass along for the server", () => {
  expect(scanOf(`${PASS.toLowerCase()}\n`)).toEqual({
    ...{ kind: "in", title: "In", tone: "good", words: "Ada Byron is in." },
    mark: {
      ...{ registrationId: REGISTRATION, who: { personId: "ada" }, kind: "in", at: null, name: "Ada Byron" },
      pass: PASS,
    },
  });
  expect(scanOf(PASS, { ada: { state: "self", selfSince: 5 } }).mark).toMatchObject({ kind: "in", at: 5 });
  expect(scanOf(PASS, { direction: "leaving", ada: { state: "self", selfSince: 5 } }).mark).toMatchObject({ at: null });
});

test("somebody who registered since is named by their registration and the short code", () => {
  const { mark, words } = scanOf(PASS, { people: [] });
  expect(mark).toMatchObject({ who: { registrationId: REGISTRATION }, name: "Check-in pass 4D2P-F2DB", pass: PASS });
  expect(words).toBe(
    "Check-in pass 4D2P-F2DB is in. They are not on the roster of this device, and their pass is real.",
  );
});

test("a short code marks like a pass, and brings none along; one of nobody here is no scan", () => {
  expect(scanOf("4d2p f2db").mark).toMatchObject({ who: { personId: "ada" }, kind: "in", pass: null });
  expect(scanOf("4D2P-F2DB", { ada: { state: "in" }, ago: 2_000 }).kind).toBe("already-in");
  expect(readScanned("4D2P-F2DB", [{ ...ADA, registrationId: newId() }])).toBeNull();
  expect(readScanned("Ada", [ADA])).toBeNull();
});

test("a pass that lost a part, or has another form, says so", () => {
  expect(readPass(PASS.slice(0, 100)).is).toBe("broken");
  expect(scanOf(PASS.slice(0, 100))).toMatchObject({ kind: "unreadable", mark: null });
  expect(scanOf(PASS.replace("HB2", "HB7"))).toMatchObject({ kind: "unreadable", mark: null });
});
