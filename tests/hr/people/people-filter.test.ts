import { expect, test } from "vitest";
import { EVERYBODY, isNarrowed, octoberOptions, readPeopleFilter } from "~/hr/people/people-filter";

const ANY = { from: null, to: null };
const read = (query: string) => readPeopleFilter(new URLSearchParams(query), ANY);

test.each([
  ["", {}],
  ["q=+Ames+", { q: "Ames" }],
  ["role=teacher&hours=with", { roleKind: "teacher", hours: "with" }],
  ["role=king&hours=some&mail=late&waits=ever", {}],
  ["building=Evergreen+High&id=1&below=1", { building: "Evergreen High", missingId: true, below: true }],
  ["building=++&id=2&below=yes", {}],
  ["mail=returned&waits=post", { mail: "returned", waits: "post" }],
  ["october=2026", { on: "2026-10-01" }],
  ["october=26", {}],
  ["october=0999", {}],
])("?%s asks for %o", (query, asked) => {
  expect(read(query)).toEqual({ ...EVERYBODY, ...asked });
});

test("the period alone leaves nobody out that it would not; each filter does", () => {
  expect(isNarrowed({ ...EVERYBODY, from: "2026-09-01", to: "2027-08-31" })).toBe(false);
  for (const query of [
    "q=a",
    "role=esa",
    "hours=without",
    "building=-",
    "id=1",
    "mail=none",
    "waits=any",
    "below=1",
    "october=2026",
  ])
    expect(isNarrowed(read(query)), query).toBe(true);
});

test.each([
  ["2026-09-30", "2025", "2020"],
  ["2026-10-01", "2026", "2021"],
  ["2027-01-01", "2026", "2021"],
])("on %s, the newest October 1 that has been is of %s, the oldest of %s", (today, newest, oldest) => {
  const values = octoberOptions(today).map(({ value }) => value);
  expect([values[0], values[1], values.at(-1)]).toEqual(["", newest, oldest]);
});
