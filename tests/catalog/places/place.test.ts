import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { places } from "#drizzle/schema/proposals";
import { toOfferingInput } from "~/catalog/offerings/offering-input.server";
import { offeringForm } from "~/catalog/offerings/offering-form";
import { placeSource } from "~/catalog/places/place-list.server";
import { addPlace, changePlace, getPlace, listProposedPlaces } from "~/catalog/places/place.server";
import { getPublicOffering } from "~/desks/public/public-catalog.server";
import type { Database } from "~/platform/database/database.server";
import { readList } from "~/platform/lists/list-page.server";
import { action } from "~/routes/reference/places._index";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { post, thrownBy } from "../../support/request";

const HALL = {
  name: "Example Hall",
  address: "1 Sample Way, Renton",
  directions: "Through the gate.",
  mapLink: null,
  capacity: 40,
};

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
});

const ctx = () => actingAs(db, admin);
const change = (id: string, form: Parameters<typeof changePlace>[2]) => changePlace(ctx(), id, form);

test("a place is proposed with its address, and its directions stand with every offering there", () => {
  done(addPlace(ctx(), HALL));
  expect(listProposedPlaces(db)).toEqual([{ name: HALL.name, address: HALL.address, capacity: 40 }]);
  const offering = makeOffering(db);
  expect(getPublicOffering(db, offering.id).arrival).toBe("Through the gate.");
  const form = offeringForm.parse({
    intent: "save",
    modality: "in-person",
    place: HALL.name,
    capacity: "20",
    price: "0",
    sessions: [{ date: "2027-03-09", startTime: "08:00", endTime: "12:00" }],
  });
  expect(done(toOfferingInput(db, form, { providerId: psesd(db).id, timeZone: "America/Los_Angeles" })).address).toBe(
    HALL.address,
  );
  const own = { ...form, address: "Another door" };
  expect(done(toOfferingInput(db, own, { providerId: psesd(db).id, timeZone: "America/Los_Angeles" })).address).toBe(
    "Another door",
  );
});

test("nothing that an offering names is renamed or deleted; it is retired. Anything else can be", () => {
  const id = done(addPlace(ctx(), HALL));
  expect(addPlace(ctx(), HALL)).toMatchObject({ reason: "name-taken" });
  const other = done(addPlace(ctx(), { ...HALL, name: "Other hall" }));
  makeOffering(db);
  const save = { intent: "save-place" as const, ...HALL };
  expect(change(id, { ...save, name: "New name" })).toMatchObject({ reason: "name-used" });
  expect(change(id, { ...save, name: "Other hall" })).toMatchObject({ reason: "name-taken" });
  expect(change(id, { intent: "delete-place" })).toMatchObject({ reason: "place-used" });
  done(change(id, { ...save, capacity: 50 }));
  done(change(id, { intent: "retire-place" }));
  expect(listProposedPlaces(db).map(({ name }) => name)).toEqual(["Other hall"]);
  done(change(id, { intent: "restore-place" }));
  expect(listProposedPlaces(db)).toHaveLength(2);
  expect(getPlace(db, id).history.map(({ what }) => what)).toEqual([
    "Proposed again",
    "Retired",
    "Changed: people from 40 to 50",
    "Added: name “Example Hall”; address “1 Sample Way, Renton”; directions “Through the gate.”; people 40",
  ]);
  done(change(other, { ...save, name: "Renamed hall" }));
  expect(done(change(other, { intent: "delete-place" }))).toBe("Renamed hall is deleted.");
  expect(db.select().from(places).where(eq(places.id, other)).all()).toEqual([]);
  expect(change(other, { intent: "retire-place" })).toMatchObject({ reason: "unknown-place" });
});

test("the list answers in words, with as many statements for one place as for many", async () => {
  const send = async (values: Record<string, string>) =>
    action({ request: await post(db, "/admin/places", values, admin), params: {}, context: {} });
  expect((await thrownBy(() => send({ name: "Example Hall" }))).status).toBe(302);
  const few = countStatements(db, () => readList(placeSource(ctx()), new URLSearchParams()));
  for (let number = 1; number <= 30; number++) done(addPlace(ctx(), { ...HALL, name: `Hall ${number}` }));
  expect(countStatements(db, () => readList(placeSource(ctx()), new URLSearchParams()))).toBe(few);
  const refused = await send({ name: "Example Hall" });
  expect(refused.data.result.error?.name).toEqual(["Another place has this name."]);
});

test("places are found by words of name and address, by state, and by whether offerings name them", () => {
  done(addPlace(ctx(), HALL));
  const old = done(addPlace(ctx(), { ...HALL, name: "Đinh Center", address: null }));
  done(change(old, { intent: "retire-place" }));
  makeOffering(db);
  const found = (query: string) =>
    readList(placeSource(ctx()), new URLSearchParams(query)).rows.map(({ name }) => name);
  expect(found("")).toEqual(["Đinh Center", "Example Hall"]);
  expect(found("q=dinh")).toEqual(["Đinh Center"]);
  expect(found("q=renton example")).toEqual(["Example Hall"]);
  expect(found("state=proposed")).toEqual(["Example Hall"]);
  expect(found("state=retired")).toEqual(["Đinh Center"]);
  expect(found("used=1")).toEqual(["Example Hall"]);
  expect(found("sort=-used")[0]).toBe("Example Hall");
});
