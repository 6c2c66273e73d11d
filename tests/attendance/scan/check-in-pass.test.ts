import encodeQR from "qr";
import { expect, test } from "vitest";
import {
  findBearer,
  findByCode,
  isScan,
  passMessage,
  readPass,
  searchOf,
  writePass,
} from "~/attendance/scan/check-in-pass";
import { newId } from "~/platform/ids";
import { OFFERING, REGISTRATION } from "../../support/scan/passes";

const CLAIM = { keyId: "00ff10ab", offeringId: OFFERING, registrationId: REGISTRATION };
const SIGNATURE = Uint8Array.from({ length: 64 }, (_, index) => (index * 7) % 256);
const PASS = writePass(CLAIM, SIGNATURE);

/** What a scanner types as in America, where the keys of the computer's keyboard say something else. */
function onOther(keys: string, others: string): string {
  return [...PASS].map((letter) => [...others][keys.indexOf(letter)] ?? letter).join("");
}

test("a pass is 163 capitals and digits, which a QR code holds in its alphanumeric mode, in a square of 45", () => {
  expect(PASS).toMatch(/^HB2[0-9A-V]{160}$/);
  expect(encodeQR(PASS, "raw", { ecc: "medium", encoding: "alphanumeric", border: 1 })).toHaveLength(45 + 2);
});

test("what was written is read: the key, the offering, the registration, and what the signature is over", () => {
  expect(PASS.slice(0, 35)).toBe("HB203VH1AO1J30DS48HE8H86CQ48HALAPJ6");
  const reading = readPass(PASS);
  expect(reading).toEqual({
    is: "pass",
    pass: { ...CLAIM, text: PASS, signed: passMessage(CLAIM), signature: SIGNATURE },
  });
  expect(passMessage(CLAIM)).toHaveLength(39);
  for (let count = 0; count < 50; count++) {
    const claim = { keyId: "0a0b0c0d", offeringId: newId(), registrationId: newId() };
    expect(readPass(writePass(claim, SIGNATURE))).toMatchObject({ is: "pass", pass: claim });
  }
});

test.each([
  ["in small letters, as with caps lock on", PASS.toLowerCase()],
  ["with the Enter of a scanner", `${PASS}\r\n`],
  ["with blanks in between", ` ${PASS.slice(0, 50)} ${PASS.slice(50)}`],
  ["typed into a German keyboard", onOther("YZ", "ZY")],
  ["typed into a French keyboard", onOther("0123456789AQWZM", "à&é\"'(-è_çQAZW?")],
])("a pass %s is the same pass", (_told, text) => {
  expect(readPass(text)).toMatchObject({ is: "pass", pass: { ...CLAIM, text: PASS } });
});

test.each([
  ["a pass that lost its end", PASS.slice(0, -1), "broken"],
  ["a pass that lost its beginning", PASS.slice(5), "no-pass"],
  ["a pass with a letter too many", `${PASS}0`, "broken"],
  ["a letter that is none of ours", `${PASS.slice(0, -1)}W`, "broken"],
  ["the form before", PASS.replace("HB2", "HB0"), "other-version"],
  ["a form to come", PASS.replace("HB2", "HB3"), "other-version"],
  ["another prefix", PASS.replace("HB2", "XY1"), "no-pass"],
  ["an address", "https://hourbook.example/check-in/4711", "no-pass"],
  ["a name", "Hbert Byron", "no-pass"],
  ["nothing", "", "no-pass"],
])("%s is told from a pass", (_told, text, is) => {
  expect(readPass(text)).toEqual({ is });
});

test("ids that are none are a mistake of ours", () => {
  expect(() => passMessage({ ...CLAIM, offeringId: "offering" })).toThrow(RangeError);
  expect(() => passMessage({ ...CLAIM, keyId: "" })).toThrow(RangeError);
});

test("a text in the search is somebody's pass or code, or is searched for as words", () => {
  const bearer = { registrationId: REGISTRATION };
  const rows = [{ registrationId: null }, bearer];
  expect(findBearer(rows, PASS)).toBe(bearer);
  expect(findBearer(rows, "4d2p f2db")).toBe(bearer);
  expect(findBearer([], PASS)).toBeNull();
  expect(findByCode(rows, "Bergeron")).toBeNull();
  // Two who share a code are told apart by their passes alone.
  const double = { registrationId: `ffffffff${REGISTRATION.slice(8)}` };
  expect(findByCode([...rows, double], "4D2P-F2DB")).toBeNull();
  expect(findBearer([...rows, double], PASS)).toBe(bearer);
  expect([PASS, PASS.slice(0, 60), PASS.replace("HB2", "HB0"), "4D2PF2DB"].map((text) => isScan(rows, text))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["Bergeron", "HB2", "", "Ada"].map((text) => isScan(rows, text))).toEqual([false, false, false, false]);
});

test("while a scanner types, nobody is searched for", () => {
  expect(["Ada", "HB2", PASS].map(searchOf)).toEqual(["Ada", "HB2", PASS]);
  expect([PASS.slice(0, 9), PASS.slice(0, -1)].map(searchOf)).toEqual(["", ""]);
});
