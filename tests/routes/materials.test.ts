import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { storedFiles } from "#drizzle/schema/files";
import { offeringMaterials } from "#drizzle/schema/materials";
import { auditEntries } from "#drizzle/schema/platform";
import { listMaterials } from "~/catalog/materials/material.server";
import { MOST_MATERIALS } from "~/catalog/materials/material-refusal";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { createOffering } from "~/catalog/offerings/offering.server";
import { deleteDraft } from "~/desks/coordinator/withdraw-offering.server";
import { sweepFiles } from "~/platform/files/file-sweep.server";
import { action } from "~/routes/facilitator/offerings.$id_.materials";
import { loader as download } from "~/routes/public/materials.$id";
import { loader as publicPage } from "~/routes/public/offerings.$id._index";
import { loader as registrationPage } from "~/routes/educator/registrations.$id";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { DAY, TEST_NOW } from "../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../support/database";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../support/factories";
import { get, thrownBy } from "../support/request";
import { fileOf, pdfOf } from "../support/sample-files";

function setUp() {
  const db = useTestDatabase();
  const [instructor, seated, stranger, coordinator] = [makePerson(db), makePerson(db), makePerson(db), makePerson(db)];
  give(db, coordinator, "coordinator", psesd(db).id);
  const offering = makeOffering(db, { instructor });
  register(actingAs(db, seated), { offeringId: offering.id });
  const send = async (values: Record<string, string | File>, person: TestPerson = instructor) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(values)) body.append(name, value);
    const { headers } = await get(db, "/", person);
    headers.set("Origin", "http://hourbook.test");
    const request = new Request("http://hourbook.test/", { method: "POST", body, headers });
    try {
      const answer = await action({ request, params: { id: offering.id }, context: {} });
      return JSON.stringify((answer as { data: unknown }).data);
    } catch (thrown) {
      return (thrown as Response).status;
    }
  };
  const fetch = async (id: string, person?: TestPerson) => {
    const request = await get(db, `/materials/${id}`, person);
    return download({ request, params: { id }, context: {} });
  };
  const materials = () => listMaterials(db, offering.id);
  return { db, offering, instructor, seated, stranger, coordinator, send, fetch, materials };
}

test("an instructor adds a file; whoever has a seat saves it under its title, and everybody else finds nothing", async () => {
  const { db, offering, seated, stranger, coordinator, send, fetch, materials } = setUp();
  expect(await send({ intent: "add-file", title: "Slides: day 1", audience: "seat", file: pdfOf("slides") })).toBe(302);
  const [slides] = materials();
  for (const person of [seated, coordinator]) {
    const response = await fetch(slides!.id, person);
    expect(response.headers.get("Content-Disposition")).toContain('filename="Slides day 1.pdf"');
    expect(await response.text()).toContain("% slides");
  }
  expect((await thrownBy(() => fetch(slides!.id, stranger))).status).toBe(404);
  expect((await thrownBy(() => fetch(slides!.id))).status).toBe(302);
  withdraw(actingAs(db, seated), findLiveRegistration(db, offering.id, seated.personId)!.id);
  expect((await thrownBy(() => fetch(slides!.id, seated))).status).toBe(404);
});

test("what is for everyone is for visitors, while the offering is public", async () => {
  const { db, offering, send, fetch, materials } = setUp();
  await send({ intent: "add-file", audience: "everyone", file: fileOf("name,hours\nAda,5", "Reading list.csv") });
  const [list] = materials();
  expect(list!.title).toBe("Reading list");
  const response = await fetch(list!.id);
  expect(response.headers.get("Content-Disposition")).toContain('filename="Reading list.csv"');
  expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  db.update(offerings).set({ state: "approved", publishedAt: null }).where(eq(offerings.id, offering.id)).run();
  expect((await thrownBy(() => fetch(list!.id))).status).toBe(302);
});

test("pages show each reader theirs: the public page what is for everyone, the registration's page all of it", async () => {
  const { db, offering, seated, send } = setUp();
  const link = "https://reading.example/secret";
  await send({ intent: "add-link", title: "For us", audience: "seat", link });
  await send({ intent: "add-link", title: "For all", audience: "everyone", link: "https://reading.example/open" });
  const told = async (loader: typeof publicPage | typeof registrationPage, id: string, person?: TestPerson) =>
    JSON.stringify(await loader({ request: await get(db, "/", person), params: { id }, context: {} }));
  const open = await told(publicPage, offering.id);
  expect([open.includes("For all"), open.includes("For us"), open.includes(link)]).toEqual([true, false, false]);
  const mine = await told(registrationPage, findLiveRegistration(db, offering.id, seated.personId)!.id, seated);
  expect([mine.includes("For all"), mine.includes(link)]).toEqual([true, true]);
});

