import { expect, test } from "vitest";
import { isSecret, kindsWith, linkOf, MESSAGE_KINDS, replaceSecretLink } from "~/messages/catalog/catalog";
import { exampleOf } from "../../support/message-examples";

test("some kinds hold a link that works without a password, each in the field that it leads to", () => {
  const secret = kindsWith((rule) => rule.secret === true);
  expect(secret).toEqual([
    "account-invitation",
    "change-address",
    "prove-address",
    "reset-password",
    "verify-address",
    "supervisor-request",
  ]);
  for (const kind of MESSAGE_KINDS) expect(isSecret(kind), kind).toBe(secret.includes(kind));
  for (const kind of secret) {
    const hidden = replaceSecretLink(kind, exampleOf(kind), "https://hourbook.example/gone");
    expect(linkOf(kind, hidden)).toBe("https://hourbook.example/gone");
    expect(JSON.stringify(hidden)).not.toContain(linkOf(kind, exampleOf(kind)));
  }
});

test("a payload without such a link stays as it is", () => {
  const example = exampleOf("claim-reminder");
  expect(replaceSecretLink("claim-reminder", example, "https://hourbook.example/gone")).toEqual(example);
});
