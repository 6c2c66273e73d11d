import { expect, test } from "vitest";
import { POSTED_LIST } from "~/desks/registrar/posted-list";
import {
  deleteView,
  listAllViews,
  listViews,
  MOST_VIEWS,
  saveView,
  setFirstView,
} from "~/people/views/saved-view.server";
import { action, loader } from "~/routes/account/views";
import { loader as posted } from "~/routes/registrar/posted";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

const view = (name: string, query: string, first = false) => ({ name, query, first });

test("a view keeps filters, order and columns of a list; one of the same name is replaced", () => {
  const db = useTestDatabase();
  const ctx = actingAs(db, makePerson(db));
  done(saveView(ctx, POSTED_LIST, view("Mine", "q=ana&page=4&evil=1")));
  done(saveView(ctx, POSTED_LIST, view("Mine", "q=bo&sort=name")));
  expect(listViews(ctx, POSTED_LIST.name)).toMatchObject([{ name: "Mine", query: "q=bo&sort=name", first: false }]);
  expect(listViews(ctx, "another-list")).toEqual([]);
});

test("P2 nobody sees or changes another's view", () => {
  const db = useTestDatabase();
  const mine = actingAs(db, makePerson(db));
  const other = actingAs(db, makePerson(db));
  const { id } = done(saveView(mine, POSTED_LIST, view("Mine", "")));
  expect(listAllViews(other)).toEqual([]);
  expect(deleteView(other, id)).toMatchObject({ reason: "unknown-view" });
  expect(setFirstView(other, id, true)).toMatchObject({ reason: "unknown-view" });
  done(deleteView(mine, id));
  expect(listAllViews(mine)).toEqual([]);
});

test("one view of a list opens first, and there is an end to how many are kept", () => {
  const db = useTestDatabase();
  const ctx = actingAs(db, makePerson(db));
  done(saveView(ctx, POSTED_LIST, view("A", "", true)));
  const { id } = done(saveView(ctx, POSTED_LIST, view("B", "", true)));
  const firsts = () =>
    listViews(ctx, POSTED_LIST.name)
      .filter(({ first }) => first)
      .map(({ name }) => name);
  expect(firsts()).toEqual(["B"]);
  done(setFirstView(ctx, id, false));
  expect(firsts()).toEqual([]);
  for (let each = 3; each <= MOST_VIEWS; each++) done(saveView(ctx, POSTED_LIST, view(`V${each}`, "")));
  expect(saveView(ctx, POSTED_LIST, view("One more", ""))).toMatchObject({ reason: "too-many-views" });
  done(saveView(ctx, POSTED_LIST, view("A", "q=x")));
});

test("a list opens with the view that stands first, and with everything where the address says so", async () => {
  const db = useTestDatabase();
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const form = {
    intent: "save",
    list: POSTED_LIST.name,
    name: "Ana",
    query: "q=ana",
    first: "on",
    back: "/registrar/posted?q=ana",
  };
  const saved = await thrownBy(async () =>
    action({ request: await post(db, "/views", form, registrar), params: {}, context: {} }),
  );
  expect(saved.headers.get("Location")).toBe("/registrar/posted?q=ana");
  const open = async (address: string) =>
    posted({ request: await get(db, address, registrar), params: {}, context: {} });
  const opened = await thrownBy(() => open("/registrar/posted"));
  expect(opened.headers.get("Location")).toBe("/registrar/posted?q=ana&sort=-posted");
  const whole = await open("/registrar/posted?sort=-posted");
  expect(whole.data).toMatchObject({ state: { filters: {} }, views: [{ name: "Ana", first: true }] });
  const all = await loader({ request: await get(db, "/views", registrar), params: {}, context: {} });
  expect(all.data.rows).toMatchObject([{ title: "Posted credits", to: "/registrar/posted?q=ana&sort=-posted" }]);
});

test("the way back after saving never leads to another site", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const form = { intent: "save", list: POSTED_LIST.name, name: "A", query: "", back: "//elsewhere.example" };
  const saved = await thrownBy(async () =>
    action({ request: await post(db, "/views", form, person), params: {}, context: {} }),
  );
  expect(saved.headers.get("Location")).toBe("/registrar/posted");
});