test("a title, a file, an address and the order can be changed; the log says from what to what", async () => {
  const { db, send, materials } = setUp();
  await send({ intent: "add-file", title: "Slides", audience: "seat", file: pdfOf("first") });
  await send({ intent: "add-link", title: "List", audience: "seat", link: "https://reading.example/a" });
  const [slides, list] = materials();
  expect(await send({ intent: "replace", materialId: slides!.id, file: pdfOf("second") })).toBe(302);
  expect(await send({ intent: "replace", materialId: list!.id, file: pdfOf("second") })).toContain("This is a link");
  const change = { intent: "change", materialId: list!.id, title: "Reading", audience: "everyone" };
  expect(await send(change)).toContain("Enter a web address");
  expect(await send({ ...change, link: "https://reading.example/b" })).toBe(302);
  expect(await send({ intent: "move-up", materialId: list!.id })).toBe(302);
  expect(await send({ intent: "move-up", materialId: list!.id })).toBe(302);
  expect(materials().map(({ title, audience, link }) => [title, audience, link])).toEqual([
    ["Reading", "everyone", "https://reading.example/b"],
    ["Slides", "seat", null],
  ]);
  const log = db.select().from(auditEntries).all();
  const replaced = log.find((each) => each.action === "material.replaced")!;
  const [first, second] = db.select().from(storedFiles).all();
  expect(JSON.stringify(replaced.detail)).toContain(first!.sha256);
  expect(JSON.stringify(replaced.detail)).toContain(second!.sha256);
});

test("what is taken away leaves its file for a day and its name in the log, and can be added again", async () => {
  const { db, send, materials } = setUp();
  const add = () => send({ intent: "add-file", title: "Slides", audience: "seat", file: pdfOf("again") });
  await add();
  const [slides] = materials();
  expect(await send({ intent: "take-away", materialId: slides!.id })).toBe(302);
  expect(await send({ intent: "take-away", materialId: slides!.id })).toContain("Somebody has taken this away");
  expect(sweepFiles(systemContext(db, TEST_NOW + DAY)).rows).toBe(0);
  await add();
  expect(sweepFiles(systemContext(db, TEST_NOW + 3 * DAY)).rows).toBe(0);
  expect(materials()).toMatchObject([{ title: "Slides" }]);
  const gone = db.select().from(auditEntries).where(eq(auditEntries.action, "material.taken-away")).get()!;
  expect(gone.detail).toMatchObject({ title: "Slides" });
});

test("files that are none of ours, foreign offerings and too many are refused in words", async () => {
  const { db, offering, stranger, send } = setUp();
  const page = fileOf("<html><script>alert(1)</script>", "handout.pdf", "application/pdf");
  expect(await send({ intent: "add-file", audience: "seat", file: page })).toContain("This is not a file that can be");
  expect(await send({ intent: "add-file", audience: "seat", file: pdfOf("x") }, stranger)).toBe(404);
  const addedBy = stranger.personId;
  const row = { offeringId: offering.id, title: "T", audience: "seat" as const, link: "https://a.example", addedBy };
  for (let position = 1; position <= MOST_MATERIALS; position++)
    db.insert(offeringMaterials)
      .values({ ...row, id: `m${position}`, position, addedAt: TEST_NOW })
      .run();
  expect(await send({ intent: "add-file", audience: "seat", file: pdfOf("x") })).toContain("at most 40 materials");
});

test("a copy of an offering has its materials, by reference; a draft that is deleted leaves none behind", async () => {
  const { db, offering, coordinator, send, materials } = setUp();
  await send({ intent: "add-file", title: "Slides", audience: "seat", file: pdfOf("shared") });
  await send({ intent: "add-link", title: "List", audience: "everyone", link: "https://reading.example/a" });
  const staff = actingAs(db, coordinator, { scopeIds: [psesd(db).id] });
  const row = db.select().from(offerings).where(eq(offerings.id, offering.id)).get()!;
  const input = {
    ...{ modality: row.modality, place: row.place, capacity: 5, priceCents: 0, instructors: [], designations: [] },
    sessions: toOfferingDraft(db, row).sessions.map(({ id: _id, ...session }) => ({ ...session, pauses: [] })),
  };
  const created = createOffering(staff, { ...input, courseId: offering.courseId, copyOf: offering.id });
  if (!created.ok) throw new Error(created.reason);
  const copies = listMaterials(db, created.value.id);
  expect(copies.map(({ id: _id, ...each }) => each)).toEqual(materials().map(({ id: _id, ...each }) => each));
  expect(db.select().from(storedFiles).all()).toHaveLength(1);
  expect(deleteDraft(staff, created.value.id).ok).toBe(true);
  expect(materials()).toHaveLength(2);
});
