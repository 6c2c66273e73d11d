import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { accounts, persons } from "#drizzle/schema/people";
import { getReportPage } from "~/attendance/meetings/report-page.server";
import { applyReport } from "~/attendance/meetings/report-command.server";
import { takeReport } from "~/attendance/meetings/report.server";
import { listPresence } from "~/attendance/roster/roster.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { register } from "~/registration/seats/registration.server";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson } from "../../support/factories";

const PEOPLE = {
  Maya: { first: "Maya", last: "Sample", email: "educator@demo.hourbook.example" },
  Luis: { first: "Luis", last: "Sample", email: "paraeducator@demo.hourbook.example" },
  Thu: { first: "Thu", last: "Nguyễn", email: "thu.nguyen@highline.example" },
  Javier: { first: "Javier", last: "Márquez", email: "jmarquez@highline.example" },
  Sean: { first: "Seán", last: "O'Brien", email: "sean.obrien@kent.example" },
};
type Name = keyof typeof PEOPLE;

/**
 * T2, H6: a session from 3:45 to 5:45, two hours. What each sample leaves of each: minutes and seconds of presence, and the
 * minutes that can be claimed, in whole half hours. Who is only a phone number, a room or a first name is nobody.
 */
const GOLDEN: [file: string, hours: Partial<Record<Name, [present: string, earned: number]>>][] = [
  [
    "zoom-joins.csv",
    // Two joins, a third inside them; the waiting room does not count; late; before and after the session does not count.
    { Maya: ["113:35", 90], Thu: ["120:00", 120], Javier: ["106:39", 90], Sean: ["120:00", 120] },
  ],
  ["zoom-joins-without-meeting-block.csv", { Maya: ["113:35", 90], Luis: ["115:00", 90] }],
  ["zoom-total-minutes.csv", { Maya: ["117:00", 90], Luis: ["116:00", 90] }],
  ["teams.csv", { Maya: ["113:35", 90], Luis: ["115:00", 90], Thu: ["120:00", 120] }],
  // Its span alone would be two hours; at most what it says as a duration counts.
  ["google-meet.csv", { Maya: ["117:00", 90], Luis: ["115:00", 90] }],
];

test.each(GOLDEN)("T2 %s becomes these hours", async (name, hours) => {
  const db = useTestDatabase();
  const fay = makePerson(db, { first: "Fay", last: "Silitator" });
  const offering = makeOffering(db, {
    instructor: fay,
    sessions: [{ start: "2027-01-05T15:45", end: "2027-01-05T17:45" }],
    values: { modality: "online", link: "https://meet.example/room" },
  });
  const people = Object.fromEntries(
    Object.entries(PEOPLE).map(([key, person]) => {
      const made = makePerson(db, person);
      db.update(persons).set({ email: person.email }).where(eq(persons.id, made.personId)).run();
      db.update(accounts).set({ email: person.email }).where(eq(accounts.id, made.accountId)).run();
      done(register(actingAs(db, made, { now: at("2026-12-01T08:00") }), { offeringId: offering.id }));
      return [key, made.personId];
    }),
  );
  const me = actingAs(db, fay, { now: at("2027-01-06T08:00") });
  const sessionId = offering.sessions[0]!.id;
  const bytes = readFileSync(`tests/fixtures/attendance-reports/${name}`);
  const reportId = done(await takeReport(me, sessionId, new File([bytes], name)));
  const preview = (await getReportPage(me, sessionId)).open[0]!.preview!;
  const vouchedFor = preview.known.filter(({ needsWord }) => needsWord).map(({ personId }) => personId);
  done(await applyReport(me, { sessionId, reportId, vouchedFor }));
  done(confirmAttendance(me, { offeringId: offering.id }));
  const presences = listPresence(db, offering.id).people;
  const earned = db.select().from(claims).where(eq(claims.offeringId, offering.id)).all();
  const found = Object.entries(people).flatMap(([key, personId]) => {
    const intervals = presences.find(({ person }) => person.id === personId)?.presences[0]?.intervals ?? [];
    const seconds = intervals.reduce((sum, { from, to }) => sum + (to - from), 0) / 1_000;
    const present = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const claim = earned.find((each) => each.personId === personId);
    return seconds > 0 ? [[key, [present, claim?.earnedMinutes ?? 0]]] : [];
  });
  expect(Object.fromEntries(found)).toEqual(hours);
});
