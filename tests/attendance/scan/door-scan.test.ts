import { expect, test } from "vitest";
import type { DoorMark } from "~/attendance/door/door";
import { describeDoor } from "~/attendance/door/door-view";
import type { KeptRoster } from "~/attendance/kept/kept-roster";
import { scanAtDoor } from "~/attendance/scan/door-scan";
import { newId } from "~/platform/ids";
import { at, HOUR, ZONE } from "../../support/clock";
import { makePassKey, OFFERING, passBy, REGISTRATION } from "../../support/scan/passes";

const KEY = makePassKey("aaaaaaaa11111111");
const STARTS = at("2027-03-09T08:00");
const SESSION = { id: "s", startsAt: STARTS, endsAt: STARTS + 4 * HOUR, timeZone: ZONE, place: "Hall" };
const NAMES = { as: "participant" as const, doorName: null };
const ROSTER: KeptRoster = {
  ...{ offeringId: OFFERING, title: "Number talks", owner: { personId: "fay", name: "Fay" }, until: 0 },
  ...{ confirmed: false, sessions: [SESSION], marks: [], left: [newId()], passKeys: [KEY] },
  people: [
    { ...NAMES, id: "ada", name: "Ada Byron", sortName: "Byron, Ada", registrationId: REGISTRATION },
    { ...NAMES, as: "instructor", id: "ines", name: "Ines", sortName: "Ines", registrationId: null },
  ],
};

/** A device at the door that keeps marks, or has no room for them. */
function makeDoor(roster: KeptRoster = ROSTER, hasRoom = true) {
  const marks: DoorMark[] = [];
  const lastScans = new Map<string, number>();
  const rows = describeDoor(roster, SESSION, []);
  const scan = (text: string, now: number) =>
    scanAtDoor(text, {
      ...{ roster, session: SESSION, rows, direction: "arriving", lastScans, now },
      mark: (mark) => {
        if (hasRoom) marks.push(mark);
        return Promise.resolve(hasRoom ? newId() : null);
      },
    });
  return { marks, scan };
}

test("a pass at the door is checked without a network, and makes one mark however often the camera sees it", async () => {
  const { scan, marks } = makeDoor();
  const kinds = [];
  for (const after of [0, 2_000, 4_000]) kinds.push((await scan(passBy(KEY), STARTS + after))?.kind);
  expect(kinds).toEqual(["in", "already-in", "already-in"]);
  expect(marks).toEqual([
    {
      ...{ roster: ROSTER, session: SESSION, who: { personId: "ada" }, name: "Ada Byron" },
      ...{ kind: "in", at: null, pass: passBy(KEY) },
    },
  ]);
});

test("two pictures of one pass at the same moment are one scan", async () => {
  const { scan, marks } = makeDoor();
  const outcomes = await Promise.all([scan(passBy(KEY), STARTS), scan(passBy(KEY), STARTS)]);
  expect(outcomes.map((outcome) => outcome?.kind).sort()).toEqual(["already-in", "in"]);
  expect(marks).toHaveLength(1);
});

test("who left, a stranger's pass and a forged one are told apart", async () => {
  const { scan, marks } = makeDoor();
  const since = newId();
  const passes = [
    passBy(KEY, { registrationId: ROSTER.left[0]! }),
    passBy(KEY, { offeringId: newId() }),
    passBy({ ...makePassKey("x"), id: KEY.id }),
    passBy(makePassKey("bbbbbbbb11111111")),
    passBy(KEY, { registrationId: since }),
  ];
  const kinds = [];
  for (const pass of passes) kinds.push((await scan(pass, STARTS))?.kind);
  expect(kinds).toEqual(["withdrawn", "wrong-offering", "forged", "unknown", "in"]);
  expect(marks).toMatchObject([{ who: { registrationId: since }, pass: passes[4] }]);
});

test("a name is no scan, and a mark that the device could not keep is none either: the next scan tries again", async () => {
  expect(await makeDoor().scan("Ada", STARTS)).toBeNull();
  const { scan } = makeDoor(ROSTER, false);
  expect(await scan("4D2P-F2DB", STARTS)).toBeNull();
  expect(await scan("4D2P-F2DB", STARTS + 1)).toBeNull();
});
