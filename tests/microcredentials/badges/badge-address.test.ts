import { expect, test } from "vitest";
import { badgeAddresses, codeInAddress } from "~/microcredentials/badges/badge-address";

test.each([
  ["https://hourbook.example", "did:web:hourbook.example:issuers:p"],
  ["http://localhost:3000", "did:web:localhost%3A3000:issuers:p"],
])("an issuer at %s is %s", (origin, did) => {
  expect(badgeAddresses(origin).did("p")).toBe(did);
  expect(badgeAddresses(origin).statusList("p", "revocation", 2)).toBe(`${origin}/issuers/p/status/revocation/2`);
});

test("a code is read from an address of this site alone", () => {
  const origin = "https://hourbook.example";
  expect(codeInAddress(badgeAddresses(origin).badge("ABC"), origin)).toBe("ABC");
  for (const address of ["https://elsewhere.example/badges/ABC", "urn:uuid:1", `${origin}/awards/ABC`])
    expect(codeInAddress(address, origin)).toBeNull();
});
