import { beforeEach, expect, test } from "vitest";
import { meetingReports } from "#drizzle/schema/online/reports";
import { insertMark } from "~/attendance/marks/mark-rows.server";
import { applyReport, takeBackReport } from "~/attendance/meetings/report-command.server";
import { runReportForm } from "~/attendance/meetings/report-action.server";
import { takeReport } from "~/attendance/meetings/report.server";
import { listPresence } from "~/attendance/roster/roster.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson, type TestPerson } from "../../support/factories";

const HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest";
const row = (name: string, from: string, to: string) => `${name},,03/09/2027 ${from}:00 AM,03/09/2027 ${to}:00 AM,1,No`;

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
  sessionId = offering.sessions[0]!.id;
  [ada, bo] = ["Ada Lovelace", "Bo Diddley"].map((name) => {
    const [first, last] = name.split(" ");
    const person = makePerson(db, { first: first!, last: last! });
    done(register(actingAs(db, person), { offeringId }));
    return person;
  }) as [TestPerson, TestPerson];
});

const take = async (...rows: string[]) =>
  done(await takeReport(me(), sessionId, new File([[HEAD, ...rows].join("\n")], "report.csv")));
const apply = async (reportId: string) => done(await applyReport(me(), { sessionId, reportId, vouchedFor: [] }));
const presenceOf = (person: TestPerson) =>
  listPresence(db, offeringId).people.find(({ person: each }) => each.id === person.personId)!.presences[0]!;
const minutesOf = (person: TestPerson) =>
  presenceOf(person).intervals.reduce((sum, { from, to }) => sum + (to - from) / 60_000, 0);
const anomalies = () => [ada, bo].flatMap((person) => presenceOf(person).anomalies);

test.each([
  ["in their order", [0, 1]],
  ["the later one first", [1, 0]],
])("T2 an online meeting that was held in two parts has two reports, and both count, %s", async (_case, order) => {
  const reports = [
    await take(row("Ada Lovelace", "08:00", "09:30"), row("Bo Diddley", "08:00", "09:00")),
    await take(row("Ada Lovelace", "09:30", "11:00"), row("Bo Diddley", "08:30", "10:00")),
  ];
  for (const nth of order) expect(await apply(reports[nth]!)).toBe(2);
  expect([minutesOf(ada), minutesOf(bo)]).toEqual([180, 120]);
  expect([ada, bo].map((person) => presenceOf(person).intervals.length)).toEqual([1, 1]);
  expect(anomalies()).toEqual([]);
  done(takeBackReport(me(), { sessionId, reportId: reports[order[1]!]!, reason: "Another room" }));
  expect([minutesOf(ada), minutesOf(bo)]).toEqual([90, order[0] === 0 ? 60 : 90]);
  expect(anomalies()).toEqual([]);
});

test("T2 whoever joined by themselves is marked by the report all the same; whom somebody marked by hand stays so", async () => {
  const mark = { sessionId, at: at("2027-03-09T08:00"), deviceTime: at("2027-03-09T08:00") };
  inTransaction(db, (tx) => {
    insertMark(tx, me(ada), { ...mark, personId: ada.personId, kind: "in", method: "self", nonce: "by-herself" });
    insertMark(tx, me(), { ...mark, personId: bo.personId, kind: "present-all", method: "roster", nonce: "by-hand" });
  });
  expect(await apply(await take(row("Ada Lovelace", "08:30", "11:00"), row("Bo Diddley", "08:30", "11:00")))).toBe(1);
  expect([minutesOf(ada), minutesOf(bo)]).toEqual([150, 180]);
  expect(anomalies()).toEqual([]);
});

test("of several files those that are good are read, and what is said of the others says so", async () => {
  const files = [
    new File([[HEAD, row("Ada Lovelace", "08:00", "09:00")].join("\n")], "morning.csv"),
    new File(["<!doctype html>"], "page.csv"),
  ];
  const answer = await runReportForm(me(), sessionId, { intent: "upload", file: files });
  expect(answer).toEqual({
    ok: false,
    words: "1 report was read and stands above. page.csv: This is no attendance report of Zoom, Teams or Google Meet.",
    field: "file",
  });
});

test("of a session that has not begun there is no report, with or without dates", async () => {
  const early = actingAs(db, fay, { now: at("2027-03-09T07:59") });
  const totals = new File(["Name (Original Name),User Email,Total Duration (Minutes)\nAda Lovelace,,90"], "totals.csv");
  expect(await takeReport(early, sessionId, totals)).toMatchObject({ ok: false, reason: "not-begun" });
  expect(db.select().from(meetingReports).all()).toEqual([]);
});
