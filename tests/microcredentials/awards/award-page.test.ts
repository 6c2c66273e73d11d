import { expect, test } from "vitest";
import { linkedInAddress } from "~/microcredentials/awards/award-page";

const award = {
  ...{ title: "Calm & kind", provider: "PSESD", awardedOn: "2026-03-09", expiresOn: "2031-03-09" },
  ...{ code: "ABC", page: "https://hourbook.example/awards/XYZ" },
};

test("what is added to a profile names title, issuer, months, code and page", () => {
  const { searchParams } = new URL(linkedInAddress(award));
  expect(Object.fromEntries(searchParams)).toEqual({
    startTask: "CERTIFICATION_NAME",
    name: "Calm & kind",
    organizationName: "PSESD",
    issueYear: "2026",
    issueMonth: "3",
    expirationYear: "2031",
    expirationMonth: "3",
    certUrl: award.page,
    certId: "ABC",
  });
});

test("an award for good names no end", () => {
  const { searchParams } = new URL(linkedInAddress({ ...award, expiresOn: null }));
  expect([...searchParams.keys()].filter((key) => key.startsWith("expiration"))).toEqual([]);
});
