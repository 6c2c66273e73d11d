import { expect, test } from "vitest";
import { contactFor, contactInWords, contactOf, hasContact, mailboxFor } from "~/catalog/providers/contact";

const NOBODY = { contactName: null, contactEmail: null, contactPhone: null };
const OFFICE = { contactName: "Office", contactEmail: "office@esd.example", contactPhone: null };
const PROVIDER = { name: "Puget Sound ESD", ...OFFICE };

test("a contact is a name, an address or a number, and nobody where all are missing", () => {
  expect(hasContact(NOBODY)).toBe(false);
  expect(hasContact({ ...NOBODY, contactPhone: "425-555-0100" })).toBe(true);
  expect(contactOf(PROVIDER)).toEqual(OFFICE);
  expect(contactInWords(NOBODY)).toBeNull();
  expect(contactInWords({ ...OFFICE, contactPhone: "425-555-0100" })).toBe("Office, office@esd.example, 425-555-0100");
});

test("an offering's own contact goes before its provider's, as a whole", () => {
  const own = { ...NOBODY, contactName: "Dana Reyes" };
  expect(contactFor(own, PROVIDER)).toEqual(own);
  expect(contactFor(NOBODY, PROVIDER)).toEqual(OFFICE);
});

test.each([
  [
    "its own",
    { ...NOBODY, contactEmail: "dana@esd.example" },
    { name: "Puget Sound ESD", address: "dana@esd.example" },
  ],
  [
    "the provider's, for a contact without one",
    { ...NOBODY, contactPhone: "1" },
    { name: "Office", address: "office@esd.example" },
  ],
  ["the provider's", NOBODY, { name: "Office", address: "office@esd.example" }],
])("answers are read in one mailbox: %s", (_whose, offering, mailbox) => {
  expect(mailboxFor(offering, PROVIDER)?.address).toBe(mailbox.address);
});

test("a mailbox has the name of its own contact, or else the provider's", () => {
  expect(mailboxFor({ ...NOBODY, contactName: "Dana", contactEmail: "dana@esd.example" }, PROVIDER)).toEqual({
    name: "Dana",
    address: "dana@esd.example",
  });
  expect(mailboxFor({ ...NOBODY, contactEmail: "dana@esd.example" }, PROVIDER)?.name).toBe("Puget Sound ESD");
  expect(mailboxFor(NOBODY, { name: "ESD", ...NOBODY })).toBeNull();
});
