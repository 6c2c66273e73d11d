import fc from "fast-check";
import { expect, test } from "vitest";
import { type CertificateKind, evaluateRenewal, type RenewalInput, type RenewalSource } from "~/renewal/renewal";

const day = fc
  .date({ min: new Date("2013-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const topics = fc.constantFrom("EQUITY", "STEM", "LEADERSHIP", "G2G", "SUICIDE-PREVENTION", "TPEP");
const anySource = (kind: fc.Arbitrary<RenewalSource["kind"]>) =>
  fc.record({
    id: fc.uuid(),
    kind,
    completedOn: day,
    amount: fc.nat(3_000),
    designations: fc.array(fc.record({ code: topics, minutes: fc.nat(1_500) }), { maxLength: 3 }),
    goals: fc.array(topics, { maxLength: 2 }),
    approvedForTopics: fc.boolean(),
  });
const plan = anySource(fc.constant("pgp"));
const other = anySource(
  fc.constantFrom("clock-hours", "quarter-credits", "semester-credits", "national-board-component"),
);
const kinds = fc.constantFrom<CertificateKind>("teacher", "cte-teacher", "principal", "school-nurse");
const anyInput = fc.record({
  applicationDate: day,
  certificates: fc.array(fc.record({ kind: kinds, issuedOn: day, expiresOn: day }), { minLength: 1, maxLength: 3 }),
  endorsements: fc.subarray(["Physics", "Art"]),
  nationalBoard: fc.option(fc.record({ from: day, to: day })),
  sources: fc.array(fc.oneof(plan, other), { maxLength: 12 }),
});
const metIn = (given: RenewalInput) =>
  evaluateRenewal(given)
    .requirements.filter(({ met }) => met)
    .map(({ code }) => code);

test("one more source that is no growth plan un-meets nothing", () => {
  fc.assert(
    fc.property(anyInput, other, (given, more) => {
      const after = metIn({ ...given, sources: [...given.sources, more] });
      expect(metIn(given).filter((code) => !after.includes(code))).toEqual([]);
    }),
  );
});

test("one more growth plan never un-meets the total, nor takes a minute from it", () => {
  fc.assert(
    fc.property(anyInput, plan, (given, more) => {
      const minutes = (each: RenewalInput) => evaluateRenewal(each).requirements[0]!.haveMinutes;
      expect(minutes({ ...given, sources: [...given.sources, more] })).toBeGreaterThanOrEqual(minutes(given));
    }),
  );
});

test("order is irrelevant, and what was given is left as it was", () => {
  fc.assert(
    fc.property(anyInput, (given) => {
      const before = structuredClone(given);
      const reversed = {
        ...given,
        sources: given.sources.toReversed(),
        certificates: given.certificates.toReversed(),
      };
      expect(evaluateRenewal(reversed)).toEqual(evaluateRenewal(given));
      expect(given).toEqual(before);
    }),
  );
});

test("nothing counts twice to one requirement, and each source is told at most once", () => {
  fc.assert(
    fc.property(anyInput, (given) => {
      const { requirements, notCounted } = evaluateRenewal(given);
      for (const ids of [...requirements.map(({ sources }) => sources), notCounted.map(({ id }) => id)])
        expect(new Set(ids).size).toBe(ids.length);
      const total = requirements[0]!.sources;
      const left = notCounted.filter(({ reason }) => reason !== "topic-provider-not-approved").map(({ id }) => id);
      expect([...total, ...left].sort()).toEqual(given.sources.map(({ id }) => id).sort());
    }),
  );
});
