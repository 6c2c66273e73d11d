import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MeetingReport, readMeetingReport } from "~/attendance/meetings/meeting-report";
import { at } from "../../support/clock";

const FOLDER = "tests/fixtures/attendance-reports";
const SESSION = { date: "2027-01-05", timeZone: "America/Los_Angeles" };
const { files } = JSON.parse(readFileSync(`${FOLDER}/expected.json`, "utf8")) as {
  files: Record<string, MeetingReport>;
};

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, session = SESSION) => readMeetingReport(bytesOf(text), session);

function people(text: string, session = SESSION) {
  const found = read(text, session);
  if (!found.ok) throw new Error(found.reason);
  return found.people;
}

test.each(Object.entries(files))("%s is read as it is meant", (file, expected) => {
  expect(readMeetingReport(readFileSync(`${FOLDER}/${file}`), SESSION)).toEqual({ ...expected, ok: true });
});

const HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room";
const row = (from: string, to: string, more = "") => `${HEAD}\nAna,ana@x.example,${from},${to},10,No,No\n${more}`;

describe("dates and times", () => {
  test.each([
    ["01/05/2027 03:45:00 PM", "month-first"],
    ["1/5/27 3:45:00 PM", "month-first"],
    ['"1/5/27, 3:45:00 PM"', "month-first"],
    ["1/5/27 3:45:00\u202fpm", "month-first"],
    ["1/5/2027 3:45 p.m.", "month-first"],
    ["01/05/2027 15:45", "month-first"],
    ["2027-01-05 15:45:00", "year-first"],
    ["2027-01-05T15:45", "year-first"],
    ["2027/1/5 15:45", "year-first"],
    ["05.01.2027 15:45:00", "day-first"],
    ["5/1/27 15:45", "day-first"],
  ])("%s is read %s", (cell, order) => {
    const found = read(
      row(
        cell,
        cell.replace(/3:45|15:45/, (time) => (time === "3:45" ? "5:45" : "17:45")),
      ),
    );
    expect(found).toMatchObject({ ok: true, dateOrder: order });
    expect(found.ok && found.people[0]!.joins).toEqual([{ from: at("2027-01-05T15:45"), to: at("2027-01-05T17:45") }]);
  });

  test("a number over twelve anywhere in the file says which is the month", () => {
    const other = "Bo,bo@x.example,13/01/2027 15:45,13/01/2027 16:45,60,No,No\n";
    const found = read(row("05/01/2027 15:45", "05/01/2027 17:45", other), SESSION);
    expect(found).toMatchObject({ ok: true, dateOrder: "day-first" });
    const block = "Meeting ID,Topic,Start Time,End Time\n1,Course,01/25/2027 03:00 PM,01/25/2027 05:00 PM\n\n";
    expect(read(block + row("01/05/2027 03:45 PM", "01/05/2027 05:45 PM"))).toMatchObject({ dateOrder: "month-first" });
  });

  test("numbers over twelve in both places are no dates", () => {
    const other = "Bo,bo@x.example,01/13/2027 15:45,01/13/2027 16:45,60,No,No\n";
    expect(read(row("13/01/2027 15:45", "13/01/2027 17:45", other))).toEqual({ ok: false, reason: "unreadable" });
  });

  test("where both readings are possible the session's date decides, and the month is first where both fit", () => {
    const text = row("03/04/2027 15:45", "03/04/2027 17:45");
    const on = (date: string) => read(text, { ...SESSION, date });
    expect(on("2027-03-04")).toMatchObject({ dateOrder: "month-first" });
    expect(on("2027-04-03")).toMatchObject({ dateOrder: "day-first" });
    expect(on("2027-05-05")).toEqual({ ok: false, reason: "other-day" });
    expect(read(row("04/04/2027 15:45", "04/04/2027 17:45"), { ...SESSION, date: "2027-04-04" })).toMatchObject({
      dateOrder: "month-first",
    });
  });

  test("a presence over midnight touches both days, one that ends at midnight only the first", () => {
    const text = row("2027-01-05 23:00", "2027-01-06 00:00");
    expect(read(text)).toMatchObject({ ok: true });
    expect(read(text, { ...SESSION, date: "2027-01-06" })).toEqual({ ok: false, reason: "other-day" });
    expect(read(row("2027-01-05 23:00", "2027-01-06 00:01"), { ...SESSION, date: "2027-01-06" })).toMatchObject({
      ok: true,
    });
  });

  test("times are the zone's, the earlier where one is ambiguous", () => {
    const night = { ...SESSION, date: "2026-11-01" };
    const [person] = people(row("2026-11-01 01:30", "2026-11-01 02:30"), night);
    expect(person!.joins).toEqual([{ from: Date.UTC(2026, 10, 1, 8, 30), to: Date.UTC(2026, 10, 1, 10, 30) }]);
    const [denver] = people(row("2027-01-05 15:45", "2027-01-05 17:45"), { ...SESSION, timeZone: "America/Denver" });
    expect(denver!.joins[0]!.from).toBe(at("2027-01-05T14:45"));
  });

  test.each([
    "2027-01-05 25:00",
    "2027-01-05 13:00 PM",
    "2027-01-05 15:60",
    "2027-02-30 15:00",
    "soon",
    "",
    "2027-01-05",
  ])("%j is no time: the line is told, and the others are read", (cell) => {
    const found = read(row(cell, "2027-01-05 17:45", "Bo,bo@x.example,2027-01-05 15:45,2027-01-05 17:45,60,No,No\n"));
    expect(found).toMatchObject({ ok: true, badLines: [{ line: 2, cell }], people: [{ name: "Bo", lines: [3] }] });
  });

  test.each(["", "2027-01-05 15:45", "2027-01-05 15:44:59", "never"])(
    "an end %j is missing, or not after the start",
    (cell) => {
      const found = read(row("2027-01-05 15:45", cell, "Bo,bo@x.example,2027-01-05 15:45,2027-01-05 17:45,60,No,No\n"));
      expect(found).toMatchObject({ ok: true, badLines: [{ line: 2, cell }] });
    },
  );
});

