import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { offerings } from "#drizzle/schema/catalog";
import { recordMark } from "~/attendance/marks/marks.server";
import { getRoster } from "~/attendance/roster/roster.server";
import { shortCodeOf } from "~/registration/passes/short-code";
import { recordScan } from "~/attendance/scan/scan.server";
import { newId } from "~/platform/ids";
import { withdraw } from "~/registration/seats/registration.server";
import { makeRoster } from "../../support/attendance";
import { MINUTE } from "../../support/clock";
import { actingAs } from "../../support/database";
import { registrationsOf, makePassOf } from "../../support/scan/roster-passes";

type Roster = ReturnType<typeof makeRoster>;

/** Scans as a scanner types: so many minutes and seconds after the start. */
function scanning(
  all: Roster,
  [minutes, seconds]: [number, number],
  scanned: string,
  direction: "arriving" | "leaving" = "arriving",
) {
  const ctx = all.during(minutes + seconds / 60);
  const sent = { sessionId: all.session.id, deviceTime: ctx.now, nonce: newId() };
  const outcome = recordScan(ctx, { ...sent, scanned, direction });
  return outcome.ok ? outcome.value.kind : outcome.reason;
}

test("T1 a scan makes the mark that a tap makes, and the same pass within ten seconds never turns it around", async () => {
  const all = makeRoster();
  const [ada] = registrationsOf(all);
  const pass = await makePassOf(all, ada!);
  expect(scanning(all, [-5, 0], pass)).toBe("in");
  expect(scanning(all, [-5, 9], pass.toLowerCase())).toBe("already-in");
  expect(scanning(all, [-5, 9], pass, "leaving")).toBe("already-in");
  expect(scanning(all, [120, 0], pass)).toBe("already-in");
  expect(scanning(all, [130, 0], shortCodeOf(ada!.id), "leaving")).toBe("out");
  expect(scanning(all, [131, 0], pass, "leaving")).toBe("already-out");
  const marks = all.db.select().from(attendanceMarks).all();
  const { startsAt } = all.session;
  expect(marks.map(({ kind, at, method, personId }) => [kind, at, method, personId])).toEqual([
    ["in", startsAt, "scan", ada!.personId],
    ["out", startsAt + 130 * MINUTE, "scan", ada!.personId],
  ]);
  const row = getRoster(all.after, all.session.id).rows.find(({ personId }) => personId === ada!.personId)!;
  expect(row.marks.map(({ source }) => source)).toEqual(["by Fay Cilitator, by scan", "by Fay Cilitator, by scan"]);
});

test("who withdrew, another offering's pass, and what is no pass are told, and mark nobody", async () => {
  const all = makeRoster();
  const [ada, bob] = registrationsOf(all);
  const pass = await makePassOf(all, ada!);
  const elsewhere = await makePassOf(all, { ...bob!, offeringId: newId() });
  withdraw(actingAs(all.db, all.people[0]!), ada!.id);
  expect(scanning(all, [1, 0], pass)).toBe("withdrawn");
  expect(scanning(all, [1, 0], elsewhere)).toBe("wrong-offering");
  expect(scanning(all, [1, 0], pass.slice(0, 100))).toBe("unreadable");
  expect(scanning(all, [1, 0], `${pass.slice(0, -1)}${pass.endsWith("0") ? "1" : "0"}`)).toBe("forged");
  expect(scanning(all, [1, 0], await makePassOf(all, { ...bob!, id: newId() }))).toBe("withdrawn");
  expect(scanning(all, [1, 0], shortCodeOf(ada!.id))).toBe("not-a-pass");
  expect(scanning(all, [1, 0], "Ada Byron")).toBe("not-a-pass");
  expect(all.db.select().from(attendanceMarks).all()).toEqual([]);
});

test("a scan keeps to the rules of the roster: the session, its hours, cancellation, and a reason after confirming", async () => {
  const all = makeRoster();
  const [ada] = registrationsOf(all);
  const pass = await makePassOf(all, ada!);
  expect(scanning(all, [-13 * 60, 0], pass)).toBe("too-early");
  const stranger = actingAs(all.db, all.stranger, { now: all.session.startsAt });
  const sent = { sessionId: all.session.id, deviceTime: stranger.now, nonce: newId() };
  expect(recordScan(stranger, { ...sent, scanned: pass, direction: "arriving" })).toMatchObject({
    reason: "unknown-session",
  });
  all.db.update(offerings).set({ state: "cancelled" }).where(eq(offerings.id, all.offering.id)).run();
  expect(scanning(all, [1, 0], pass)).toBe("cancelled");
});

test("who was marked by hand a moment ago may be scanned out at once: only a scan is the same scan", async () => {
  const all = makeRoster();
  const [ada] = registrationsOf(all);
  const ctx = all.during(10);
  const stamp = { at: ctx.now, deviceTime: ctx.now, nonce: newId() };
  recordMark(ctx, { sessionId: all.session.id, personId: ada!.personId, kind: "in", ...stamp });
  expect(scanning(all, [10, 5], await makePassOf(all, ada!), "leaving")).toBe("out");
});
