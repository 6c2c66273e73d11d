import fc from "fast-check";
import { expect, test } from "vitest";
import { anonymise, type Traces } from "~/microcredentials/practice/anonymous";

const CARLOS: Traces = {
  names: ["Carlos", "Ibáñez", "Charlie", "María de la Cruz"],
  places: ["Kent School District", "Mill Creek Middle School"],
  emails: ["carlos@kent.example"],
};

// What stands in a text, and what is left of it.
test.each([
  ["nothing of theirs", "My students read aloud.", "My students read aloud."],
  ["a whole name", "I, Carlos Ibáñez, began.", "I, [name] [name], began."],
  ["without its accents, in capitals", "IBANEZ began; so did carlos.", "[name] began; so did [name]."],
  ["with accents written in two characters", "Iba\u0301n\u0303ez began.", "[name] began."],
  ["with an apostrophe after it", "Carlos’s class and Mr. Ibáñez's class", "[name]’s class and Mr. [name]'s class"],
  ["a nickname and a former name", "Charlie, once María de la Cruz", "[name], once [name]"],
  ["a small part of a former name, by itself", "La vida de una maestra", "La vida de una maestra"],
  ["inside another word", "The Carlosian method", "The Carlosian method"],
  ["where they work", "At Mill Creek Middle School in Kent School District", "At [workplace] in [workplace]"],
  ["where they work, in short", "At Mill  Creek, in Kent", "At [workplace], in [workplace]"],
  ["their address, and somebody else’s", "carlos@kent.example, ann@x.example", "[e-mail], [e-mail]"],
  ["links", "See https://kent.example/carlos and www.kent.example", "See [link] and [link]"],
])("%s", (_what, text, expected) => {
  expect(anonymise(text, CARLOS)).toBe(expected);
});

test("signs in a name mean nothing but themselves", () => {
  expect(anonymise("We met (A.B.) at C+ School.", { names: ["A.B."], places: ["C+ School"], emails: [] })).toBe(
    "We met ([name]) at [workplace].",
  );
});

test("names with hyphens, and addresses with signs, are found whole", () => {
  const traces = { names: ["Okonkwo-Reyes"], places: ["St. Mary's/North"], emails: ["m-o+r@x-y.example"] };
  expect(anonymise("Reyes and Okonkwo", traces)).toBe("[name] and [name]");
  expect(anonymise("Okonkwo‑Reyes? Okonkwo-Reyes! m-o+r@x-y.example, St. Mary’s/North", traces)).toBe(
    "[name]? [name]! [e-mail], [workplace]",
  );
});

test("whatever people are called, their texts can be read", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 2, maxLength: 20 }),
      fc.string({ unit: "grapheme" }),
      (name, text) => {
        expect(() => anonymise(text, { names: [name], places: [name], emails: [name] })).not.toThrow();
      },
    ),
  );
});

test("without anything known, texts keep their words, and lose addresses and links all the same", () => {
  expect(anonymise("Ask a@b.example.", { names: [], places: [], emails: [] })).toBe("Ask [e-mail].");
});
