import { expect, test } from "vitest";
import { readHead, sectionOf } from "~/attendance/meetings/report-heads";

const headOf = (words: string) => readHead({ line: 1, cells: words.split(",") });

test.each([
  ["Name (Original Name),User Email,Join Time,Leave Time", { name: 0, email: 1, join: 2, leave: 3 }],
  ["NAME (original name),EMAIL,JOIN TIME,LEAVE TIME", { name: 0, email: 1, join: 2, leave: 3 }],
  [
    "First name,Last name,E-mail address,Duration,Time joined,Time exited",
    {
      "first-name": 0,
      "last-name": 1,
      email: 2,
      duration: 3,
      join: 4,
      leave: 5,
    },
  ],
  [
    "Name,First Join,Last Leave,In-Meeting Duration,Participant ID (UPN)",
    { name: 0, join: 1, leave: 2, duration: 3, email: 4 },
  ],
  ["Meeting ID,Topic,Start Time,End Time", {}],
])("the head %s", (words, columns) => {
  expect(headOf(words)).toEqual(columns);
});

test("a section begins with its number alone in a row", () => {
  const of = (cells: string[]) => sectionOf({ line: 1, cells });
  expect([of(["2. Participants", ""]), of(["3. IN-MEETING ACTIVITIES"]), of(["1. Summary"])]).toEqual([
    "participants",
    "activities",
    "summary",
  ]);
  expect([of(["Participants"]), of(["2. Participants", "5"])]).toEqual([null, null]);
});