describe("people", () => {
  test("are one per address in any case, else one per name, in the order of their first line", () => {
    const rows = [
      "Bo,,2027-01-05 15:00,2027-01-05 15:10",
      " Ana S. ,ANA@x.example ,2027-01-05 16:00,2027-01-05 16:10",
      "Bo,,2027-01-05 14:00,2027-01-05 14:10",
      "Ana,ana@X.example,2027-01-05 15:00,2027-01-05 16:30",
      "Bo,bo@x.example,2027-01-05 15:00,2027-01-05 15:10",
    ];
    const found = people(`Name,Email,Join time,Leave time\n${rows.join("\n")}`);
    expect(found.map(({ name, email, lines }) => [name, email, lines])).toEqual([
      ["Bo", null, [2, 4]],
      ["Ana S.", "ana@x.example", [3, 5]],
      ["Bo", "bo@x.example", [6]],
    ]);
    expect(found[0]!.joins.map(({ from }) => from)).toEqual([at("2027-01-05T14:00"), at("2027-01-05T15:00")]);
  });

  test("whoever only waited is listed without a join", () => {
    const waited = "Bo,bo@x.example,2027-01-05 15:45,2027-01-05 17:45,120,Yes,Yes\n";
    const [, bo] = people(row("2027-01-05 15:45", "2027-01-05 17:45", waited));
    expect(bo).toEqual({ name: "Bo", email: "bo@x.example", joins: [], totalMinutes: null, lines: [3] });
  });

  test("totals of several rows of one person add up", () => {
    const text = "Name,Email,Total Duration (Minutes)\nAna,a@x.example,40\nAna,A@x.example,20\nBo,,x\n";
    expect(read(text)).toMatchObject({
      from: "zoom",
      dateOrder: "none",
      people: [{ totalMinutes: 60, joins: [], lines: [2, 3] }],
      badLines: [{ line: 4, cell: "x" }],
    });
  });

  test("a block about the online meeting that names its host is none of the people", () => {
    const block =
      "Meeting ID,Topic,Start Time,End Time,User Name,User Email,Duration (Minutes)\n1,T,01/05/2027 03:31:10 PM,01/05/2027 05:52:44 PM,Sam,s@x.example,142\n\n";
    const totals = "Name (Original Name),User Email,Total Duration(Minutes)\nAna,ana@x.example,120";
    expect(people(block + totals)).toMatchObject([{ name: "Ana", totalMinutes: 120, lines: [5] }]);
    expect(people(block + row("01/05/2027 03:45 PM", "01/05/2027 05:45 PM"))).toMatchObject([{ lines: [5] }]);
  });

  test("lines are physical ones: a cell over several is listed by its first", () => {
    const text = `${HEAD}\n\n"Ana\nMaria",a@x.example,2027-01-05 15:45,2027-01-05 17:45,1,No,No\n\nBo,,2027-01-05 15:45,2027-01-05 17:45,1,No,No`;
    expect(people(text.replaceAll("\n", "\r\n")).map(({ lines }) => lines)).toEqual([[3], [6]]);
  });
});

