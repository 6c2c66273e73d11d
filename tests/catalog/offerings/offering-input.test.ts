import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { places } from "#drizzle/schema/proposals";
import { copyDraft } from "~/catalog/offerings/copy-draft";
import { offeringForm } from "~/catalog/offerings/offering-form";
import { newOfferingDraft, toOfferingDraft, toOfferingInput } from "~/catalog/offerings/offering-input.server";
import { createOffering } from "~/catalog/offerings/offering.server";
import { ZONE } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeCourse, makePerson, psesd } from "../../support/factories";

const FORM = {
  intent: "save",
  modality: "in-person",
  place: "Example Hall",
  capacity: "20",
  price: "0",
  sessions: [{ date: "2027-03-09", startTime: "08:00", endTime: "16:00", pauses: [] }],
};

function setUp() {
  const db = useTestDatabase();
  const hall = { address: "1 Sample Way", directions: "Through the gate.", mapLink: "https://maps.example/hall" };
  db.insert(places)
    .values({ id: "hall", name: "Example Hall", ...hall })
    .run();
  const staff = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const courseId = makeCourse(db);
  const save = (more: Record<string, unknown>) => {
    const input = toOfferingInput(db, offeringForm.parse({ ...FORM, ...more }), {
      providerId: psesd(db).id,
      timeZone: ZONE,
    });
    const { id } = done(createOffering(staff, { ...done(input), courseId }));
    return db.select().from(offerings).where(eq(offerings.id, id)).get()!;
  };
  return { db, courseId, save };
}

test("an offering takes the words of its place over where it has none of its own, and keeps them", () => {
  const { db, save } = setUp();
  const taken = { address: "1 Sample Way", arrival: "Through the gate.", mapLink: "https://maps.example/hall" };
  expect(save({})).toMatchObject(taken);
  const own = { address: "2 Sample Way", arrival: "By the river.", mapLink: "https://maps.example/river" };
  const row = save(own);
  expect(row).toMatchObject(own);
  db.update(places).set({ directions: "The gate is closed." }).run();
  expect(toOfferingDraft(db, row).arrival).toBe("By the river.");
});

test("whom to ask and what to bring are saved, shown in the form, and copied", () => {
  const { db, courseId, save } = setUp();
  const said = { bring: "A laptop", contactName: "Dana Reyes", contactEmail: " Dana@ESD.example ", contactPhone: "1" };
  const draft = toOfferingDraft(db, save(said));
  const kept = { ...said, contactEmail: "dana@esd.example" };
  expect(draft).toMatchObject(kept);
  expect(copyDraft(draft, "2026-10-05").draft).toMatchObject(kept);
  expect(newOfferingDraft(db, courseId)).toMatchObject({ bring: "", contactName: "", contactEmail: "", arrival: "" });
});
