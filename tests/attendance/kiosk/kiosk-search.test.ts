import { expect, test } from "vitest";
import { findAtKiosk, MOST_SHOWN } from "~/attendance/kiosk/kiosk-search";

const PEOPLE = [
  { names: ["Maya", "Okonkwo-Reyes"] },
  { names: ["Bo", "O’Neil"] },
  { names: ["Đặng", "Van Dyke"] },
  { names: ["Mae", "Marsh"] },
];

test.each([
  ["", "too-short"],
  ["ma", "too-short"],
  ["m a", "too-short"],
  ["m - a 12", "too-short"],
  ["may", [0]],
  [" MÁY ", [0]],
  ["rey", [0]],
  ["okonkwo-r", [0]],
  ["okonkwo reyes", [0]],
  ["reyes ma", [0]],
  ["aya", "nobody"],
  ["bo o", [1]],
  ["nei", [1]],
  ["oneil", [1]],
  ["dang", [2]],
  ["vandyke", [2]],
  ["dyk", [2]],
  ["may marsh", "nobody"],
  ["mar", [3]],
])("%j finds %j", (typed, expected) => {
  const finding = findAtKiosk(PEOPLE, typed);
  expect(finding.is === "found" ? finding.people.map((each) => PEOPLE.indexOf(each)) : finding.is).toEqual(expected);
});

test("more than eight people are nobody's to look through", () => {
  const many = Array.from({ length: MOST_SHOWN + 1 }, () => ({ names: ["Maya", "Jones"] }));
  expect(findAtKiosk(many, "maya").is).toBe("too-many");
  expect(findAtKiosk(many.slice(1), "maya").is).toBe("found");
});
