import { fromBase32, toBase32, UP_TO_V } from "~/platform/text/base32";
import { readShortCode, shortCodeOf } from "~/registration/passes/short-code";

/** What every pass begins with; the digit is the version of its form. */
const PREFIX = "HB2";
const KEY_BYTES = 4;
const ID_BYTES = 16;
const SIGNATURE_BYTES = 64;
const SIGNED_BYTES = KEY_BYTES + 2 * ID_BYTES;
/** 100 bytes are 160 letters, without a rest. */
const LETTERS = ((SIGNED_BYTES + SIGNATURE_BYTES) * 8) / 5;

/** How many letters of a key's id a pass names it by. */
export const PASS_KEY_LETTERS = KEY_BYTES * 2;

/** Which registration a pass is for. It says nothing of the person that can be read. */
export interface PassClaim {
  /** Start of the id of the provider's key, lower-case hex. */
  keyId: string;
  offeringId: string;
  registrationId: string;
}

/** A pass as it was read; nobody has checked its signature yet. */
export interface CheckInPass extends PassClaim {
  /** The pass as it is sent on: no blanks, upper case. */
  text: string;
  /** What the signature is over. */
  signed: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

/** What a text that was scanned or typed turned out to be: a pass, one of another form, one that lost a part, or none. */
export type PassReading =
  { is: "pass"; pass: CheckInPass } | { is: "other-version" } | { is: "broken" } | { is: "no-pass" };

/**
 * The bytes that a provider signs for a registration: the version, the key, the offering and the registration.
 * @throws RangeError where an id is no UUID
 */
export function passMessage({ keyId, offeringId, registrationId }: PassClaim): Uint8Array<ArrayBuffer> {
  return new Uint8Array([
    ...new TextEncoder().encode(PREFIX),
    ...bytesOfHex(keyId, KEY_BYTES),
    ...bytesOfHex(offeringId.replaceAll("-", ""), ID_BYTES),
    ...bytesOfHex(registrationId.replaceAll("-", ""), ID_BYTES),
  ]);
}

/** The pass of a registration as a QR code holds it: 163 capitals and digits. */
export const writePass = (claim: PassClaim, signature: Uint8Array): string =>
  PREFIX + toBase32(new Uint8Array([...passMessage(claim).subarray(PREFIX.length), ...signature]), UP_TO_V);

/** Where the keys of a French keyboard are others than those of an American one: in the row of the figures, A, Q and M. */
const FRENCH_KEYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."à&é\"'(-è_ç"].map((sign, figure) => [sign, String(figure)])),
  ...{ a: "q", A: "Q", q: "a", Q: "A", ",": "m", "?": "M" },
};

/** What a scanner meant that types as on an American keyboard, where the computer took it for a French one; else the text as it is. */
const asMeant = (typed: string): string =>
  /^\s*hb[à&é"'(\-è_ç]/i.test(typed) ? typed.replaceAll(/./gu, (sign) => FRENCH_KEYS[sign] ?? sign) : typed;

/** Reads a pass from what was scanned or typed, in any case, with blanks and a trailing Enter. It checks no signature. */
export function readPass(scanned: string): PassReading {
  const text = asMeant(scanned).replaceAll(/\s/g, "").toUpperCase();
  if (!/^HB\d[0-9A-Z]{20,}$/.test(text)) return { is: "no-pass" };
  if (!text.startsWith(PREFIX)) return { is: "other-version" };
  const bytes = text.length === PREFIX.length + LETTERS ? fromBase32(text.slice(PREFIX.length), UP_TO_V) : null;
  if (!bytes) return { is: "broken" };
  const idAt = (start: number) => uuidOf(bytes.subarray(start, start + ID_BYTES));
  const claim = {
    keyId: hexOf(bytes.subarray(0, KEY_BYTES)),
    offeringId: idAt(KEY_BYTES),
    registrationId: idAt(KEY_BYTES + ID_BYTES),
  };
  const signature = bytes.slice(SIGNED_BYTES);
  return { is: "pass", pass: { ...claim, text: writePass(claim, signature), signed: passMessage(claim), signature } };
}

interface Bearer {
  /** Null for whoever has no registration, and so no pass. */
  registrationId: string | null;
}

/** Whose short code a text is, of the people of a roster. Null where it is nobody's, or, hardly ever, of more than one. */
export function findByCode<Row extends Bearer>(rows: readonly Row[], text: string): Row | null {
  const code = readShortCode(text);
  if (code === null) return null;
  const [only, ...more] = rows.filter(({ registrationId }) => registrationId && shortCodeOf(registrationId) === code);
  return more.length > 0 ? null : (only ?? null);
}

/** Whose pass or short code a text is, of the people of a roster. */
export function findBearer<Row extends Bearer>(rows: readonly Row[], text: string): Row | null {
  const reading = readPass(text);
  if (reading.is !== "pass") return findByCode(rows, text);
  return rows.find(({ registrationId }) => registrationId === reading.pass.registrationId) ?? null;
}

/** Whether Enter after a text in the search of a roster is a scan: of a pass, whatever is wrong with it, or of a short code. */
export const isScan = (rows: readonly Bearer[], text: string): boolean =>
  readPass(text).is !== "no-pass" || findByCode(rows, text) !== null;

/** What is searched for by a text: nothing while a scanner is still typing a pass. */
export function searchOf(text: string): string {
  const isPart = /^\s*HB\d[0-9A-Z]{4,}\s*$/i.test(text) && readPass(text).is !== "pass";
  return isPart ? "" : text;
}

function bytesOfHex(hex: string, length: number): Uint8Array<ArrayBuffer> {
  if (hex.length !== length * 2 || !/^[0-9a-f]*$/.test(hex))
    throw new RangeError(`“${hex}” is no id of ${length} bytes`);
  return new Uint8Array(Array.from({ length }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)));
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const uuidOf = (bytes: Uint8Array): string =>
  hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
