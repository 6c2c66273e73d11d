import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { forgetRoster, keepRoster, readKeptRoster } from "~/attendance/kept/kept-roster.server";
import { KEPT_AFTER_MS, keptStateOf, keptUntil, upgradeRoster } from "~/attendance/kept/kept-roster";
import { readPass } from "~/attendance/scan/check-in-pass";
import { checkPass } from "~/attendance/scan/pass-check";
import { withdraw } from "~/registration/seats/registration.server";
import { makeRoster } from "../../support/attendance";
import { HOUR } from "../../support/clock";
import { actingAs } from "../../support/database";
import { DEVICE } from "../../support/door/queued-marks";
import { makePassOf, registrationsOf } from "../../support/scan/roster-passes";

const LABEL = "Chrome on Android";

test("a device keeps the fewest fields that a door needs, until two days after the last session", () => {
  const all = makeRoster();
  const kept = keepRoster(all.during(-60), { offeringId: all.offering.id, device: DEVICE, label: LABEL });
  expect(kept).toMatchObject({
    ok: true,
    value: { until: all.session.endsAt + 48 * HOUR, owner: { personId: all.facilitator.personId }, confirmed: false },
  });
  if (!kept.ok) return;
  const fields = new Set(kept.value.people.flatMap((person) => Object.keys(person)));
  expect([...fields].sort()).toEqual(["as", "doorName", "id", "name", "registrationId", "sortName"]);
  expect(kept.value.people.map(({ as }) => as).sort()).toEqual(["instructor", "participant", "participant"]);
  expect(JSON.stringify(kept.value)).not.toContain("@");
});

test("a device keeps what passes are checked with: the provider's keys, and which registrations ended", async () => {
  const all = makeRoster();
  const [ada, bob] = registrationsOf(all);
  withdraw(actingAs(all.db, all.people[0]!), ada!.id);
  const kept = keepRoster(all.during(-60), { offeringId: all.offering.id, device: DEVICE, label: LABEL });
  if (!kept.ok) throw new Error(kept.reason);
  const { people, left, passKeys } = kept.value;
  expect(people.map(({ registrationId }) => registrationId)).toEqual([bob!.id, null]);
  expect(left).toEqual([ada!.id]);
  const reading = readPass(await makePassOf(all, bob!));
  expect(reading.is === "pass" && (await checkPass(reading.pass, passKeys))).toBe("good");
});

test("a roster that was kept before there were passes is read, and knows none until the next contact", () => {
  const {
    left: _left,
    passKeys: _keys,
    ...old
  } = upgradeRoster({
    ...{ offeringId: "o", title: "Number talks", owner: { personId: "fay", name: "Fay" }, until: 1, confirmed: false },
    ...{
      sessions: [],
      marks: [],
      people: [{ id: "ada", as: "participant", name: "Ada", sortName: "Ada", doorName: null }],
    },
  });
  expect(old.people).toMatchObject([{ id: "ada", registrationId: null }]);
  expect(upgradeRoster(old)).toEqual({ ...old, left: [], passKeys: [] });
  const known = { ...old, left: ["left"], passKeys: [{ id: "k", publicKey: "p" }] };
  expect(upgradeRoster(known)).toEqual(known);
});

test("P2 a roster is kept by whoever takes the attendance, and read by the device that keeps it", () => {
  const all = makeRoster();
  const keep = { offeringId: all.offering.id, device: DEVICE, label: LABEL };
  const stranger = actingAs(all.db, all.stranger, { now: all.during(0).now });
  expect(keepRoster(stranger, keep)).toMatchObject({ reason: "unknown-offering" });
  expect(readKeptRoster(all.during(0), keep)).toMatchObject({ reason: "removed" });
  expect(keepRoster(all.during(0), keep)).toMatchObject({ ok: true });
  expect(readKeptRoster(all.during(1), keep)).toMatchObject({ ok: true });
  expect(readKeptRoster(stranger, keep)).toMatchObject({ reason: "removed" });
  forgetRoster(all.during(2), keep);
  expect(readKeptRoster(all.during(3), keep)).toMatchObject({ reason: "removed" });
  expect(keepRoster(all.during(4), keep)).toMatchObject({ ok: true });
  expect(readKeptRoster(all.during(5), keep)).toMatchObject({ ok: true });
});

test("what is over or cancelled is kept by nobody", () => {
  const all = makeRoster();
  const keep = { offeringId: all.offering.id, device: DEVICE, label: LABEL };
  const later = { ...all.after, now: all.session.endsAt + KEPT_AFTER_MS + 1 };
  expect(keepRoster(later, keep)).toMatchObject({ reason: "over" });
  all.db.update(offerings).set({ state: "cancelled" }).where(eq(offerings.id, all.offering.id)).run();
  expect(keepRoster(all.during(0), keep)).toMatchObject({ reason: "cancelled" });
});

test("a device was taken off, signed out on or ran out, in this order, or keeps its roster", () => {
  const states = [
    { removedAt: 1, leftAt: 2, until: 3 },
    { removedAt: null, leftAt: 2, until: 3 },
    { removedAt: null, leftAt: null, until: 3 },
    { removedAt: null, leftAt: null, until: 4 },
  ].map((kept) => keptStateOf(kept, 4));
  expect(states).toEqual(["removed", "left", "expired", "kept"]);
});

test("a roster is kept for two days after the last session at a door, whatever people do in their own time", () => {
  const sessions = [
    { endsAt: 10, ownMinutes: null },
    { endsAt: 20, ownMinutes: 60 },
  ];
  expect(keptUntil(sessions, 5)).toBe(10 + KEPT_AFTER_MS);
  expect(keptUntil([], 5)).toBe(5 + KEPT_AFTER_MS);
});
