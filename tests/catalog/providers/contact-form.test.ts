import { expect, test } from "vitest";
import { z } from "zod";
import { contactFields } from "~/catalog/providers/contact-form";
import { errorsOf } from "../../support/form";

const form = z.object(contactFields);

test("whom people ask may be left out, and an address is written one way", () => {
  expect(form.parse({})).toEqual({ contactName: null, contactEmail: null, contactPhone: null });
  expect(form.parse({ contactEmail: " Dana@ESD.Example " }).contactEmail).toBe("dana@esd.example");
  expect(errorsOf(form, { contactEmail: "dana" })).toEqual([
    "contactEmail: Enter an email address like name@example.org.",
  ]);
});
