import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { persons } from "#drizzle/schema/people";
import { exportFiles } from "#drizzle/schema/staff/exports";
import { exportSource } from "~/hr/exports/export-list.server";
import type { Database } from "~/platform/database/database.server";
import { pathOf } from "~/platform/files/bytes.server";
import { sweepFiles } from "~/platform/files/file-sweep.server";
import { newId } from "~/platform/ids";
import { readList } from "~/platform/lists/list-page.server";
import { logger } from "~/platform/logging/logger.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { loader } from "~/routes/hr/exports.$id";
import { at, TEST_NOW } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { exportNow } from "../../support/hr/exports";
import { readingsOf } from "../../support/readings";
import { get, thrownBy } from "../../support/request";

let db: Database;
let hr: TestPerson;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  // Of a name of its own, since tests share a folder of files.
  person = makePerson(db, { first: "Ada", last: randomBytes(6).toString("hex"), organisation: "Highline" });
});

const staff = () => actingAs(db, hr, { scopeIds: [organisationId(db, "Highline")] });
const make = async (format: "csv" | "xlsx" = "csv") =>
  done(
    await exportNow(staff(), {
      organisationId: organisationId(db, "Highline"),
      from: null,
      to: null,
      onlyNew: false,
      format,
    }),
  );
const fetchAgain = async (id: string, who = hr) =>
  loader({ request: await get(db, `/hr/exports/${id}`, who), params: { id }, context: {} });

test.each(["csv", "xlsx"] as const)("S4 a %s comes again byte for byte, whatever changed since", async (format) => {
  const { creditId } = postCreditFor(db, person);
  const { exportId, bytes } = await make(format);
  correctCreditRow(db, creditId, 390, at("2027-05-01T09:00"));
  db.update(persons)
    .set({ legalLast: "Changed", certificateNumber: "999" })
    .where(eq(persons.id, person.personId))
    .run();
  await make(format);
  // Long after, when what nothing names is swept away.
  for (const days of [1, 2, 3]) sweepFiles(systemContext(db, TEST_NOW + days * 86_400_000 * 2));
  const again = await fetchAgain(exportId);
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  expect(again.headers.get("Content-Disposition")).toContain(`.${format}"`);
  expect(db.select().from(exportFiles).where(eq(exportFiles.exportId, exportId)).get()).toMatchObject({
    fileHash: sha256(bytes),
    rows: 1,
    asked: { from: null, to: null, onlyNew: false, format },
  });
  expect(readingsOf(db, "hr.export-repeated")).toMatchObject([{ personIds: [person.personId] }]);
});

test("S4 a file that was changed on the disk is not given out", async () => {
  postCreditFor(db, person);
  const { exportId, bytes } = await make();
  const said = vi.spyOn(logger, "error").mockReturnValue();
  const place = pathOf(sha256(bytes));
  writeFileSync(place, Buffer.from(bytes).fill("9", bytes.length - 40));
  const damaged = await fetchAgain(exportId);
  expect([damaged.status, await damaged.text()]).toEqual([404, expect.stringContaining("This file is damaged")]);
  rmSync(place);
  expect(await (await fetchAgain(exportId)).text()).toContain("This file is missing");
  expect(said).toHaveBeenCalledTimes(2);
});

test("an export of earlier times, which has no file, gives its rows again", async () => {
  const { creditId } = postCreditFor(db, person);
  const id = newId();
  const made = { id, organisationId: organisationId(db, "Highline"), madeAt: TEST_NOW, madeBy: hr.personId };
  db.insert(hrExports)
    .values({ ...made, onlyNew: true, fileHash: "of then" })
    .run();
  db.insert(hrExportLines).values({ exportId: id, creditId }).run();
  const again = await fetchAgain(id);
  expect(await again.text()).toContain(person.name.split(" ")[1]);
  expect(readList(exportSource(staff()), new URLSearchParams()).rows).toMatchObject([
    { id, rows: 1, size: null, format: "csv", chosen: null, layout: null },
  ]);
});

test("P2 nobody fetches the file of another district", async () => {
  postCreditFor(db, person);
  const { exportId } = await make();
  const kent = makePerson(db);
  give(db, kent, "hr", organisationId(db, "Kent"));
  expect((await thrownBy(() => fetchAgain(exportId, kent))).status).toBe(404);
});
