import { expect, test } from "vitest";
import { issuerPageForm, newIssuerForm } from "~/renewal/outside/issuers/issuer-form";
import { foreignKeys, pastedKeys } from "./foreign";

const FORM = { name: "Capital Region ESD 113", note: "From their address, confirmed by telephone." };

test("the pasted list of another Hourbook is read, whatever else stands in it", async () => {
  const parsed = newIssuerForm.safeParse({ ...FORM, keys: await pastedKeys() });
  expect(parsed.data?.keys).toEqual(await foreignKeys());
});

test.each(["", "no list", "{}", '{"keys":[]}', '{"keys":[{"keyId":"a"}]}'])("%j is no list of keys", (keys) => {
  expect(newIssuerForm.safeParse({ ...FORM, keys }).error?.issues.map(({ path }) => path)).toEqual([["keys"]]);
});

test("whoever takes trust away says why", () => {
  expect(issuerPageForm.safeParse({ intent: "revoke-issuer", reason: " " }).success).toBe(false);
  expect(issuerPageForm.safeParse({ intent: "restore-issuer" }).success).toBe(true);
});
