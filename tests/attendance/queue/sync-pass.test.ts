import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks, heldMarks } from "#drizzle/schema/attendance";
import { providers } from "#drizzle/schema/providers";
import { auditEntries } from "#drizzle/schema/platform";
import { countHeldMarks } from "~/attendance/inbox/settle.server";
import { getRoster } from "~/attendance/roster/roster.server";
import { passKeyOf } from "~/attendance/scan/pass-key.server";
import { newId } from "~/platform/ids";
import { rotateSigningKey } from "~/platform/signing/signing-key.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { makeRoster } from "../../support/attendance";
import { actingAs } from "../../support/database";
import { makeDevice } from "../../support/door/queued-marks";
import { makeOffering, makePerson } from "../../support/factories";
import { makePassKey, passBy } from "../../support/scan/passes";
import { makePassOf, registrationsOf } from "../../support/scan/roster-passes";

type Roster = ReturnType<typeof makeRoster>;

const marksOf = ({ db }: Roster) =>
  db
    .select()
    .from(attendanceMarks)
    .all()
    .map(({ personId, kind, method }) => [personId, kind, method]);

/** Somebody who registers after the device kept the roster. */
function registerSince(all: Roster) {
  const person = makePerson(all.db);
  const outcome = register(actingAs(all.db, person), { offeringId: all.offering.id });
  if (!outcome.ok) throw new Error(outcome.reason);
  return { ...all, people: [person] };
}

test("T1 a mark by a pass counts as a scan, of somebody whom the device knew and of one who registered since, once", async () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const [ada] = registrationsOf(all);
  const [since] = registrationsOf(registerSince(all));
  const known = device.mark(all.during(1).now, ada!.personId, { pass: await makePassOf(all, ada!) });
  const who = { registrationId: since!.id };
  const stranger = device.mark(all.during(2).now, "", { who, pass: await makePassOf(all, since!) });
  const out = device.mark(all.during(60).now, "", { who: { notedBy: stranger.nonce }, kind: "out" });
  for (const code of ["done", "done-before"]) {
    const { answers } = device.send(all.during(90), [known, stranger, out]);
    expect(answers.map((answer) => answer.code)).toEqual([code, code, code]);
  }
  expect(marksOf(all)).toEqual([
    [ada!.personId, "in", "scan"],
    [since!.personId, "in", "scan"],
    [since!.personId, "out", "roster"],
  ]);
});

test("the pass says whom a mark is about, whatever the device took them for", async () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const [ada, bob] = registrationsOf(all);
  device.send(all.during(9), [device.mark(all.during(1).now, ada!.personId, { pass: await makePassOf(all, bob!) })]);
  expect(marksOf(all)).toEqual([[bob!.personId, "in", "scan"]]);
});

test("a pass that was made before the provider's key was retired still counts", async () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const [ada] = registrationsOf(all);
  const pass = await makePassOf(all, ada!);
  const provider = all.db.select().from(providers).where(eq(providers.id, all.offering.providerId)).get()!;
  await rotateSigningKey(all.after, passKeyOf(provider));
  expect(await makePassOf(all, ada!)).not.toBe(pass);
  const mark = device.mark(all.during(1).now, ada!.personId, { pass });
  expect(device.send(all.during(9), [mark]).answers).toEqual([{ nonce: mark.nonce, code: "done" }]);
});

