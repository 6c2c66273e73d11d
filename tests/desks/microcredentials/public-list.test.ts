import { beforeEach, expect, test } from "vitest";
import { audiences } from "#drizzle/schema/catalog";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { changeAudience, listPublicAudiences } from "~/catalog/audiences/audience.server";
import { readPublicFilters } from "~/desks/microcredentials/public-filters";
import { listPublicMicrocredentials, listPublicProviders } from "~/desks/microcredentials/public-list.server";
import { getPublicMicrocredential } from "~/desks/microcredentials/public-page.server";
import { approveHours, declineHours } from "~/microcredentials/hours/hours-decision.server";
import { saveDefinition } from "~/microcredentials/definitions/write-definition.server";
import { loader as catalogLoader } from "~/routes/public/catalog";
import { loader as listLoader } from "~/routes/public/microcredentials._index";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { DAY } from "../../support/clock";
import { actingAs, countStatements, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeCourse, makeOffering, makePerson, psesd } from "../../support/factories";
import { criterion, definitionInput, makeMicrocredential, part } from "../../support/microcredentials/definitions";
import { judge, makeAssessor, makeCoordinator, makeSubmission } from "../../support/microcredentials/portfolios";
import { get } from "../../support/request";

let db: Database;
let cora: ScopedContext;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
});
const make = (title: string, input: Partial<Parameters<typeof makeMicrocredential>[1]> = {}) =>
  makeMicrocredential(cora, { providerId: psesd(db).id, title, ...input });
const titles = (query: string) =>
  listPublicMicrocredentials(db, readPublicFilters(new URLSearchParams(query))).map(({ title }) => title);

test("each filter narrows the list, and drafts stand in none", () => {
  const [teachers] = listPublicAudiences(db);
  const calm = make("Calm", { audiences: [teachers!.value], hours: 450 });
  make("Loud", { programArea: "equity" });
  make("Drafted", { isDraft: true });
  expect(titles("")).toEqual(["Calm", "Loud"]);
  expect(titles(`audience=${teachers!.value}`)).toEqual(["Calm"]);
  expect([titles("area=equity"), titles("hours=with")]).toEqual([["Loud"], []]);
  const decision = { microcredentialId: calm, committeeMetOn: "2026-09-01", note: "Say more." };
  done(approveHours(cora, decision));
  expect([titles("hours=with"), titles("hours=without")]).toEqual([["Calm"], ["Loud"]]);
  done(declineHours({ ...cora, now: cora.now + 1 }, decision));
  expect([titles("hours=with"), titles("hours=without")]).toEqual([[], ["Calm", "Loud"]]);
  expect([titles(`provider=${psesd(db).id}`).length, titles("provider=another")]).toEqual([2, []]);
  expect(listPublicProviders(db).map(({ value }) => value)).toEqual([psesd(db).id]);
});

test("words are looked for as in the search for courses: whole, by their beginning, folded, each of them", () => {
  make("Restoring calm", { competency: "Makes peace after a conflict.", criteria: [criterion("Đối thoại")] });
  make("Number talks", { competency: "Counts aloud." });
  for (const q of ["calm", "restor", "peace conflict", "doi thoai", "RESTORING"])
    expect(titles(`q=${q}`), q).toEqual(["Restoring calm"]);
  for (const q of ["alm", "calm numbers", "zzz", "%", "'"]) expect(titles(`q=${q}`), q).toEqual([]);
});

test("one search finds both, each under its own heading, in the catalog and in the list", async () => {
  makeOffering(db, { courseId: makeCourse(db, { title: "Calm in the classroom" }) });
  for (const title of ["Calm 1", "Calm 2", "Calm 3", "Calm 4", "Calm 5"]) make(title);
  const open = async (loader: typeof catalogLoader | typeof listLoader, path: string) => {
    const { data } = await loader({ request: await get(db, path), params: {}, context: {} });
    return data;
  };
  const catalog = (await open(catalogLoader, "/catalog?q=calm")) as Awaited<ReturnType<typeof catalogLoader>>["data"];
  expect([catalog.entries.length, catalog.microcredentials?.rows.length, catalog.microcredentials?.total]).toEqual([
    1, 4, 5,
  ]);
  const list = (await open(listLoader, "/microcredentials?q=calm")) as Awaited<ReturnType<typeof listLoader>>["data"];
  expect([list.rows.length, list.courses?.entries.map(({ title }) => title)]).toEqual([5, ["Calm in the classroom"]]);
  const all = (await open(catalogLoader, "/catalog")) as typeof catalog;
  expect(all.microcredentials).toBeNull();
});

test("the list takes the same statements, one micro-credential or thirty", () => {
  make("Calm");
  const list = () => titles("q=calm");
  const one = countStatements(db, list);
  for (let index = 0; index < 29; index++) make(`Calm ${index}`);
  expect([list().length, countStatements(db, list)]).toEqual([30, one]);
});

test("the page shows examples of good evidence, and from five awards on how long people took", () => {
  const id = make("Calm", { evidence: () => [part({ example: "On Monday I stood at the door." })] });
  const page = () => getPublicMicrocredential(systemContext(db), id);
  expect(page().definition.evidence).toMatchObject([{ example: "On Monday I stood at the door." }]);
  for (let days = 1; days <= 5; days++) {
    expect(page().howLong).toBeNull();
    judge(makeAssessor(db), makeSubmission(db, makePerson(db), id).submissionId, ["demonstrated", "demonstrated"]);
    const took = days * DAY;
    db.update(portfolios)
      .set({ startedAt: 0, decidedAt: took * 2 })
      .run();
    db.update(submissions)
      .set({ decidedAt: took + cora.now })
      .run();
  }
  expect(page().howLong).toEqual({ toAward: 10, toDecision: 5 });
});

test("an audience that a micro-credential names is real, and stays while one names it", () => {
  const [teachers] = listPublicAudiences(db);
  const id = make("Calm", { audiences: [teachers!.value], isDraft: true });
  expect(saveDefinition(cora, { ...definitionInput({ audiences: ["nobody"] }), id })).toMatchObject({
    reason: "unknown-audience",
  });
  const admin = actingAs(db, makePerson(db));
  expect(changeAudience(admin, teachers!.value, { intent: "delete-audience" })).toMatchObject({
    reason: "audience-used",
  });
  expect(
    db
      .select()
      .from(audiences)
      .all()
      .map(({ code }) => code),
  ).toContain(teachers!.value);
});
