import { expect, test } from "vitest";
import { type ApprovedPlan, comparePlans, linesOf, uncoveredParts } from "~/catalog/approval/approved-plan";
import { at } from "../../support/clock";

const ZONE = "America/Los_Angeles";

const DAY = {
  startsAt: at("2027-03-09T08:00"),
  endsAt: at("2027-03-09T16:00"),
  timeZone: ZONE,
  topic: "Shore",
  place: null,
  pauses: [{ kind: "meal" as const, startsAt: at("2027-03-09T12:00"), endsAt: at("2027-03-09T13:00") }],
};

const PLAN: ApprovedPlan = {
  title: "Tide pools in winter",
  objectives: ["plan a field day", "name ten animals"],
  standards: "NGSS",
  modality: "in-person",
  place: "Example Hall, 1 Shore Road",
  sessions: [DAY],
  instructors: [
    { name: "Ana Guest", qualifications: "MSc" },
    { name: "Bo Helper", qualifications: null },
  ],
  designations: [{ designation: "STEM", minutes: 240 }],
};

const plan = (changes: Partial<ApprovedPlan>): ApprovedPlan => ({ ...PLAN, ...changes });

test("a plan stands in lines, as a person reads it", () => {
  expect(linesOf(PLAN, "sessions")).toEqual([
    "Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PST · without 12:00 PM–1:00 PM PST (meal) · Shore",
  ]);
  expect(linesOf(PLAN, "instructors")).toEqual(["Ana Guest, MSc", "Bo Helper"]);
  expect(linesOf(PLAN, "modality")).toEqual(["In person"]);
  expect(linesOf(PLAN, "designations")).toEqual(["STEM: 4 hours"]);
  expect(linesOf(plan({ designations: [{ designation: "STEM", minutes: 0 }] }), "designations")).toEqual([]);
});

test("two plans differ by the lines that went and those that came, part by part", () => {
  const changed = plan({ objectives: ["name ten animals", "draw a map"], place: "Other Hall" });
  expect(comparePlans(PLAN, changed)).toEqual([
    { part: "objectives", gone: ["plan a field day"], come: ["draw a map"] },
    { part: "place", gone: ["Example Hall, 1 Shore Road"], come: ["Other Hall"] },
  ]);
  expect(comparePlans(PLAN, structuredClone(PLAN))).toEqual([]);
});

const moved = (from: string, to: string) => ({ ...DAY, startsAt: at(from), endsAt: at(to), pauses: [] });

test.each<[string, Partial<ApprovedPlan>, string[]]>([
  ["nothing changed", {}, []],
  ["an hour later on the same day", { sessions: [moved("2027-03-09T09:00", "2027-03-09T17:00")] }, []],
  ["another room", { place: "Other Hall" }, []],
  ["another topic", { sessions: [{ ...DAY, topic: "Rocks" }] }, []],
  ["one instructor less", { instructors: [PLAN.instructors[0]!] }, []],
  ["the same instructor written otherwise", { instructors: [{ name: " ana  GUEST", qualifications: null }] }, []],
  ["objectives in another order", { objectives: PLAN.objectives.toReversed() }, []],
  ["fewer designated hours", { designations: [{ designation: "STEM", minutes: 120 }] }, []],
  ["another title", { title: "Tide pools in spring" }, []],
  ["another day", { sessions: [moved("2027-03-10T08:00", "2027-03-10T16:00")] }, ["sessions"]],
  [
    "a second session on the same day counts as one more",
    { sessions: [DAY, moved("2027-03-09T18:00", "2027-03-09T19:00")] },
    ["sessions"],
  ],
  ["the day is that of the session's zone", { sessions: [moved("2027-03-09T23:30", "2027-03-10T05:00")] }, []],
  ["somebody else teaches", { instructors: [{ name: "Cy Other", qualifications: null }] }, ["instructors"]],
  ["nobody teaches", { instructors: [] }, ["instructors"]],
  ["an objective more", { objectives: [...PLAN.objectives, "draw a map"] }, ["objectives"]],
  ["other standards", { standards: "ELA" }, ["standards"]],
  ["more designated hours", { designations: [{ designation: "STEM", minutes: 300 }] }, ["designations"]],
  ["another designation", { designations: [{ designation: "EQUITY", minutes: 60 }] }, ["designations"]],
])("A1 what an approval covers: %s", (_name, changes, expected) => {
  expect(uncoveredParts(PLAN, plan(changes))).toEqual(expected);
});
