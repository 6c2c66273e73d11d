import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { offeringMark } from "~/desks/public/offering-mark";
import { getOfferingMark } from "~/desks/public/offering-mark.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson } from "../../support/factories";

const SEATS = { capacity: 2, registered: 1, offered: 0, requested: 0, waiting: 0, waitlistLimit: null };
const OFFERING = {
  state: "published",
  updatedAt: 1,
  firstOpensAt: null,
  registrationOpensAt: 10,
  registrationClosesAt: 20,
  startsAt: 30,
  endsAt: 40,
};

test("the mark is another one as soon as a time has come, and the same in between", () => {
  const marks = [9, 10, 19, 20, 30, 39, 40].map((now) => offeringMark(OFFERING, SEATS, now));
  expect(marks.map((mark) => marks.indexOf(mark))).toEqual([0, 1, 1, 3, 4, 4, 6]);
});

test("it is another one when a seat is taken or given back, a date moves or the offering is cancelled", () => {
  const db = useTestDatabase();
  const { id } = makeOffering(db, { capacity: 2 });
  const mark = () => getOfferingMark(db, TEST_NOW, id);
  const seen = [mark()];
  expect(mark()).toBe(seen[0]);
  const person = makePerson(db);
  const { id: registrationId } = done(register(actingAs(db, person), { offeringId: id }));
  seen.push(mark());
  done(withdraw(actingAs(db, person), registrationId));
  expect(mark()).toBe(seen[0]);
  db.update(offerings).set({ updatedAt: 7 }).where(eq(offerings.id, id)).run();
  seen.push(mark());
  db.update(offerings).set({ state: "cancelled", cancelReason: "Snow" }).where(eq(offerings.id, id)).run();
  seen.push(mark());
  expect(new Set(seen).size).toBe(4);
  expect(countStatements(db, mark)).toBe(2);
});

test("what is not public has none", () => {
  const db = useTestDatabase();
  const { id } = makeOffering(db, { values: { state: "draft", publishedAt: null } });
  for (const each of [id, "unknown"])
    expect(() => getOfferingMark(db, TEST_NOW, each)).toThrow(expect.objectContaining({ status: 404 }) as Error);
});
