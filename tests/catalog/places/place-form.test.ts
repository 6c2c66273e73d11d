import { expect, test } from "vitest";
import { newPlaceForm, placePageForm } from "~/catalog/places/place-form";
import { errorsOf } from "../../support/form";

test("a place has a name; the rest may be left out", () => {
  expect(newPlaceForm.parse({ name: " Hall " })).toEqual({
    name: "Hall",
    address: null,
    directions: null,
    mapLink: null,
    capacity: null,
  });
  expect(newPlaceForm.parse({ name: "Hall", capacity: "40" }).capacity).toBe(40);
});

test.each([
  [{ intent: "save-place", name: " " }, ["name: Enter the name."]],
  [{ intent: "save-place", name: "Hall", capacity: "0" }, ["capacity: Use at least 1."]],
  [{ intent: "save-place", name: "Hall", directions: "x".repeat(501) }, ["directions: Use at most 500 characters."]],
  [
    { intent: "save-place", name: "Hall", mapLink: "http://maps.example" },
    ["mapLink: Enter a web address that begins with https://."],
  ],
  [{ intent: "retire-place" }, []],
])("the page of a place posts %j", (values, errors) => {
  expect(errorsOf(placePageForm, values)).toEqual(errors);
});
