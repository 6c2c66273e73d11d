import { expect, test } from "vitest";
import { promisedLines } from "~/microcredentials/assessment/promised";
import { at, ZONE } from "../../support/clock";

test("each micro-credential stands once, the promise that ends first on top", () => {
  const waiting = [
    { title: "Calm", promisedAt: at("2027-03-12T12:00") },
    { title: "Loud", promisedAt: at("2027-03-10T12:00") },
    { title: "Calm", promisedAt: at("2027-03-11T12:00") },
    { title: "Open", promisedAt: null },
  ];
  expect(promisedLines(waiting, ZONE)).toEqual([
    { title: "Loud", promisedOn: "Wed, Mar 10, 2027" },
    { title: "Calm", promisedOn: "Thu, Mar 11, 2027, the first of 2 portfolios" },
    { title: "Open", promisedOn: "no day" },
  ]);
});
