import { describe, expect, test } from "vitest";
import { COURSES } from "#seed/courses/all";
import { countableMinutes } from "#seed/courses/course-seed";
import { FIRST_NAMES, LAST_NAMES, NAME_GROUPS } from "#seed/names";
import { PLACES } from "#seed/places";
import { PROGRAM_AREAS } from "#seed/program-areas";

/** Unit hours of the Fundamental Course of Study, FCS-01 first (N5). */
const FCS_HOURS = [4, 4, 2, 1, 3, 3, 2, 2, 1, 3, 2, 1];

const DESIGNATIONS = new Set([
  ..."STEM EQUITY LEADERSHIP G2G PARA-SUBJECT-ELL PARA-SUBJECT-SPED SUICIDE-PREVENTION TPEP".split(" "),
  ...FCS_HOURS.map((_, index) => fcsCode(index)),
]);

function fcsCode(index: number): string {
  return `FCS-${String(index + 1).padStart(2, "0")}`;
}

describe("demo courses", () => {
  test("there are at least 52, in every program area, each with its own slug and title", () => {
    expect(COURSES.length).toBeGreaterThanOrEqual(52);
    expect(new Set(COURSES.map((course) => course.slug)).size).toBe(COURSES.length);
    expect(new Set(COURSES.map((course) => course.title)).size).toBe(COURSES.length);
    for (const area of PROGRAM_AREAS) {
      expect(COURSES.filter((course) => course.programArea === area.code).length, area.code).toBeGreaterThanOrEqual(3);
    }
  });

  test("N5: each FCS unit has one course of exactly the unit's hours", () => {
    const hours = FCS_HOURS.map((_, index) =>
      COURSES.filter((course) => course.designations.includes(fcsCode(index))).map(
        (course) => countableMinutes(course.sessions) / 60,
      ),
    );
    expect(hours).toEqual(FCS_HOURS.map((unit) => [unit]));
  });

  test("N5: at least 7 FCS hours are offered in person", () => {
    const inPerson = COURSES.filter((course) => course.modality === "in-person")
      .filter((course) => course.designations.some((code) => code.startsWith("FCS-")))
      .reduce((sum, course) => sum + countableMinutes(course.sessions), 0);
    expect(inPerson).toBeGreaterThanOrEqual(7 * 60);
  });

  test.each(COURSES.map((course) => [course.slug, course] as const))("%s is complete", (slug, course) => {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(course.summary.length).toBeLessThanOrEqual(160);
    expect(course.summary).toMatch(/\.$/);
    expect(course.description.split("\n\n")).toHaveLength(2);
    expect(course.objectives.length).toBeGreaterThanOrEqual(3);
    expect(course.objectives.length).toBeLessThanOrEqual(6);
    expect(course.standards).not.toBe("");
    expect(course.audiences.length).toBeGreaterThan(0);
    expect(course.capacity).toBeGreaterThan(0);
    expect(Number.isInteger(course.priceCents)).toBe(true);
    for (const code of course.designations) expect(DESIGNATIONS).toContain(code);
    expect(course.sessions.count).toBeGreaterThanOrEqual(1);
    expect(course.sessions.count).toBeLessThanOrEqual(12);
    expect(countableMinutes(course.sessions)).toBeGreaterThanOrEqual(60);
    for (const pause of course.sessions.pauses) {
      expect(pause.start >= course.sessions.startTime && pause.end <= course.sessions.endTime).toBe(true);
      expect(pause.start < pause.end).toBe(true);
    }
  });
});

describe("demo people and places", () => {
  test("there are enough names, and the groups share a hundred parts", () => {
    expect(FIRST_NAMES.length).toBeGreaterThanOrEqual(160);
    expect(LAST_NAMES.length).toBeGreaterThanOrEqual(220);
    expect(NAME_GROUPS.reduce((sum, group) => sum + group.share, 0)).toBe(100);
  });

  test("there are fourteen venues in all three counties", () => {
    expect(PLACES).toHaveLength(14);
    expect(new Set(PLACES.map((place) => place.county))).toEqual(new Set(["King", "Pierce", "Kitsap"]));
  });
});
