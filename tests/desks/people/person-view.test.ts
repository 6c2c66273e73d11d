import { expect, test } from "vitest";
import { addressOfView, PERSON_VIEWS, personViewAt, viewsFor } from "~/desks/people/person-view";

const NONE = { claims: null, credits: null, documents: null, mails: null, administration: null };

test.each([
  ["a facilitator", NONE, ["overview", "courses", "activity"]],
  ["a facilitator who is HR, too", { ...NONE, credits: {} }, ["overview", "courses", "hours", "activity"]],
  [
    "a registrar",
    { ...NONE, claims: {}, credits: {}, documents: {}, mails: {} },
    ["overview", "courses", "hours", "papers", "mails", "activity"],
  ],
  ["an administrator", { claims: {}, credits: {}, documents: {}, mails: {}, administration: {} }, [...PERSON_VIEWS]],
])("P2 the views of %s", (_who, reached, views) => {
  expect(viewsFor(reached)).toEqual(views);
});

test.each([
  ["/people/1", "overview"],
  ["/people/1?view=mails", "mails"],
  ["/people/1?view=overview", "overview"],
  ["/people/1?view=elsewhere", "overview"],
  ["/people/1?view=", "overview"],
])("%s opens %s", (address, view) => {
  expect(personViewAt(`http://hourbook.test${address}`)).toBe(view);
});

test.each([
  ["overview", "/people/1"],
  ["activity", "/people/1?view=activity"],
] as const)("the view %s is at %s", (view, address) => {
  expect(addressOfView("1", view)).toBe(address);
});
