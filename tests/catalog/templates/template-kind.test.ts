import { expect, test } from "vitest";
import { TEMPLATE_REFUSALS } from "~/catalog/templates/template-kind";

test("each refusal says what to do", () => {
  for (const words of Object.values(TEMPLATE_REFUSALS)) expect(words).toMatch(/\.$/);
});
