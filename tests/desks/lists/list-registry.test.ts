import { beforeAll, expect, test } from "vitest";
import { offeringMessages } from "#drizzle/schema/registration";
import { getOffering } from "~/catalog/offerings/offering.server";
import { listTitles } from "~/desks/lists/list-registry.server";
import { setDatabase } from "~/platform/database/database.server";
import type { ListFilter, ListShape } from "~/platform/lists/list-shape";
import { messagePeople } from "~/registration/messages/message-people.server";
import { register } from "~/registration/seats/registration.server";
import { loader } from "~/routes/staff/lists.$name";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { get } from "../../support/request";

const LISTS = Object.values(listTitles());

let db: ReturnType<typeof useTestDatabase>;
let staff: TestPerson;
/** What some lists are of, by the parameter that their addresses keep. */
const of: Record<string, string> = {};
beforeAll(() => {
  db = useTestDatabase();
  staff = makePerson(db);
  for (const role of ["registrar", "coordinator"] as const) give(db, staff, role, psesd(db).id);
  give(db, staff, "hr", organisationId(db, "Kent"));
  give(db, staff, "admin", null);
  const offering = makeOffering(db, { instructor: staff });
  of.offering = offering.id;
  const scoped = actingAs(db, staff, { scopeIds: [psesd(db).id] });
  of.microcredential = makeMicrocredential(scoped, { providerId: psesd(db).id });
  register(actingAs(db, makePerson(db)), { offeringId: offering.id });
  const message = { subject: "Bring boots", body: "It may rain.", statuses: ["registered" as const], nonce: "once" };
  done(messagePeople(actingAs(db, staff), getOffering(db, offering.id), message));
  of.message = db.select().from(offeringMessages).get()!.id;
});

async function csvOf(shape: ListShape, query: [string, string][]): Promise<string> {
  setDatabase(db);
  const kept = [...(shape.kept ?? []), ...(shape.of ? [shape.of] : [])].flatMap((name): [string, string][] =>
    of[name] ? [[name, of[name]]] : [],
  );
  const at = `/lists/${shape.name}.csv?${new URLSearchParams([...kept, ...query]).toString()}`;
  const answer = await loader({
    request: await get(db, at, staff),
    params: { name: `${shape.name}.csv` },
    context: {},
  });
  expect(answer.status, at).toBe(200);
  return (await answer.text()).replace("\ufeff", "");
}

function valueFor(filter: ListFilter): string {
  if (filter.kind === "choice") return filter.options?.[0]?.value ?? "any";
  return { words: "some words", date: "2026-10-01", flag: "1" }[filter.kind];
}

test.each(LISTS.map((shape) => [shape.name, shape] as const))("%s knows all that it offers", async (_name, shape) => {
  expect(shape.columns.filter(({ primary }) => primary)).toHaveLength(1);
  expect(shape.columns.filter(({ sort }) => sort).map(({ key }) => key)).toContain(shape.sort.replace("-", ""));
  const every = shape.columns.map(({ key }): [string, string] => ["cols", key]);
  const headers = (await csvOf(shape, every)).split("\r\n")[0];
  expect(headers).toBe(
    shape.columns
      .filter(({ bare }) => !bare)
      .map(({ label }) => `"${label}"`)
      .join(","),
  );
  for (const { key, sort } of shape.columns) if (sort) await csvOf(shape, [["sort", `-${key}`]]);
  for (const filter of shape.filters)
    for (const value of filter.kind === "choice" && filter.options
      ? filter.options.map((option) => option.value)
      : [valueFor(filter)])
      await csvOf(shape, [[filter.name, value]]);
});

test("no two lists share a name", () => {
  expect(new Set(LISTS.map(({ name }) => name)).size).toBe(LISTS.length);
});
