import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { planChanges } from "#drizzle/schema/approval";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { listInstructors } from "~/catalog/offerings/offering-parts.server";
import { approveAnew } from "~/desks/coordinator/approve-offering.server";
import { handOver } from "~/desks/facilitator/team.server";
import { ask } from "~/desks/inquiries/ask.server";
import { isStaff, readWork } from "~/desks/work/work.server";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { DAY, HOUR, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, psesd } from "../../support/factories";

const day = (date: string) => [{ start: `${date}T08:00`, end: `${date}T16:00` }];

test("an educator has no work here", () => {
  const db = useTestDatabase();
  expect(isStaff(actingAs(db, makePerson(db)))).toBe(false);
});

test("a facilitator sees what they teach today and what waits for confirmation", () => {
  const db = useTestDatabase();
  const facilitator = makePerson(db);
  makeOffering(db, { instructor: facilitator, sessions: day("2026-10-05") });
  makeOffering(db, { instructor: facilitator, sessions: day("2026-09-28") });
  makeOffering(db, { instructor: makePerson(db), sessions: day("2026-10-05") });
  const work = readWork(actingAs(db, facilitator));
  expect(work.today).toHaveLength(1);
  expect(work.desks).toMatchObject([
    { label: "Facilitator", counters: [{ label: "Attendance to confirm", count: 1 }] },
  ]);
});

test("a coordinator sees drafts, offerings that need a decision, waitlists with free seats, unanswered invitations, inquiries", () => {
  const db = useTestDatabase();
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  const staff = actingAs(db, coordinator, { scopeIds: [psesd(db).id] });
  const [facilitator, substitute] = [makePerson(db), makePerson(db)];
  const draft = makeOffering(db);
  db.update(offerings).set({ state: "draft" }).where(eq(offerings.id, draft.id)).run();
  const changed = makeOffering(db, { instructor: facilitator });
  done(approveAnew(staff, { offeringId: changed.id, committeeMetOn: "2026-10-02" }));
  const [teacher] = listInstructors(db, changed.id);
  const handed = { offeringId: changed.id, instructorId: teacher!.id, email: substitute.email, reason: "Ill" };
  done(handOver(actingAs(db, facilitator), handed));
  const full = makeOffering(db, { capacity: 0 });
  done(register(actingAs(db, makePerson(db)), { offeringId: full.id }));
  db.update(offerings).set({ capacity: 3 }).where(eq(offerings.id, full.id)).run();
  done(ask(actingAs(db, makePerson(db)), { kind: "offering", offeringId: full.id, body: "When?", nonce: newId() }));
  const work = readWork(staff);
  expect(work.asked).toMatchObject({ count: 1, to: "/inbox" });
  expect(work.desks).toMatchObject([
    {
      counters: [{ label: "Drafts to approve", count: 1 }],
      offerings: [
        { need: "needs a new decision: instructors", to: `/coordinator/offerings/${changed.id}` },
        { need: "1 person waits with 3 seats free", to: `/coordinator/offerings/${full.id}/people` },
      ],
    },
  ]);
});

test("a registrar sees claims by age, and only their providers'", () => {
  const db = useTestDatabase();
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const { claimId } = postCreditFor(db, makePerson(db, { organisation: "Highline" }), {
    day: "2026-09-21",
    minutes: 60,
  });
  const counters = () => readWork(actingAs(db, registrar, { now: TEST_NOW })).desks[0]!.counters;
  expect(counters()).toEqual([]);
  db.update(claims)
    .set({ status: "settled", claimedAt: TEST_NOW - 15 * DAY })
    .where(eq(claims.id, claimId))
    .run();
  expect(counters()).toMatchObject([
    { label: "Claims of two to four weeks", count: 1, to: "/registrar?view=ready&from=2026-09-07&to=2026-09-21" },
  ]);
  db.update(claims)
    .set({ claimedAt: TEST_NOW - HOUR })
    .where(eq(claims.id, claimId))
    .run();
  expect(counters()).toMatchObject([{ label: "Claims of this week", count: 1 }]);
});

test("an offering that needs a decision is not hidden by those before it that were changed and are covered", () => {
  const db = useTestDatabase();
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  const staff = actingAs(db, coordinator, { scopeIds: [psesd(db).id] });
  const uncovered = Array.from({ length: 12 }, () => {
    const [facilitator, substitute] = [makePerson(db), makePerson(db)];
    const changed = makeOffering(db, { instructor: facilitator, sessions: day("2027-05-04") });
    done(approveAnew(staff, { offeringId: changed.id, committeeMetOn: "2026-10-02" }));
    const [teacher] = listInstructors(db, changed.id);
    const handed = { offeringId: changed.id, instructorId: teacher!.id, email: substitute.email, reason: "Ill" };
    done(handOver(actingAs(db, facilitator), handed));
    return changed.id;
  });
  const change = { changedAt: TEST_NOW, changedBy: coordinator.personId, reason: "Moved", changes: [] };
  for (let nth = 0; nth < 60; nth++) {
    const offeringId = makeOffering(db, { sessions: day("2027-03-02") }).id;
    db.insert(planChanges)
      .values({ id: newId(), offeringId, ...change })
      .run();
  }
  const [desk] = readWork(staff).desks;
  expect(desk).toMatchObject({ hasMore: true, offerings: { length: 10 } });
  expect(uncovered.map((id) => `/coordinator/offerings/${id}`)).toEqual(
    expect.arrayContaining(desk!.offerings.map(({ to }) => to)),
  );
});
