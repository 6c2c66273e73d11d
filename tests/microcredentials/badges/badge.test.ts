import { expect, test } from "vitest";
import { composeBadge, type Json } from "~/microcredentials/badges/badge";
import { sha256 } from "~/platform/secrets/codes.server";
import { parameters } from "../../support/microcredentials/badges";

const place = { code: "K7M2Q", list: 2, index: 77 };
const compose = (input: Parameters<typeof parameters>[0] = {}) =>
  composeBadge(parameters(input), place, { origin: "https://hourbook.example", hash: sha256 });

test("M3 the person is in it as salted hashes only", () => {
  const text = JSON.stringify(compose());
  expect(text).not.toMatch(/ada|ames/i);
  const { identifier } = compose().credentialSubject as { identifier: Json[] };
  expect(identifier.map(({ identityType, identityHash }) => [identityType, identityHash])).toEqual([
    ["emailAddress", `sha256$${sha256("ada@k12.examplesalt-of-the-address")}`],
    ["name", `sha256$${sha256("Ada Amessalt-of-the-name")}`],
  ]);
});

test("somebody without an address is in it by name alone", () => {
  const { identifier } = compose({ recipient: { email: null, legalName: "Ada Ames" } }).credentialSubject as {
    identifier: Json[];
  };
  expect(identifier.map(({ identityType }) => identityType)).toEqual(["name"]);
});

test("it names type, criteria, alignment, the level of each criterion and its place in three status lists", () => {
  const badge = compose();
  const { achievement, result } = badge.credentialSubject as { achievement: Json; result: Json[] };
  expect(achievement).toMatchObject({
    achievementType: "MicroCredential",
    alignment: [
      { targetName: "A positive learning environment", targetCode: "TPEP 5", targetUrl: "https://k12.example/5" },
    ],
    criteria: { id: "https://hourbook.example/microcredentials/0190a000-0000-7000-8000-000000000002" },
  });
  const [description] = achievement.resultDescription as Json[];
  expect(result).toMatchObject([{ resultDescription: description!.id, achievedLevel: description!.requiredLevel }]);
  const lists = badge.credentialStatus as Json[];
  expect(lists.map(({ statusPurpose, statusListIndex }) => [statusPurpose, statusListIndex])).toEqual([
    ["revocation", "77"],
    ["suspension", "77"],
    ["refresh", "77"],
  ]);
});

test("evidence is named only where its holder chose it", () => {
  expect(compose()).not.toHaveProperty("evidence");
  const named = compose({
    evidence: [{ key: "plan", title: "Plan", words: "Write it." }],
    evidencePage: "https://hourbook.example/awards/X",
  });
  expect(named.evidence).toMatchObject([{ id: "https://hourbook.example/awards/X#plan", name: "Plan" }]);
});

test("only what ends says until when; a standard without an address and a stack's criteria are left out", () => {
  expect(compose()).not.toHaveProperty("validUntil");
  expect(compose({ validUntil: Date.UTC(2031, 9, 5) }).validUntil).toBe("2031-10-05T00:00:00Z");
  const { definition } = parameters();
  const stack = compose({ definition: { ...definition, criteria: [], alignment: [{ name: "A", code: "", url: "" }] } });
  const { achievement } = stack.credentialSubject as { achievement: Json };
  expect(stack.credentialSubject).not.toHaveProperty("result");
  expect(achievement).not.toHaveProperty("alignment");
  expect(achievement).not.toHaveProperty("resultDescription");
});
