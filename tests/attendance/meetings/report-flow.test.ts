import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { meetingMatches, meetingReportMarks, meetingReports } from "#drizzle/schema/online/reports";
import { getReportPage } from "~/attendance/meetings/report-page.server";
import { listReportEvidence, takeReport } from "~/attendance/meetings/report.server";
import {
  applyReport,
  changeReading,
  decideWho,
  dropReport,
  takeBackReport,
} from "~/attendance/meetings/report-command.server";
import { listPresence } from "~/attendance/roster/roster.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson, type TestPerson } from "../../support/factories";

const HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest";
const row = (name: string, email: string, from: string, to: string, day = "03/09/2027") =>
  `${name},${email},${day} ${from}:00 AM,${day} ${to}:00 AM,1,No`;
const file = (name: string, ...rows: string[]) => new File([[HEAD, ...rows].join("\n")], name, { type: "text/csv" });

let db: Database;
let fay: TestPerson;
let ada: TestPerson;
let bo: TestPerson;
let offeringId: string;
let sessionId: string;
const me = (person = fay) => actingAs(db, person, { now: at("2027-03-09T13:00") });

beforeEach(() => {
  db = useTestDatabase();
  fay = makePerson(db, { first: "Fay", last: "Silitator" });
  const offering = makeOffering(db, {
    instructor: fay,
    sessions: [{ start: "2027-03-09T08:00", end: "2027-03-09T11:00" }],
  });
  offeringId = offering.id;
  sessionId = listSessions(db, offeringId)[0]!.id;
  [ada, bo] = ["Ada Lovelace", "Bo Diddley"].map((name) => {
    const [first, last] = name.split(" ");
    const person = makePerson(db, { first: first!, last: last! });
    done(register(actingAs(db, person), { offeringId }));
    return person;
  }) as [TestPerson, TestPerson];
});

const take = async (...rows: string[]) => takeReport(me(), sessionId, file("report.csv", ...rows));
const minutesOf = (person: TestPerson) => {
  const { people } = listPresence(db, offeringId);
  const presence = people.find(({ person: each }) => each.id === person.personId)!.presences[0]!;
  return presence.intervals.map(({ from, to }) => (to - from) / 60_000);
};
const apply = (reportId: string, vouchedFor: string[] = []) => applyReport(me(), { sessionId, reportId, vouchedFor });

test("T1 T2 a report is looked at, people it does not know are named, and one action marks the others", async () => {
  const reportId = done(
    await take(
      row("A. Lovelace", ada.email, "08:00", "09:30"),
      row("A. Lovelace", ada.email, "09:40", "11:00"),
      row("Kitchen laptop", "", "08:00", "11:00"),
      row("Nobody", "", "", "11:00"),
    ),
  );
  const look = async () => (await getReportPage(me(), sessionId)).open[0]!;
  expect(await look()).toMatchObject({
    from: "zoom",
    readOrder: "month-first",
    badLines: [{ line: 5 }],
    preview: {
      known: [{ personId: ada.personId, minutes: 170, as: [{ reason: "email" }], lines: [2, 3] }],
      unknown: [{ who: "name kitchen laptop", lines: [4] }],
    },
  });
  expect(db.select().from(attendanceMarks).all()).toEqual([]);
  done(decideWho(me(), sessionId, [{ who: "name kitchen laptop", personId: bo.personId }]));
  expect(done(await apply(reportId))).toBe(2);
  expect([minutesOf(ada), minutesOf(bo)]).toEqual([[90, 80], [180]]);
  const marks = db.select().from(meetingReportMarks).all();
  expect(new Set(marks.map(({ name, lines }) => `${name} ${lines.join()}`))).toEqual(
    new Set(["A. Lovelace 2,3", "Kitchen laptop 4"]),
  );
  expect(listReportEvidence(db, offeringId)).toMatchObject([
    { fileName: "report.csv", people: [{}, { lines: [2, 3] }] },
  ]);
  const [report] = db.select().from(meetingReports).all();
  expect(report).toMatchObject({ fileName: "report.csv", bytes: null, uploadedBy: fay.personId });
  expect((await getReportPage(me(), sessionId)).done).toMatchObject([
    { people: [{ name: "Kitchen laptop" }, { name: "A. Lovelace" }] },
  ]);
});

test("the same file twice changes nothing, and neither does a second report of those who are marked", async () => {
  const rows = [row("Ada Lovelace", "", "08:00", "11:00")];
  const reportId = done(await take(...rows));
  expect(await take(...rows)).toMatchObject({ ok: false, reason: "same-file" });
  done(await apply(reportId));
  expect(await take(...rows)).toMatchObject({ ok: false, reason: "same-file" });
  const other = done(await take(...rows, row("Ada Lovelace", "", "08:00", "08:30")));
  expect(await apply(other)).toMatchObject({ ok: false, reason: "nothing-to-do" });
  expect(await apply(reportId)).toMatchObject({ ok: false, reason: "unknown-report" });
  expect(minutesOf(ada)).toEqual([180]);
});

