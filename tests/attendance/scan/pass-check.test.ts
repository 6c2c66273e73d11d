import { expect, test } from "vitest";
import { readPass, writePass } from "~/attendance/scan/check-in-pass";
import { asWebKey, checkPass, keysNamed, type PassCheck, type PassKey } from "~/attendance/scan/pass-check";
import { checkPassNow } from "~/attendance/scan/pass-key.server";
import { makePassKey, OFFERING, passBy, REGISTRATION } from "../../support/scan/passes";

const OURS = makePassKey("aaaaaaaa11111111");
const RETIRED = makePassKey("bbbbbbbb11111111");
const NAMESAKE = makePassKey("aaaaaaaa22222222");
const THEIRS = makePassKey("cccccccc11111111");
const KEYS = [RETIRED, OURS];

function read(text: string) {
  const reading = readPass(text);
  if (reading.is !== "pass") throw new Error(reading.is);
  return reading.pass;
}

/** As the browser checks it, and as the server does: they agree. */
async function check(text: string, keys: readonly PassKey[] = KEYS): Promise<PassCheck> {
  const pass = read(text);
  const checked = await checkPass(pass, keys);
  expect(checkPassNow(pass, keys)).toBe(checked);
  return checked;
}

const GOOD = read(passBy(OURS));

/** The signature of one pass under the ids of another. */
const swapped = (claim: Partial<typeof GOOD>) => writePass({ ...GOOD, ...claim }, GOOD.signature);

test.each([
  ["of the provider's key", passBy(OURS), "good"],
  ["of the provider's retired key", passBy(RETIRED), "good"],
  ["in small letters", passBy(OURS).toLowerCase(), "good"],
  [
    "with one bit of the signature changed",
    writePass(
      GOOD,
      GOOD.signature.map((byte, at) => (at === 5 ? byte ^ 1 : byte)),
    ),
    "forged",
  ],
  [
    "with the offering and the registration swapped",
    swapped({ offeringId: REGISTRATION, registrationId: OFFERING }),
    "forged",
  ],
  ["with another registration under its signature", swapped({ registrationId: OFFERING }), "forged"],
  ["with another key named", swapped({ keyId: "bbbbbbbb" }), "forged"],
  ["of somebody who says that it is by the provider's key", passBy({ ...THEIRS, id: OURS.id }), "forged"],
  ["of another provider", passBy(THEIRS), "unknown-key"],
])("a pass %s: %s", async (_told, text, expected) => {
  expect(await check(text)).toBe(expected);
});

test("two keys that a pass names alike are both tried", async () => {
  expect(keysNamed([OURS, NAMESAKE, THEIRS], GOOD)).toEqual([OURS, NAMESAKE]);
  expect(await check(passBy(NAMESAKE), [OURS, NAMESAKE])).toBe("good");
  expect(asWebKey(OURS)).toEqual({ kty: "OKP", crv: "Ed25519", x: OURS.publicKey });
});

test("where the check cannot be made, that is what is said", async () => {
  expect(await checkPass(GOOD, [{ id: OURS.id, publicKey: "" }])).toBe("unchecked");
});
