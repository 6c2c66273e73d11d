import { expect, test } from "vitest";
import { rowOfBadge } from "~/hr/checking/checked-row";
import { BADGE_VERDICT_WORDS, type BadgeVerdict, type CheckedBadge } from "~/microcredentials/badges/badge-check";

const words = { title: "Calm", issuer: "PSESD", id: "x", validFrom: null, validUntil: null };
const badge = (verdict: BadgeVerdict, input: Partial<CheckedBadge> = {}): CheckedBadge => ({
  ...{ name: "b.png", verdict, problems: [], words, record: null },
  ...input,
});

test("a badge that stands is told as what it is; one that does not, with since when and why", () => {
  const standing = { verdict: "genuine" as const, on: null, reason: null, successor: null };
  expect(rowOfBadge(badge("genuine", { record: { code: "C", standing } }))).toMatchObject({
    ...{ words: "Genuine", tone: "good", what: "Badge: Calm", code: "C", why: "Exactly the badge that was issued." },
  });
  const revoked = { verdict: "revoked" as const, on: "2026-10-05", reason: "Copied", successor: null };
  expect(rowOfBadge(badge("revoked", { record: { code: "C", standing: revoked } })).why).toBe(
    "Since Oct 5, 2026: Copied",
  );
});

test("of an altered badge nothing is to be read off the table", () => {
  const standing = { verdict: "genuine" as const, on: null, reason: null, successor: null };
  const row = rowOfBadge(badge("altered", { problems: ["not-signed-by-issuer"], record: { code: "C", standing } }));
  expect(row).toMatchObject({ words: "Altered", what: null, why: "What it says is not what the issuer signed." });
});

test("every verdict has its words", () => {
  const verdicts = Object.keys(BADGE_VERDICT_WORDS) as BadgeVerdict[];
  expect(verdicts.map((verdict) => rowOfBadge(badge(verdict)).words)).toEqual(
    verdicts.map((verdict) => BADGE_VERDICT_WORDS[verdict].words),
  );
});
