import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { affiliations, persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { tellDistricts } from "~/desks/registrar/correct-credit.server";
import { credits } from "#drizzle/schema/credits";
import { countExportLines, type ExportFilter } from "~/hr/exports/export-rows.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { submitHours } from "~/hr/submitted/submit.server";
import { decideSubmitted, getSubmitted } from "~/hr/submitted/submitted-decision.server";
import type { Database } from "~/platform/database/database.server";
import { at } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { exportNow, listExportLines } from "../../support/hr/exports";

const NOW = at("2027-09-18T09:00");
const ALL = { from: null, to: null, onlyNew: false };
const NEW = { ...ALL, onlyNew: true };

let db: Database;
let hr: TestPerson;
let person: TestPerson;
function begin() {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  person = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline", from: "2026-09-01" });
}
beforeEach(begin);

const desk = (district = "Highline") => actingAs(db, hr, { now: NOW, scopeIds: [organisationId(db, district)] });
const districtOf = (name: string) => listMyOrganisations(desk(name))[0]!;
const due = (filter: ExportFilter = NEW, district = "Highline") => listExportLines(db, districtOf(district), filter);
const said = (lines: ReturnType<typeof due>) =>
  lines.map(({ row }) => `${row.lastName}, ${row.courseTitle} ${row.hoursEarned} ${row.record}`);
const takeAlong = (filter: typeof ALL = NEW) =>
  exportNow(desk(), { organisationId: organisationId(db, "Highline"), ...filter });
const change = (values: Partial<typeof affiliations.$inferInsert>, who = person) =>
  db.update(affiliations).set(values).where(eq(affiliations.personId, who.personId)).run();

test("S4 hours that an export gave out and that are not the district's any more come once as withdrawn, and as new when they are again", async () => {
  postCreditFor(db, person, { day: "2027-03-09", title: "A" });
  postCreditFor(db, person, { day: "2027-06-01", title: "B" });
  await takeAlong();
  change({ fromDate: "2027-04-01" });
  expect(said(due())).toEqual(["Ames, A 7 withdrawn"]);
  expect(countExportLines(db, districtOf("Highline"), NEW)).toBe(1);
  expect(said(due(ALL))).toEqual(["Ames, B 7 unchanged"]);
  await takeAlong(ALL);
  expect(said(due())).toEqual(["Ames, A 7 withdrawn"]);
  await takeAlong();
  expect([said(due()), countExportLines(db, districtOf("Highline"), NEW)]).toEqual([[], 0]);
  change({ fromDate: "2026-09-01" });
  expect(said(due())).toEqual(["Ames, A 7 new"]);
  expect(said(due(ALL))).toEqual(["Ames, A 7 new", "Ames, B 7 unchanged"]);
  await takeAlong();
  expect(said(due())).toEqual([]);
});

test("S4 of what was never exported nothing is withdrawn, and what was corrected meanwhile is withdrawn as the district has it", async () => {
  const { creditId } = postCreditFor(db, person, { day: "2027-03-09", title: "A" });
  change({ fromDate: "2027-04-01" });
  expect(said(due())).toEqual([]);
  change({ fromDate: "2026-09-01" });
  await takeAlong();
  correctCreditRow(db, creditId, 390, NOW);
  expect(said(due())).toEqual(["Ames, A 7 replaced", "Ames, A 6.5 correction"]);
  change({ fromDate: "2027-04-01" });
  expect(said(due())).toEqual(["Ames, A 7 withdrawn"]);
  await takeAlong();
  change({ fromDate: "2026-09-01" });
  expect(said(due())).toEqual(["Ames, A 6.5 new"]);
});

test("P2 submitted hours that are accepted no more are withdrawn from who exported them, and from nobody else", async () => {
  change({ fromDate: "2027-04-01" });
  affiliate(db, person, { organisation: "Kent", from: "2026-09-01" });
  const { creditId } = postCreditFor(db, person, { day: "2027-03-09", title: "A" });
  const row = [`credit-${creditId}`];
  const id = done(
    submitHours(actingAs(db, person, { now: NOW }), { organization: organisationId(db, "Highline"), row }),
  );
  const seen = () => getSubmitted(desk(), id).seen;
  done(decideSubmitted(desk(), id, { intent: "accept", seen: seen() }));
  await takeAlong();
  done(decideSubmitted(desk(), id, { intent: "take-back", seen: seen(), reason: "Another Ada." }));
  expect(due().map(({ row }) => [row.courseTitle, row.record, row.acceptedOn])).toEqual([["A", "withdrawn", ""]]);
  expect(said(due(NEW, "Kent"))).toEqual(["Ames, A 7 new"]);
});

test("whoever was never theirs is named as the record names them, by the district's own number, and nothing later is told", async () => {
  change({ employeeId: "00042" });
  const { creditId } = postCreditFor(db, person, { day: "2027-03-09", title: "A" });
  await takeAlong();
  change({ confirmedAt: null });
  db.update(persons)
    .set({ legalLast: "Baker", certificateNumber: "777777B" })
    .where(eq(persons.id, person.personId))
    .run();
  expect(due()).toMatchObject([
    {
      row: {
        ...{ employeeId: "00042", lastName: "Ada Ames", firstName: "", formerName: "", certificateNumber: "" },
        ...{ courseTitle: "A", completionDate: "2027-03-09", hoursEarned: "7", transcriptId: "", record: "withdrawn" },
      },
    },
  ]);
  const before = db.select().from(credits).where(eq(credits.id, creditId)).get()!;
  const after = db
    .select()
    .from(credits)
    .where(eq(credits.id, correctCreditRow(db, creditId, 390, NOW)))
    .get()!;
  const registrar = actingAs(db, hr, { now: NOW, scopeIds: [psesd(db).id] });
  const mails = () =>
    db.select().from(outboxMessages).where(eq(outboxMessages.kind, "credit-corrected-district")).all().length;
  db.transaction((tx) => tellDistricts(tx, registrar, { before, after }, "Left early"));
  expect(mails()).toBe(0);
  change({ confirmedAt: NOW });
  db.transaction((tx) => tellDistricts(tx, registrar, { before, after }, "Left early"));
  expect(mails()).toBe(1);
});

test("days and chosen people limit what is withdrawn, people stand by name, and ten cost as many statements as one", async () => {
  const others = Array.from({ length: 9 }, (_, index) =>
    makePerson(db, { first: "Zoe", last: `Z${index}`, organisation: "Highline", from: "2026-09-01" }),
  );
  for (const each of [person, ...others]) postCreditFor(db, each, { day: "2027-03-09", title: "A" });
  await takeAlong();
  change({ fromDate: "2027-04-01" });
  const count = () => countStatements(db, () => due());
  const one = count();
  for (const each of others.slice(1)) change({ fromDate: "2027-04-01" }, each);
  postCreditFor(db, others[0]!, { day: "2027-05-01", title: "B" });
  expect([count(), due().length]).toEqual([one, 10]);
  expect(said(due()).slice(0, 3)).toEqual(["Ames, A 7 withdrawn", "Z0, B 7 new", "Z1, A 7 withdrawn"]);
  expect(said(due({ ...NEW, from: "2027-04-01" }))).toEqual(["Z0, B 7 new"]);
  expect(said(due({ ...NEW, personIds: [others[1]!.personId] }))).toEqual(["Z1, A 7 withdrawn"]);
});

const step = fc.oneof(
  fc.record({ do: fc.constant("post" as const), day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({ do: fc.constant("correct" as const), which: fc.nat(), minutes: fc.integer({ min: 0, max: 14 }) }),
  fc.record({ do: fc.constant("from" as const), day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({ do: fc.constant("confirm" as const), is: fc.boolean() }),
  fc.record({ do: fc.constant("export" as const), onlyNew: fc.constant(true) }),
);
const march = (day: number) => `2027-03-${String(day).padStart(2, "0")}`;

test("S4 a payroll that follows exports of what is new has, after each, what the district sees", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      begin();
      const newest: string[] = [];
      const payroll = new Map<string, number>();
      for (const each of [...steps, { do: "export" as const }]) {
        if (each.do === "post") newest.push(postCreditFor(db, person, { day: march(each.day) }).creditId);
        if (each.do === "from") change({ fromDate: march(each.day) });
        if (each.do === "confirm") change({ confirmedAt: each.is ? NOW : null });
        if (each.do === "correct" && newest.length > 0) {
          const index = each.which % newest.length;
          newest[index] = correctCreditRow(db, newest[index]!, each.minutes * 30, NOW + payroll.size);
        }
        if (each.do !== "export" || due().length === 0) continue;
        for (const { row } of due()) {
          const sign = row.record === "replaced" || row.record === "withdrawn" ? -1 : 1;
          const left = (payroll.get(row.inServiceNumber) ?? 0) + sign * Number(row.hoursEarned);
          payroll.set(row.inServiceNumber, left);
        }
        await takeAlong();
        const seen = new Map(due(ALL).map(({ row }) => [row.inServiceNumber, Number(row.hoursEarned)]));
        for (const [number, hours] of payroll) expect([number, hours]).toEqual([number, seen.get(number) ?? 0]);
        for (const number of seen.keys()) expect(payroll.has(number)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
