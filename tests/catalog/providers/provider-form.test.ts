import { expect, test } from "vitest";
import { newProviderForm, providerForm, providerPageForm } from "~/catalog/providers/provider-form";
import { errorsOf } from "../../support/form";

const PROVIDER = { name: " Kent Learning ", shortName: " kent ", timeZone: "America/Los_Angeles" };

test("a provider has a name, a short name in capitals and a zone; the contact may be left out", () => {
  expect(providerForm.parse(PROVIDER)).toEqual({
    name: "Kent Learning",
    shortName: "KENT",
    timeZone: "America/Los_Angeles",
    contactName: null,
    contactEmail: null,
    contactPhone: null,
  });
  const contact = { contactName: "The office", contactEmail: " Office@Kent.example ", contactPhone: "253 555 0100" };
  expect(providerForm.parse({ ...PROVIDER, ...contact })).toMatchObject({ contactEmail: "office@kent.example" });
});

test.each([
  [{ name: " " }, "name: Enter the name."],
  [{ shortName: "A" }, "shortName: Use two to twelve letters and digits, such as PSESD."],
  [{ shortName: "A-B" }, "shortName: Use two to twelve letters and digits, such as PSESD."],
  [{ timeZone: "Mars/Olympus" }, "timeZone: Choose a time zone."],
  [{ contactEmail: "office" }, "contactEmail: Enter an email address like name@example.org."],
])("a provider with %j is refused", (changes, error) => {
  expect(errorsOf(providerForm, { ...PROVIDER, ...changes })).toEqual([error]);
});

test("a new provider says whose it is and whose rules it begins with", () => {
  expect(errorsOf(newProviderForm, PROVIDER)).toEqual([
    "organisationId: Choose the organization.",
    "modelId: Choose a provider.",
  ]);
  expect(errorsOf(newProviderForm, { ...PROVIDER, organisationId: "o", modelId: "p" })).toEqual([]);
});

test.each([
  [{ intent: "add-holiday", date: "2027-07-05", name: " Independence Day " }, []],
  [{ intent: "add-holiday", date: "2027-02-30", name: "x" }, ["date: Enter a date."]],
  [{ intent: "add-holiday", date: "2027-07-05", name: "  " }, ["name: Name the day."]],
  [{ intent: "add-holiday", date: "2027-07-05", name: "x".repeat(81) }, ["name: Use at most 80 characters."]],
  [{ intent: "add-year", year: "2028", basis: "Approved automatically" }, []],
  [{ intent: "add-year", year: "soon", basis: "x" }, ["year: Choose the year."]],
  [{ intent: "add-year", year: "2028", basis: " " }, ["basis: Say on what the approval rests."]],
  [{ intent: "remove-year", year: "1999" }, ["year: Use at least 2000."]],
  [{ intent: "list-designation", designation: "G2G", fromDate: "2026-10-01", basis: "The list" }, []],
  [
    { intent: "list-designation", designation: "STEM", fromDate: "2026-10-01", basis: "The list" },
    ["designation: Choose the designation."],
  ],
  [{ intent: "end-listing", listingId: "one", toDate: "soon" }, ["toDate: Enter the last day."]],
])("the page of a provider posts %j", (values, errors) => {
  expect(errorsOf(providerPageForm, values)).toEqual(errors);
});
