import { expect, test } from "vitest";
import { previewReport } from "~/attendance/meetings/report-preview";
import { indexRoster } from "~/attendance/meetings/reported-name";

const MINUTE = 60_000;
const SESSION = { startsAt: 0, endsAt: 180 * MINUTE, pauses: [] };
const ROSTER = {
  index: indexRoster([
    { id: "ada", names: ["Ada Lovelace"], emails: ["ada@kent.example"] },
    { id: "bo", names: ["Bo Diddley"], emails: [] },
  ]),
  nameOf: new Map([
    ["bo", "Diddley, Bo"],
    ["ada", "Lovelace, Ada"],
  ]),
  marked: new Set(["bo"]),
  reported: new Map(),
};
const reported = (name: string, email: string | null, from: number, to: number, line: number) => ({
  name,
  email,
  joins: [{ from: from * MINUTE, to: to * MINUTE }],
  totalMinutes: null,
  lines: [line],
});
const PEOPLE = [
  reported("Ada", "ada@kent.example", 0, 60, 2),
  reported("Ada Lovelace's iPad", null, 50, 90, 5),
  reported("Bo Diddley", null, 0, 180, 3),
  reported("Room 12", null, 0, 180, 4),
];
const preview = (decisions: [string, string | null][] = []) =>
  previewReport(SESSION, PEOPLE, ROSTER, new Map(decisions));

test("T2 who joined under two names is one person, by the order of the roster, and whoever is marked stays so", () => {
  expect(
    preview().known.map(({ personId, minutes, lines, isMarked, as }) => [
      personId,
      minutes,
      lines,
      isMarked,
      as.map(({ reason }) => reason),
    ]),
  ).toEqual([
    ["bo", 180, [3], true, ["name"]],
    ["ada", 90, [2, 5], false, ["email", "nickname"]],
  ]);
  expect(preview().unknown).toMatchObject([{ who: "name 12 room", name: "Room 12", lines: [4], leftOut: false }]);
});

test("what somebody said stands before what the report says; one who left the roster since is looked for again", () => {
  const said = preview([
    ["name 12 room", "ada"],
    ["email ada@kent.example", null],
    ["name bo diddley", "gone"],
  ]);
  expect(said.known.map(({ personId, as }) => [personId, as.map(({ name, reason }) => `${name}: ${reason}`)])).toEqual([
    ["bo", ["Bo Diddley: name"]],
    ["ada", ["Ada Lovelace's iPad: nickname", "Room 12: decision"]],
  ]);
  expect(said.unknown).toMatchObject([{ name: "Ada", leftOut: true }]);
});
