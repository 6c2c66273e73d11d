import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { courseAudiences, offerings } from "#drizzle/schema/catalog";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import type { Database } from "~/platform/database/database.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { register } from "~/registration/seats/registration.server";
import { action } from "~/routes/coordinator/offerings.$id";
import { action as saveCourse } from "~/routes/coordinator/courses.$id";
import { toCourseDraft } from "~/catalog/courses/course-draft.server";
import { getCourse } from "~/catalog/courses/course.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { post, thrownBy } from "../../support/request";

let db: Database;
let cora: TestPerson;
let offeringId: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makePerson(db, { first: "Cora", last: "Dinator" });
  give(db, cora, "coordinator", psesd(db).id);
  offeringId = makeOffering(db, { values: { approvedMinutes: 60 } }).id;
  for (let each = 0; each < 3; each++) register(actingAs(db, makePerson(db)), { offeringId });
});

const draft = () => toOfferingDraft(db, getOffering(db, offeringId));

const merge = (parts: Record<string, string>[]): Record<string, string> =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

/** What a browser posts of a draft: rows by index, empty fields too. */
function postedOf(value: unknown, name = ""): Record<string, string> {
  if (Array.isArray(value)) return merge(value.map((each, index) => postedOf(each, `${name}[${index}]`)));
  if (typeof value === "object" && value !== null)
    return merge(Object.entries(value).map(([key, each]) => postedOf(each, name ? `${name}.${key}` : key)));
  return { [name]: String(value) };
}

/** An answer that is no change of rows. */
type Reply = Extract<Awaited<ReturnType<typeof action>>, { data: unknown }>;

const send = async (values: Record<string, string>) =>
  (await action({
    request: await post(
      db,
      `/coordinator/offerings/${offeringId}?view=edit`,
      { intent: "save", reason: "Snow", ...values },
      cora,
    ),
    params: { id: offeringId },
    context: {},
  })) as Reply;

test("a price saved from an older tab moves nobody's session back and tells nobody", async () => {
  const opened = draft();
  const moved = { ...opened, sessions: opened.sessions.map((session) => ({ ...session, date: "2027-03-16" })) };
  expect((await thrownBy(() => send({ ...postedOf(moved), base: writeBase(opened) }))).status).toBe(302);
  expect(messagesOf(db, "offering-moved")).toHaveLength(3);
  const older = { ...postedOf({ ...opened, price: "60.00" }), base: writeBase(opened) };
  const answer = await send(older);
  expect(answer.init?.status).toBe(409);
  expect(answer.data).toMatchObject({
    stale: { change: { by: "Cora Dinator" }, fields: [{ field: "sessions", touched: false }] },
  });
  expect(db.select().from(offerings).where(eq(offerings.id, offeringId)).get()!.priceCents).toBe(0);
  const base = staleIn(answer.data)!.base;
  const saved = await thrownBy(() => send({ ...older, base, "keep.sessions": "theirs" }));
  expect(saved.status).toBe(302);
  expect(draft()).toMatchObject({ price: "60.00", sessions: [{ date: "2027-03-16" }] });
  expect(listSessions(db, offeringId)).toHaveLength(1);
  expect(messagesOf(db, "offering-moved")).toHaveLength(3);
});

test("one can put back what somebody else changed, knowingly", async () => {
  const opened = draft();
  await thrownBy(() => send({ ...postedOf({ ...opened, place: "Gym" }), base: writeBase(opened) }));
  const mine = { ...postedOf({ ...opened, place: "Library" }), base: writeBase(opened) };
  expect((await send(mine)).data).toMatchObject({ stale: { fields: [{ field: "place", now: "Gym", touched: true }] } });
  await thrownBy(() => send({ ...mine, base: writeBase(draft()), "keep.place": "mine" }));
  expect(draft().place).toBe("Library");
});

test("the transaction that writes looks once more", () => {
  const base = writeBase(draft());
  db.update(offerings).set({ place: "Elsewhere" }).where(eq(offerings.id, offeringId)).run();
  const row = getOffering(db, offeringId);
  const input = {
    modality: row.modality,
    place: "Mine",
    capacity: row.capacity,
    priceCents: 0,
    sessions: [],
    instructors: [],
    designations: [],
  };
  const staff = actingAs(db, cora, { now: TEST_NOW, scopeIds: [psesd(db).id] });
  expect(updateOffering(staff, { ...input, offeringId, base })).toMatchObject({ reason: "changed-meanwhile" });
});

test("a course carries its version, too", async () => {
  const { courseId } = getOffering(db, offeringId);
  db.insert(courseAudiences).values({ courseId, audience: "teacher" }).run();
  const opened = toCourseDraft(db, getCourse(db, courseId));
  const save = async (values: Record<string, string>) =>
    saveCourse({
      request: await post(
        db,
        `/coordinator/courses/${courseId}`,
        { ...postedOf(opened), audiences: "teacher", intent: "save", reason: "Asked for", ...values },
        cora,
      ),
      params: { id: courseId },
      context: {},
    });
  const base = writeBase(opened);
  await thrownBy(() => save({ title: "First", base }));
  const answer = await save({ title: "Second", base });
  expect(answer.data).toMatchObject({ stale: { fields: [{ field: "title", now: "First", touched: true }] } });
  expect(getCourse(db, courseId).title).toBe("First");
});
