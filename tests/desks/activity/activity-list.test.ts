import { expect, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { ACTIVITY_LIST, AUDIT_LIST } from "~/desks/activity/activity-list";
import { activitySource } from "~/desks/activity/activity-list.server";
import { openActivity } from "~/desks/activity/activity-scope.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction } from "~/platform/database/database.server";
import { writeListCsv } from "~/platform/lists/list-csv.server";
import { readList } from "~/platform/lists/list-page.server";
import { register } from "~/registration/seats/registration.server";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makeOffering, makePerson, psesd } from "../../support/factories";
import { thrownBy } from "../../support/request";

function setUp() {
  const db = useTestDatabase();
  const coordinator = makePerson(db, { first: "Cora", last: "Dinator" });
  give(db, coordinator, "coordinator", psesd(db).id);
  const offering = makeOffering(db, { values: { approvedMinutes: 60 } });
  const learner = makePerson(db, { first: "Ana", last: "Đinh" });
  register(actingAs(db, learner), { offeringId: offering.id });
  const draft = toOfferingDraft(db, getOffering(db, offering.id));
  const outcome = updateOffering(actingAs(db, coordinator, { scopeIds: [psesd(db).id] }), {
    modality: draft.modality as "in-person",
    place: "Gym",
    capacity: 25,
    priceCents: 0,
    sessions: draft.sessions.map((session) => ({ ...session, pauses: [] })),
    instructors: [],
    designations: [],
    offeringId: offering.id,
    reason: "The hall is flooded",
  });
  expect(outcome.ok).toBe(true);
  return { db, coordinator, offering, learner };
}

test("the activity of an offering says who changed what, from what to what, when and why", () => {
  const { db, coordinator, offering } = setUp();
  const { source } = openActivity(actingAs(db, coordinator), new URLSearchParams({ offering: offering.id }));
  const { rows } = readList(source, new URLSearchParams());
  const saved = rows.find(({ what }) => what === "Offering changed")!;
  expect(saved).toMatchObject({ who: "Cora Dinator" });
  expect(saved.details).toEqual(expect.arrayContaining(["Seats: 30 → 25", "Why: The hall is flooded"]));
  expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ what: "Registered", whose: "Đinh, Ana" })]));
});

test("P2 nobody else reads it, and no address without an owner opens anything", async () => {
  const { db, offering, learner } = setUp();
  for (const query of [`offering=${offering.id}`, "", "claim=nothing"]) {
    const open = () => openActivity(actingAs(db, learner), new URLSearchParams(query));
    expect((await thrownBy(open)).status, query).toBe(404);
  }
});

test("the audit log is found by who, whose, kind, days and numbers, and its CSV is what is shown", () => {
  const { db, offering, coordinator } = setUp();
  const admin = actingAs(db, makePerson(db));
  inTransaction(db, (tx) =>
    recordAudit(tx, { ...admin, now: TEST_NOW + 3 * DAY }, { action: "place.added", subjectId: "hall" }),
  );
  const source = activitySource(admin, AUDIT_LIST, undefined);
  const found = (query: string) => readList(source, new URLSearchParams(query)).rows.map(({ what }) => what);
  expect(found("q=dinh&kind=registrations")).toEqual(["Registered"]);
  expect(found("q=dinator&kind=courses")).toContain("Offering changed");
  expect(found("kind=reference&from=2026-10-08&to=2026-10-08")).toEqual(["Place added"]);
  expect(found("to=2026-10-07&kind=reference")).not.toContain("Place added");
  expect(found(`id=${offering.id}&kind=courses`)).toContain("Offering changed");
  expect(found(`id=${coordinator.personId}x`)).toEqual([]);
  const { csv, rows } = writeListCsv(source, new URLSearchParams("q=dinh&kind=registrations&cols=who&cols=whose"));
  expect(rows).toBe(1);
  expect(csv).toContain('"What","Who","Whose record"');
  expect(csv).toContain('"Đinh, Ana"');
});

test("readings are in it, and can be left out or looked at alone", () => {
  const { db } = setUp();
  db.insert(auditEntries).values({ id: "r", at: TEST_NOW, action: "claim.read", subjectId: "x", detail: {} }).run();
  const source = activitySource(actingAs(db, makePerson(db)), AUDIT_LIST, undefined);
  const found = (query: string) => readList(source, new URLSearchParams(query)).rows.map(({ what }) => what);
  expect(found("")).toContain("Read: A claim");
  expect(found("readings=only")).toEqual(["Read: A claim"]);
  expect(found("readings=without")).not.toContain("Read: A claim");
  expect(ACTIVITY_LIST.filters.map(({ name }) => name)).not.toContain("readings");
});
