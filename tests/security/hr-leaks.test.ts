import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { affiliations } from "#drizzle/schema/people";
import { endGrant, listGrantsOf } from "~/people/roles/grant.server";
import { cloneDatabase, inTransaction, setDatabase } from "~/platform/database/database.server";
import { setClock, TEST_NOW } from "../support/clock";
import { postCreditFor } from "../support/credits";
import { systemContext } from "../support/database";
import { affiliate } from "../support/factories";
import { LEARNERS, type LearnerName, OWNERS, type Owner } from "./access/cast";
import { findRoutes } from "./access/extracted";
import { type AccessRow, keyOf } from "./access/row";
import { TABLE } from "./access/table";
import { cookieOf, listTold, visit } from "./access/visit";
import { makeWorld, type World } from "./access/world";

/** Where HR's pages, files and exports are; the API has a walk of its own, in api-leaks.test.ts. */
const FOLDERS = ["hr", "hr-api", "salary", "submitted", "overview"];
const isOfHr = ({ route }: Pick<AccessRow, "route">) => FOLDERS.includes(route.split("/")[0]!);
const ROWS = TABLE.filter((row) => row.method === "GET" && isOfHr(row));

const code = await findRoutes();
let world: World;
const cookies = {} as Record<Owner, string | undefined>;

beforeAll(async () => {
  world = await makeWorld();
  const { db, cast } = world;
  setDatabase(db);
  setClock(TEST_NOW);
  // Ash's learner moved to Birch's district, and earned something in each.
  const mover = cast.learners.ash;
  db.update(affiliations).set({ toDate: "2027-01-31" }).where(eq(affiliations.personId, mover.personId)).run();
  affiliate(db, mover, { organisation: "Birch School District", from: "2027-02-01" });
  postCreditFor(db, mover, { day: "2027-01-20", title: "Ashen hours" });
  postCreditFor(db, mover, { day: "2027-03-20", title: "Birchen hours" });
  for (const owner of OWNERS) cookies[owner] = await cookieOf(db, cast.staff[`hr ${owner}`]);
});

/** Who never belonged to a district, and what somebody earned with another. */
function forbiddenFor(owner: Owner): string[] {
  const names = Object.keys(LEARNERS) as LearnerName[];
  const others = names.filter((name) => LEARNERS[name].district !== owner && name !== "ash");
  return [
    ...others.flatMap((name) => [LEARNERS[name].word, world.cast.learners[name].email]),
    owner === "ash" ? "Birchen hours" : "Ashen hours",
  ];
}

test("every page and file of HR is walked, and each address that names something names it by an id", () => {
  const routes = code.routes.filter(({ name, module }) => isOfHr({ route: name }) && (module.loader || module.default));
  const walked = new Set(ROWS.map(({ route }) => route));
  expect(routes.map(({ name }) => name).filter((name) => !walked.has(name))).toEqual([]);
  expect(ROWS.filter(({ route, at }) => /\$(?!chart)/.test(route) && !at.includes("{")).map(keyOf)).toEqual([]);
});

describe.each(ROWS.map((row) => [`${keyOf(row)} at ${row.at}`, row] as const))("%s", (_title, row) => {
  test.each(OWNERS)(
    "tells HR of %s nothing of the other district, and of whoever moved their own part",
    async (owner) => {
      setDatabase(world.db);
      for (const ids of OWNERS) {
        const { status, told } = await visit(code, row, world.ids[ids], cookies[owner]);
        expect(listTold(told, forbiddenFor(owner)), `with the ids of ${ids}`).toEqual([]);
        // Whoever moved is of both.
        const isForeign = ids !== owner && row.at.split("?")[0]!.includes("{") && !row.at.includes("{person}");
        if (isForeign) expect(status).toBe(row.foreign ?? 404);
      }
    },
  );

  test("tells somebody nothing whose right ended today", async () => {
    const db = cloneDatabase(world.db.$client.serialize());
    setDatabase(db);
    const person = world.cast.staff["hr ash"];
    const grant = listGrantsOf(db, person.personId).find(({ role }) => role === "hr")!;
    inTransaction(db, (tx) => endGrant(tx, systemContext(db), person.personId, grant));
    const { status, told } = await visit(code, row, world.ids.ash, cookies.ash);
    // One address only leads on, and asks nobody who they are.
    expect(status).toBe(row.who.includes("hr") ? (row.others ?? 403) : 302);
    expect(
      listTold(
        told,
        Object.values(LEARNERS).map(({ word }) => word),
      ),
    ).toEqual([]);
    db.$client.close();
  });
});