test("what was decided is remembered for the next report, can be forgotten, and names nobody from elsewhere", async () => {
  done(await take(row("Ada Lovelace", "", "08:00", "11:00"), row("Room 12", "", "08:00", "11:00")));
  const stranger = makePerson(db);
  expect(decideWho(me(), sessionId, [{ who: "name 12 room", personId: stranger.personId }])).toMatchObject({
    reason: "unknown-person",
  });
  done(decideWho(me(), sessionId, [{ who: "name 12 room", personId: "" }]));
  expect((await getReportPage(me(), sessionId)).open[0]?.preview?.unknown).toMatchObject([{ leftOut: true }]);
  done(decideWho(me(), sessionId, [{ who: "name 12 room", personId: null }]));
  expect(db.select().from(meetingMatches).all()).toEqual([]);
});

test("a total alone is marked with somebody's word, and not without", async () => {
  const totals = new File(
    [`Name (Original Name),User Email,Total Duration (Minutes),Guest\nAda Lovelace,${ada.email},90,No`],
    "t.csv",
  );
  const reportId = done(await takeReport(me(), sessionId, totals));
  expect(await apply(reportId)).toMatchObject({ ok: false, reason: "nobody-ticked" });
  expect(done(await apply(reportId, [ada.personId]))).toBe(1);
  expect(minutesOf(ada)).toEqual([90]);
});

test("what a report did is taken back with a reason, and the same file can be read anew", async () => {
  const rows = [row("Ada Lovelace", "", "08:00", "11:00")];
  const reportId = done(await take(...rows));
  done(await apply(reportId));
  expect(done(takeBackReport(me(), { sessionId, reportId, reason: "Wrong session" }))).toBe(2);
  expect(minutesOf(ada)).toEqual([]);
  expect(takeBackReport(me(), { sessionId, reportId, reason: "Again" })).toMatchObject({ reason: "unknown-report" });
  done(await apply(done(await take(...rows))));
  expect(minutesOf(ada)).toEqual([180]);
  expect((await getReportPage(me(), sessionId)).done.map(({ takenBackBecause }) => takenBackBecause).sort()).toEqual([
    "Wrong session",
    null,
  ]);
});

test.each([
  ["of another meeting", [row("Stranger", "x@y.example", "08:00", "11:00")], "nobody-known"],
  ["of another time", [row("Ada Lovelace", "", "05:00", "06:00")], "outside-session"],
  ["of another day", [row("Ada Lovelace", "", "08:00", "11:00", "03/10/2027")], "other-day"],
  ["without rows", [], "empty"],
])("a report %s is refused, and nothing of it is kept", async (_title, rows, reason) => {
  expect(await take(...rows)).toMatchObject({ ok: false, reason });
  expect(db.select().from(meetingReports).all()).toEqual([]);
});

test.each([
  ["a page of an error", "<!doctype html><html><body>Sign in</body></html>", "not-a-report"],
  ["a workbook with the wrong name", "PK\u0003\u0004\u0014\u0000\u0006\u0000", "unreadable"],
  ["a roster", "Last name,First name,School\nLovelace,Ada,Alder", "not-a-report"],
  ["nothing", "", "empty"],
  ["too many lines", `${HEAD}\n${"a,b,c,d,e,f\n".repeat(50_001)}`, "too-long"],
])("%s instead of a report is refused in one sentence", async (_title, text, reason) => {
  expect(await takeReport(me(), sessionId, new File([text], "r.csv"))).toMatchObject({ ok: false, reason });
  expect(db.select().from(meetingReports).all()).toEqual([]);
});

test("another zone is another time of the session; what comes of nothing is refused", async () => {
  const reportId = done(await take(row("Ada Lovelace", "", "08:00", "09:00")));
  const how = { timeZone: "America/Denver", dateOrder: null } as const;
  done(await changeReading(me(), { sessionId, reportId }, how));
  expect((await getReportPage(me(), sessionId)).open[0]?.preview?.known[0]?.minutes).toBe(0);
  const wrong = { timeZone: "America/Los_Angeles", dateOrder: "day-first" } as const;
  expect(await changeReading(me(), { sessionId, reportId }, wrong)).toMatchObject({ ok: false, reason: "other-day" });
});

test("P2 nobody but whoever takes the attendance sees, carries out or throws away a report", async () => {
  const reportId = done(await take(row("Ada Lovelace", "", "08:00", "11:00")));
  const other = me(makePerson(db));
  const about = { sessionId, reportId };
  await expect(getReportPage(other, sessionId)).rejects.toMatchObject({ status: 404 });
  expect(await takeReport(other, sessionId, file("x.csv"))).toMatchObject({ reason: "unknown-report" });
  expect(await applyReport(other, { ...about, vouchedFor: [] })).toMatchObject({ reason: "unknown-report" });
  expect(dropReport(other, about)).toMatchObject({ reason: "unknown-report" });
  expect(decideWho(other, sessionId, [])).toMatchObject({ reason: "unknown-report" });
  expect(takeBackReport(other, { ...about, reason: "Mine" })).toMatchObject({ ok: false });
  done(dropReport(me(), about));
  expect(db.select().from(meetingReports).where(eq(meetingReports.sessionId, sessionId)).all()).toEqual([]);
});
