import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { leaveDevice, takeOverDevice, listDevices } from "~/attendance/kept/kept-device.server";
import { forgetRoster, keepRoster, readKeptRoster } from "~/attendance/kept/kept-roster.server";
import { KEPT_AFTER_MS } from "~/attendance/kept/kept-roster";
import { makeRoster } from "../../support/attendance";
import { actingAs } from "../../support/database";
import { DEVICE, makeDevice } from "../../support/door/queued-marks";
import { makeOffering } from "../../support/factories";

const LABEL = "Chrome on Android";

/** A device that keeps the rosters of two offerings, and another that keeps one of them. */
function keepTwo() {
  const all = makeRoster();
  const other = makeOffering(all.db, { instructor: all.facilitator });
  for (const offeringId of [all.offering.id, other.id]) {
    expect(keepRoster(all.during(0), { offeringId, device: DEVICE, label: LABEL }).ok).toBe(true);
  }
  keepRoster(all.during(0), { offeringId: all.offering.id, device: "e".repeat(32), label: "Safari on iPad" });
  const until = all.session.endsAt + KEPT_AFTER_MS;
  const listed = (minutes: number, offeringId = all.offering.id) =>
    listDevices(all.during(minutes), offeringId, until).map(({ label, state, unsent }) => [label, state, unsent]);
  return { ...all, other, listed };
}

test("signing out on a device takes every roster off it, and no other device; the list says so until it keeps one anew", () => {
  const all = keepTwo();
  leaveDevice(all.during(5), { device: DEVICE, unsent: 0 });
  expect(all.listed(6)).toEqual([
    [LABEL, "left", 0],
    ["Safari on iPad", "kept", 0],
  ]);
  expect(all.listed(6, all.other.id)).toEqual([[LABEL, "left", 0]]);
  const input = { offeringId: all.offering.id, device: DEVICE };
  expect(readKeptRoster(all.during(7), input)).toMatchObject({ reason: "left" });
  const audits = all.db.select().from(auditEntries).where(eq(auditEntries.action, "roster.left")).all();
  expect(audits.map(({ subjectId }) => subjectId).sort()).toEqual([all.offering.id, all.other.id].sort());
  leaveDevice(all.during(8), { device: DEVICE, unsent: 0 });
  expect(all.db.select().from(auditEntries).where(eq(auditEntries.action, "roster.left")).all()).toHaveLength(2);
  expect(keepRoster(all.during(9), { ...input, label: LABEL })).toMatchObject({ ok: true });
  expect(all.listed(10)[0]).toEqual([LABEL, "kept", 0]);
  expect(all.listed(10, all.other.id)).toEqual([[LABEL, "left", 0]]);
});

test("marks that stay sealed on a device are told until they arrive, and count as if nobody had signed out", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const mark = device.mark(all.during(3).now, all.people[0]!.personId);
  leaveDevice(all.during(5), { device: DEVICE, unsent: 1 });
  const listed = () => listDevices(all.during(90), all.offering.id, all.session.endsAt + KEPT_AFTER_MS);
  expect(listed()).toMatchObject([{ state: "left", leftAt: all.during(5).now, unsent: 1 }]);
  expect(device.send(all.during(80), [mark])).toMatchObject({ answers: [{ code: "done" }], wipe: [all.offering.id] });
  expect(listed()).toMatchObject([{ state: "left", unsent: 0 }]);
});

test("whoever signs in where another had kept rosters takes them off, and may not know of marks that stay sealed there", () => {
  const all = keepTwo();
  const other = actingAs(all.db, all.stranger, { now: all.during(5).now });
  takeOverDevice(all.during(4), DEVICE);
  expect(all.listed(5).map(([, state]) => state)).toEqual(["kept", "kept"]);
  takeOverDevice(other, DEVICE);
  expect(all.listed(6)).toEqual([
    [LABEL, "left", null],
    ["Safari on iPad", "kept", 0],
  ]);
  const audits = all.db.select().from(auditEntries).where(eq(auditEntries.action, "roster.left")).all();
  expect(audits).toMatchObject(
    [all.offering.id, all.other.id].sort().map(() => ({ personId: all.during(0).actor.personId })),
  );
  const input = { offeringId: all.offering.id, device: DEVICE };
  expect(keepRoster(all.during(9), { ...input, label: LABEL })).toMatchObject({ ok: true });
  expect(all.listed(10)[0]).toEqual([LABEL, "kept", 0]);
});

test("P2 nobody signs out on a device of somebody else's, and a device that was taken off stays so", () => {
  const all = keepTwo();
  leaveDevice(actingAs(all.db, all.stranger, { now: all.during(1).now }), { device: DEVICE, unsent: 3 });
  expect(all.listed(2).map(([, state]) => state)).toEqual(["kept", "kept"]);
  forgetRoster(all.during(3), { offeringId: all.offering.id, device: DEVICE });
  leaveDevice(all.during(4), { device: DEVICE, unsent: 0 });
  expect(all.listed(5)[0]).toEqual([LABEL, "removed", 0]);
});

test("a roster whose time is over is listed as gone", () => {
  const all = keepTwo();
  const late = { ...all.after, now: all.session.endsAt + KEPT_AFTER_MS + 1 };
  expect(listDevices(late, all.offering.id, all.session.endsAt + KEPT_AFTER_MS)).toMatchObject([
    { state: "expired" },
    { state: "expired" },
  ]);
});
