import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { offeringPageForm } from "~/catalog/offerings/offering-form";
import { namesOf, wordsOfField } from "~/platform/http/form-names";
import { registerForm } from "~/registration/seats/registration-form";

const known = namesOf(offeringPageForm);

test("a form's own names are known, rows within their number", () => {
  const names = [
    "intent",
    "place",
    "reason",
    "sessions[0].date",
    "sessions[59].pauses[7].start",
    "designations[3].hours",
  ];
  expect(names.filter((name) => !known(name))).toEqual([]);
});

test("a list of choices is known by its bare name and by its rows", () => {
  const names = namesOf(z.object({ claim: z.array(z.string()) }));
  expect([names("claim"), names("claim[0]"), names("claim[499]"), names("claim[500]")]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test("the words of a field are those of every form of the page, and none where a form has no such field", () => {
  expect(wordsOfField(offeringPageForm, "intent")).toEqual([
    ...["save", "approve", "approve-anew", "decline", "publish", "unpublish", "delete", "cancel"],
  ]);
  expect(wordsOfField(registerForm, "intent")).toEqual([]);
});

test("answers are known by their question's id and by nothing that every object has", () => {
  const names = namesOf(registerForm);
  expect(names("answers.0190a5e2-7a1f-7000-8000-000000000001")).toBe(true);
  const strange = ["answers", "answers.constructor", "answers.__proto__", "answers.a.b", "answers[0]", "answers."];
  expect(strange.filter(names)).toEqual([]);
});

test.each([
  "email[100000000]",
  "sessions[60].date",
  "sessions[100000000].date",
  "sessions[0][0]",
  "sessions.date",
  "place[0]",
  "place.length",
  "__proto__",
  "__proto__.polluted",
  "constructor.prototype.x",
  "hasOwnProperty",
  "toString",
  "__intent__",
  "__INTENT__",
  "",
  ".place",
  "[0]",
  " place",
  "place ",
  "sessions[-1].date",
  "sessions[1e3].date",
  "sessions[00000001].date",
])("a name that the form does not have is unknown: %j", (name) => {
  expect(known(name)).toBe(false);
});

test("no string makes an unknown name known, however strange", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const name = `${text}[99999]`;
      return !known(name) && !known(`__proto__.${text}`);
    }),
  );
});
