import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { hrExportLines } from "#drizzle/schema/hr";
import { exportRuns } from "#drizzle/schema/staff/exports";
import { postClaims } from "~/credits/ledger/posting.server";
import { countExportLines } from "~/hr/exports/export-rows.server";
import { goOnWithExports } from "~/hr/exports/making/go-on-with-exports.server";
import { orderExport, stopExport } from "~/hr/exports/making/order-export.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { MOST_COUNTED } from "~/platform/lists/list-limit";
import { makeClaim } from "../../../support/billing";
import { setClock, TEST_NOW } from "../../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../../support/database";
import { done } from "../../../support/done";
import { give, makeOffering, makePerson, organisationId, psesd, type TestPerson } from "../../../support/factories";
import { bytesOfExport } from "../../../support/hr/exports";

const PEOPLE = 120;
const OFFERINGS = 9;

let db: Database;
let hr: TestPerson;
beforeEach(() => {
  setClock(TEST_NOW);
  db = useTestDatabase();
  hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Highline"));
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  inTransaction(db, () => {
    const people = Array.from({ length: PEOPLE }, (_each, n) =>
      makePerson(db, { last: `Person ${String(n).padStart(3, "0")}`, organisation: "Highline" }),
    );
    for (let each = 0; each < OFFERINGS; each++) {
      const offering = makeOffering(db, { capacity: 500 });
      const ids = people.map((person) => makeClaim(db, { person, offering, status: "settled" }).id);
      done(postClaims(actingAs(db, registrar, { scopeIds: [psesd(db).id] }), ids));
    }
  });
});

const staff = () => actingAs(db, hr, { scopeIds: [organisationId(db, "Highline")] });
const order = () => {
  const input = {
    organisationId: organisationId(db, "Highline"),
    from: null,
    to: null,
    onlyNew: true,
    format: "csv",
  } as const;
  return done(orderExport(staff(), input)).runId;
};
const runOf = (runId: string) => db.select().from(exportRuns).where(eq(exportRuns.id, runId)).get()!;

test("S4 more rows than are counted come in parts, each once and by name, while others go on", async () => {
  const [highline] = listMyOrganisations(staff());
  expect(countExportLines(db, highline!, { from: null, to: null, onlyNew: true })).toBe(MOST_COUNTED + 1);
  const runId = order();
  const seen = new Set<number>();
  let goesOn = true;
  const others = () => void (goesOn && (seen.add(runOf(runId).done), setImmediate(others)));
  others();
  await goOnWithExports(systemContext(db));
  goesOn = false;
  // Whoever looks meanwhile sees how far it is.
  expect([...seen]).toEqual(expect.arrayContaining([0, 50, 100]));
  const { exportId, rows, total } = runOf(runId);
  expect([rows, total]).toEqual([PEOPLE * OFFERINGS, PEOPLE]);
  const names = parse<Record<string, string>>(bytesOfExport(db, exportId!).toString(), {
    columns: true,
    bom: true,
  }).map(({ last_name }) => last_name!);
  expect(names).toEqual([...names].sort());
  expect(db.select().from(hrExportLines).all()).toHaveLength(PEOPLE * OFFERINGS);
});

test("whoever stops it between two parts is heeded, and nothing of it counts as given out", async () => {
  const runId = order();
  const making = goOnWithExports(systemContext(db));
  const whenBegun = () => {
    if (runOf(runId).done === 0) return void setImmediate(whenBegun);
    done(stopExport(staff(), runId));
  };
  whenBegun();
  expect(await making).toBe(0);
  expect(runOf(runId)).toMatchObject({ state: "stopped", exportId: null });
  expect(runOf(runId).done).toBeLessThan(PEOPLE);
  expect(db.select().from(hrExportLines).all()).toEqual([]);
});