test("a pass of somebody who withdrew, or of another offering, waits with its reason, and counts once somebody says so", async () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const [ada] = registrationsOf(all);
  withdraw(actingAs(all.db, all.people[0]!), ada!.id);
  const person = makePerson(all.db);
  const elsewhere = makeOffering(all.db, {});
  register(actingAs(all.db, person), { offeringId: elsewhere.id });
  const [other] = registrationsOf({ ...all, offering: elsewhere, people: [person] });
  const marks = [
    device.mark(all.during(1).now, ada!.personId, { pass: await makePassOf(all, ada!) }),
    device.mark(all.during(2).now, "", { who: { registrationId: other!.id }, pass: await makePassOf(all, other!) }),
  ];
  const out = device.mark(all.during(9).now, "", { who: { notedBy: marks[1]!.nonce }, kind: "out" });
  expect(device.send(all.during(10), [...marks, out]).answers).toMatchObject([
    { code: "done", held: true, words: "not on the roster any more" },
    { code: "done", held: true, words: "the pass is for another offering" },
    { code: "done", held: true, words: "not on the roster any more" },
  ]);
  const held = all.db.select().from(heldMarks).all();
  expect(held.map(({ personId, reason }) => [personId, reason])).toEqual([
    [ada!.personId, "left-roster"],
    [person.personId, "other-offering"],
    [person.personId, "left-roster"],
  ]);
  const ids = held.filter(({ personId }) => personId === person.personId).map(({ id }) => id);
  expect(countHeldMarks(all.after, { offeringId: all.offering.id, ids, why: "she came here instead" })).toEqual({
    ok: true,
    value: 2,
  });
  const { rows } = getRoster(all.after, all.session.id);
  const row = rows.find(({ personId }) => personId === person.personId);
  expect(row?.marks.map(({ kind, source, reason }) => [kind, source, reason])).toEqual([
    ["in", "by Fay Cilitator, by scan", "she came here instead"],
    ["out", "by Fay Cilitator", "she came here instead"],
  ]);
  const counted = all.db.select().from(auditEntries).where(eq(auditEntries.action, "held-mark.counted")).all();
  expect(counted.map(({ personId, actorId }) => [personId, actorId])).toEqual([
    [person.personId, all.facilitator.personId],
    [person.personId, all.facilitator.personId],
  ]);
});

test("whoever withdrew and registered anew is expected, whichever of their passes they show", async () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const [ada] = registrationsOf(all);
  const pass = await makePassOf(all, ada!);
  const me = actingAs(all.db, all.people[0]!);
  withdraw(me, ada!.id);
  expect(register(me, { offeringId: all.offering.id }).ok).toBe(true);
  device.send(all.during(9), [device.mark(all.during(1).now, ada!.personId, { pass })]);
  expect(marksOf(all)).toEqual([[ada!.personId, "in", "scan"]]);
});

test("a forged pass, one by a key of nobody here, and one of no registration are refused for good, and in the log", async () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const [ada] = registrationsOf(all);
  const { id: registrationId, offeringId } = ada!;
  const [key] = device.kept.passKeys;
  const forged = passBy({ ...makePassKey("f"), id: key!.id }, { registrationId, offeringId });
  const stranger = passBy(makePassKey("ffffffffffffffff"), { registrationId, offeringId });
  const unknown = await makePassOf(all, { id: newId(), offeringId });
  const marks = [forged, stranger, "HB2 and nothing else", unknown].map((pass) =>
    device.mark(all.during(1).now, ada!.personId, { pass }),
  );
  const byName = device.mark(all.during(1).now, "", { who: { registrationId } });
  expect(device.send(all.during(9), [...marks, byName]).answers.map(({ code, words }) => [code, words])).toEqual([
    ["refused", "The signature of this check-in pass does not fit."],
    ["refused", "This check-in pass was not made by the provider of this offering."],
    ["refused", "The signature of this check-in pass does not fit."],
    ["refused", "This person was never on the roster."],
    ["refused", "This person was never on the roster."],
  ]);
  expect(marksOf(all)).toEqual([]);
  const refusals = all.db.select().from(auditEntries).where(eq(auditEntries.action, "attendance.refused")).all();
  expect(refusals.map(({ detail }) => (detail as { reason: string }).reason)).toEqual([
    ...["forged-pass", "unknown-pass-key", "forged-pass", "not-on-roster", "not-on-roster"],
  ]);
});

test("a device of an earlier version, whose marks say nothing of passes, is understood", () => {
  const all = makeRoster();
  const device = makeDevice(all, all.during(-60));
  const { pass: _none, ...mark } = device.mark(all.during(1).now, all.people[0]!.personId);
  expect(device.send(all.during(9), [mark]).answers).toEqual([{ nonce: mark.nonce, code: "done" }]);
});
