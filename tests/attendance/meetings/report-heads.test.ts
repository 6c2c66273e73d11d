import { expect, test } from "vitest";
import { isBlockHead, isOfTeams, readHead, sectionOf } from "~/attendance/meetings/report-heads";

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
  ["Name (Original Name),Total Duration(Minutes)", { name: 0, duration: 1 }],
  ["Meeting ID,Topic,Start Time,End Time", {}],
])("the head %s", (words, columns) => {
  expect(headOf(words)).toEqual(columns);
});

test("a section begins with its number alone in a row", () => {
  const of = (cells: string[]) => sectionOf({ line: 1, cells });
  expect([of(["2. Participants", ""]), of(["3. IN-MEETING ACTIVITIES"]), of(["1. Summary"])]).toEqual([
    "participants",
    "activities",
    "other",
  ]);
  expect(of(["4. Engagement"])).toBe("other");
  expect([of(["Participants"]), of(["2. Participants", "5"])]).toEqual([null, null]);
});

test("the block about the online meeting is not the people's head, and what only Teams has is told", () => {
  const row = (words: string) => ({ line: 1, cells: words.split(",") });
  expect(isBlockHead(row("Meeting ID,Topic,Start Time,End Time,User Name,Duration (Minutes)"))).toBe(true);
  expect(isBlockHead(row("Name (Original Name),User Email,Total Duration (Minutes)"))).toBe(false);
  expect(isOfTeams(row("Full Name,Join Time,Leave Time,Participant ID (UPN)"))).toBe(true);
  expect(isOfTeams(row("Name,Join Time,Leave Time"))).toBe(false);
});
