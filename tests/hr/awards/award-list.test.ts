import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { DISTRICT_AWARD_LIST } from "~/hr/awards/award-list";
import { districtAwardSource } from "~/hr/awards/award-list.server";
import type { AwardStanding } from "~/microcredentials/awards/award-standing";
import { changeAward } from "~/microcredentials/awards/award.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { organisations } from "#drizzle/schema/people";
import { TEST_NOW } from "../../support/clock";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, psesd } from "../../support/factories";
import { makeAward } from "../../support/microcredentials/awards";
import { makeAssessor, makeCoordinator } from "../../support/microcredentials/portfolios";
import { pageOfList } from "../../support/request";

let db: Database;
let cora: ScopedContext;
let assessor: ScopedContext;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  assessor = makeAssessor(db);
});
const hrOf = (name: string) => {
  const found = db
    .select()
    .from(organisations)
    .all()
    .find((row) => row.name.startsWith(name))!;
  return actingAs(db, makePerson(db), { scopeIds: [found.id] });
};
const award = (first: string, organisation: "Highline" | "Kent", title = "Calm classrooms") =>
  makeAward(
    db,
    { coordinator: cora, assessor, providerId: psesd(db).id },
    makePerson(db, { first, last: "Ames", organisation }),
    { title },
  ).award.id;
const list = (ctx: ScopedContext, query = "") => pageOfList(() => districtAwardSource(ctx), query).rows;

test("S1 HR sees what its own people were awarded, and nobody else's", () => {
  award("Ada", "Highline");
  award("Bea", "Kent");
  expect(list(hrOf("Highline")).map(({ name }) => name)).toEqual(["Ames, Ada"]);
  expect(list(hrOf("Kent")).map(({ name }) => name)).toEqual(["Ames, Bea"]);
});

test("each status is found by itself, as it is shown", () => {
  const [current, suspended, revoked, expired] = ["A", "B", "C", "D"].map((first) => award(first, "Highline", first));
  for (const [awardId, kind] of [
    [suspended!, "suspended"],
    [revoked!, "revoked"],
  ] as const)
    done(changeAward(cora, { awardId, kind, reason: "Asked for" }));
  db.$client.exec("drop trigger awards_date");
  db.update(awards)
    .set({ expiresAt: TEST_NOW - 1 })
    .where(eq(awards.id, expired!))
    .run();
  const ids: Record<AwardStanding, string> = {
    current: current!,
    suspended: suspended!,
    revoked: revoked!,
    expired: expired!,
  };
  for (const [standing, id] of Object.entries(ids)) {
    const rows = list(hrOf("Highline"), `standing=${standing}`);
    expect(rows.map((row) => [row.id, row.standing])).toEqual([[id, standing]]);
  }
});

test("it is found by name, by micro-credential and by day", () => {
  award("Ada", "Highline", "Calm classrooms");
  award("Bea", "Highline", "Number talks");
  const ctx = hrOf("Highline");
  expect(list(ctx, "q=ada").map(({ title }) => title)).toEqual(["Calm classrooms"]);
  expect(list(ctx, "q=number").map(({ name }) => name)).toEqual(["Ames, Bea"]);
  expect(list(ctx, "from=2026-10-06")).toEqual([]);
  expect(list(ctx, "to=2026-10-05")).toHaveLength(2);
  expect(DISTRICT_AWARD_LIST.sort).toBe("-awarded");
});

test("a page takes as many statements for 30 awards as for one", () => {
  award("Ada", "Highline");
  const ctx = hrOf("Highline");
  const one = countStatements(db, () => list(ctx));
  for (let index = 0; index < 29; index++) award(`N${index}`, "Highline", `Title ${index}`);
  expect(countStatements(db, () => list(ctx))).toBe(one);
});