describe("Google Meet", () => {
  const meet = (rows: string) => `First name,Last name,Email,Duration,Time joined,Time exited\n${rows}`;

  test("an end before its start is the next day's; another day is never told", () => {
    const [ana] = people(meet("Ana,Lee,,1 hr 10 min,11:30 PM,12:40 AM"), { ...SESSION, date: "2030-05-05" });
    expect(ana).toMatchObject({
      name: "Ana Lee",
      totalMinutes: 70,
      joins: [{ from: at("2030-05-05T23:30"), to: at("2030-05-06T00:40") }],
    });
  });

  test("an end that is its start is none", () => {
    expect(read(meet("Ana,,,1 min,3:45 PM,3:45 PM"))).toMatchObject({
      ok: true,
      badLines: [{ line: 2, cell: "3:45 PM" }],
    });
  });
});

describe("Microsoft Teams", () => {
  const summary = "1. Summary\nMeeting title\tCourse\nStart time\t1/5/27, 3:31:10 PM\n\n";
  const participants =
    "2. Participants\nName\tFirst join\tLast leave\tIn-meeting duration\tEmail\nAna\t1/5/27, 3:45:00 PM\t1/5/27, 5:45:00 PM\t1h 30m 59s\tana@x.example\n\n";
  const activities =
    "3. In-meeting activities\nName\tJoin time\tLeave time\tDuration\tEmail\nAna\t1/5/27, 3:45:00 PM\t1/5/27, 4:00:00 PM\t15m\tana@x.example\n";

  test("the activities count, and no total", () => {
    const [ana] = people(summary + participants + activities);
    expect(ana).toMatchObject({ totalMinutes: null, lines: [11], joins: [{ to: at("2027-01-05T16:00") }] });
  });

  test("without them the span counts, with its duration as the most", () => {
    const [ana] = people(summary + participants);
    expect(ana).toMatchObject({ totalMinutes: 90, lines: [7], joins: [{ to: at("2027-01-05T17:45") }] });
  });

  test("sections that come after hold no presence", () => {
    const engagement = "\n4. Engagement\nName\tReactions\nAna\t4\n";
    expect(read(summary + participants + activities + engagement)).toMatchObject({ ok: true, badLines: [] });
  });

  test.each(["utf-16le", "utf-16be"])("is read in %s", (encoding) => {
    const text = `\ufeff${summary}${activities}`;
    const bytes = Buffer.from(text, "utf16le");
    const found = readMeetingReport(encoding === "utf-16le" ? bytes : bytes.swap16(), SESSION);
    expect(found).toMatchObject({ ok: true, from: "teams" });
  });
});

describe("what is refused, and in which order", () => {
  const long = `${HEAD}\n${"Ana,,2027-01-05 15:45,2027-01-05 17:45,1,No,No\n".repeat(50_000)}`;
  test.each<[string, Uint8Array, string]>([
    ["nothing", bytesOf(""), "empty"],
    ["white space", bytesOf("\ufeff \r\n\t\n"), "empty"],
    ["a head without rows", bytesOf(`${HEAD}\r\n\r\n`), "empty"],
    ["50,001 lines", bytesOf(long), "too-long"],
    ["50,001 lines of something else", bytesOf("x\n".repeat(50_001)), "too-long"],
    ["a packed file", Buffer.from("504b0304140000000800", "hex"), "unreadable"],
    ["zeros in a text", bytesOf(`${HEAD}\nAna\0,,2027-01-05 15:45,2027-01-05 17:45,1,No,No\n`), "unreadable"],
    ["half a sign of UTF-16", Buffer.from("fffe4100d8", "hex"), "unreadable"],
    ["what no code page has", Buffer.from([0x4e, 0x61, 0x6d, 0x65, 0x81, 0x8d]), "unreadable"],
    ["a page", bytesOf("<!doctype html><title>Sign in</title>"), "not-a-report"],
    ["a roster", bytesOf("Name,Email,District\nAna,a@x.example,Kent\n"), "not-a-report"],
    ["a report of another day", bytesOf(row("2027-01-06 15:45", "2027-01-06 17:45")), "other-day"],
  ])("%s", (_name, bytes, reason) => {
    expect(readMeetingReport(bytes, SESSION)).toEqual({ ok: false, reason });
  });

  test("50,000 lines are read", () => {
    expect(readMeetingReport(bytesOf(long.slice(0, long.lastIndexOf("Ana"))), SESSION)).toMatchObject({ ok: true });
  });

  test("whatever the bytes are, it answers", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readMeetingReport(bytes, SESSION)));
  });

  test.each([
    [{ ...SESSION, date: "2027-02-29" }],
    [{ ...SESSION, date: "soon" }],
    [{ ...SESSION, timeZone: "Mars/Olympus" }],
    [{ ...SESSION, timeZone: "" }],
  ])("%j is no session", (session) => {
    expect(() => readMeetingReport(bytesOf(""), session)).toThrow(RangeError);
  });
});
