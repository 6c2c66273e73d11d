import { beforeEach, expect, test } from "vitest";
import { hrExports } from "#drizzle/schema/hr";
import { postClaims } from "~/credits/ledger/posting.server";
import { exportAnyCredits, exportCredits } from "~/hr/exports/export.server";
import { countExportLines, listExportLines, readExportLines } from "~/hr/exports/export-rows.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { MOST_COUNTED } from "~/platform/lists/list-limit";
import { makeClaim } from "../../support/billing";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, organisationId, psesd } from "../../support/factories";

const PEOPLE = 120;
const OFFERINGS = 9;
const ALL = { from: null, to: null, onlyNew: false };

let db: Database;
beforeEach(() => {
  db = useTestDatabase();
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  inTransaction(db, () => {
    const people = Array.from({ length: PEOPLE }, () => makePerson(db, { organisation: "Highline" }));
    for (let each = 0; each < OFFERINGS; each++) {
      const offering = makeOffering(db, { capacity: 500 });
      const ids = people.map((person) => makeClaim(db, { person, offering, status: "settled" }).id);
      done(postClaims(actingAs(db, registrar, { scopeIds: [psesd(db).id] }), ids));
    }
  });
});

const hr = () => actingAs(db, makePerson(db), { scopeIds: [organisationId(db, "Highline")] });
const highline = () => listMyOrganisations(hr())[0]!;
const input = (onlyNew = false) => ({ ...ALL, onlyNew, organisationId: highline().id });

test("more rows than are counted are read in parts: the same rows in the same order, while others go on", async () => {
  expect(countExportLines(db, highline(), ALL)).toBe(MOST_COUNTED + 1);
  let turns = 0;
  let goesOn = true;
  const others = () => void (goesOn && (turns++, setImmediate(others)));
  others();
  const lines = await readExportLines(db, highline(), ALL);
  goesOn = false;
  expect(lines).toHaveLength(PEOPLE * OFFERINGS);
  expect(lines).toEqual(listExportLines(db, highline(), ALL));
  expect(turns).toBeGreaterThan(2);
});

test("S4 it is recorded once; of two at the same time, the second leaves out what the first gave", async () => {
  const [first, second] = await Promise.all([exportAnyCredits(hr(), input(true)), exportAnyCredits(hr(), input(true))]);
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1);
  expect([first, second].find(({ ok }) => !ok)).toMatchObject({ reason: "nothing-to-export" });
  expect(db.select().from(hrExports).all()).toHaveLength(1);
  expect(await exportAnyCredits(hr(), input(true))).toMatchObject({ ok: false, reason: "nothing-to-export" });
  expect(done(await exportAnyCredits(hr(), input())).csv).toBe(done(exportCredits(hr(), input())).csv);
});
