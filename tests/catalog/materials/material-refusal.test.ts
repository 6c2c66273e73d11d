import { expect, test } from "vitest";
import { MATERIAL_REFUSALS, type MaterialRefusal, refusedMaterialField } from "~/catalog/materials/material-refusal";

test("every refusal is a sentence, at the field that it is about", () => {
  const fields = Object.keys(MATERIAL_REFUSALS).map((reason) => [
    reason,
    refusedMaterialField(reason as MaterialRefusal),
  ]);
  expect(Object.fromEntries(fields)).toEqual({
    "no-file": "file",
    "file-too-large": "file",
    "unknown-file-type": "file",
    "unknown-material": undefined,
    "too-many-materials": undefined,
    "no-link": "link",
    "not-a-file": undefined,
  });
  for (const words of Object.values(MATERIAL_REFUSALS)) expect(words).toMatch(/^[A-Z].*\.$/);
});
