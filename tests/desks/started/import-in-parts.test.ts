import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { registrations } from "#drizzle/schema/registration";
import { carryOutDue } from "~/desks/started/carry-out.server";
import { goOnWithLongWork } from "~/desks/started/long-work.server";
import { callOff, listInSight, listStarted, startAction } from "~/desks/started/started-action.server";
import { MOST_AT_ONCE } from "~/desks/started/started-parts.server";
import { cloneDatabase } from "~/platform/database/database.server";
import { readList } from "~/registration/import/import-rows.server";
import { planImport } from "~/registration/import/import.server";
import { register } from "~/registration/seats/registration.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, systemContext } from "../../support/database";
import { done } from "../../support/done";
import { makePerson } from "../../support/factories";
import { REASON, setUp } from "../../registration/import/set-up";

const PEOPLE = MOST_AT_ONCE + 30;
const SEATS = PEOPLE - 10;

/** A list of people of whom nobody is in Hourbook yet, in the order of arrival. */
const text = Array.from({ length: PEOPLE }, (_, index) => `Ann Person${index}, ann${index}@example.org`).join("\n");

function begun(list = text, { capacity = SEATS, waitlistLimit = 5, leaveOut = true } = {}) {
  const { db, offering, ctx, planned } = setUp(capacity, waitlistLimit);
  const digest = planned(list).digest;
  const input = { offeringId: offering.id, list: readList(list), digest, reason: REASON, leaveOut };
  const started = () => startAction(ctx, "import-people", input, { seconds: 10 });
  const later = (milliseconds: number) => systemContext(db, TEST_NOW + milliseconds);
  const statuses = (there = db) =>
    there
      .select({ status: registrations.status, person: registrations.personId })
      .from(registrations)
      .orderBy(registrations.arrival)
      .all()
      .map(({ status }) => status);
  return { db, ctx, offering, started, later, statuses, inSight: () => listInSight(ctx).at(-1)! };
}

const times = (length: number, status: string) => Array.from({ length }, () => status);
const plannedOut = [...times(SEATS, "registered"), ...times(5, "waitlisted")];

test("R8 a long list is decided as a whole and registered in parts, in its order, with seats and waitlist as ever", async () => {
  const { db, started, later, statuses, inSight } = begun();
  expect(started()).toEqual({ ok: true, waiting: true });
  expect(statuses()).toEqual([]);
  carryOutDue(later(10_000));
  // The last five find neither seat nor position, as the dry run said.
  expect(inSight()).toMatchObject({ state: "running", total: PEOPLE - 5 });
  expect(await goOnWithLongWork(later(11_000))).toBe(1);
  expect(statuses()).toEqual(plannedOut);
  expect(inSight()).toMatchObject({
    state: "done",
    answer: `${PEOPLE - 5} people are registered or on the waitlist. Everyone new is told by email.`,
  });
  const mails = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "registered")).all();
  expect(mails).toHaveLength(SEATS);
  expect(await goOnWithLongWork(later(12_000))).toBe(0);
});

test("R8 a long list with lines that cannot be taken is refused at once, unless they are to be left out", () => {
  expect(begun(text, { leaveOut: false }).started()).toMatchObject({ ok: false });
});

test("R8 a list that would turn out differently as it begins is not carried out", () => {
  const { db, started, later, offering, statuses, inSight } = begun();
  started();
  done(register(actingAs(db, makePerson(db)), { offeringId: offering.id }));
  carryOutDue(later(10_000));
  expect(inSight()).toMatchObject({ state: "refused", answer: expect.stringContaining("Seats were taken") as string });
  expect(statuses()).toHaveLength(1);
});

test("R8 lines that cannot be taken any more when their part comes are each listed at the end", async () => {
  const { db, started, later, offering, inSight, statuses } = begun();
  started();
  carryOutDue(later(10_000));
  for (let each = 0; each < 2; each++) done(register(actingAs(db, makePerson(db)), { offeringId: offering.id }));
  await goOnWithLongWork(later(11_000));
  expect(statuses()).toHaveLength(PEOPLE - 3 - 2);
  const why = "No seat and no position on the waitlist is left.";
  const [last, before] = [PEOPLE - 5, PEOPLE - 6];
  expect(inSight().answer).toBe(
    `${PEOPLE - 7} people are registered or on the waitlist. Everyone new is told by email. 2 left out: ` +
      `Line ${before}, Ann Person${before - 1}: ${why} Line ${last}, Ann Person${last - 1}: ${why}`,
  );
});

test("R8 a process that is killed half-way, or a stop, leaves the rest; the same list again brings in those alone", async () => {
  const { db, ctx, offering, started, later, statuses, inSight } = begun();
  started();
  carryOutDue(later(10_000));
  const stopping = new AbortController();
  setImmediate(() => stopping.abort());
  await goOnWithLongWork(later(11_000), stopping.signal);
  const half = statuses().length;
  expect([half > 0, half < PEOPLE - 5]).toEqual([true, true]);
  const after = cloneDatabase(db.$client.serialize());
  expect(await goOnWithLongWork(systemContext(after, TEST_NOW + 20_000))).toBe(1);
  expect(statuses(after)).toEqual(plannedOut);
  after.$client.close();
  done(callOff({ ...ctx, now: TEST_NOW + 12_000 }, listStarted(ctx).rows[0]!.id));
  await goOnWithLongWork(later(13_000));
  expect(inSight().state).toBe("stopped");
  expect(statuses()).toHaveLength(half);
  const again = done(planImport(ctx, { offeringId: offering.id, list: readList(text) }));
  expect(again.counts).toMatchObject({ already: half, bad: 5, wait: 5 });
});
