import { beforeEach, expect, test } from "vitest";
import { readExportChoice } from "~/hr/exports/export-choice.server";
import { addRule } from "~/hr/local-rules/local-rule.server";
import { newLocalRuleForm } from "~/hr/local-rules/local-rule-form";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, organisationId } from "../../support/factories";

let db: Database;
beforeEach(() => {
  db = useTestDatabase();
});

const staff = () =>
  actingAs(db, makePerson(db), { now: at("2027-03-20T09:00"), scopeIds: [organisationId(db, "Highline")] });
const read = (query: string) => readExportChoice(staff(), new URLSearchParams(query));

test("S2 the year up to the cut-off goes by the district's local rule, else from October to September", () => {
  expect(read("period=cutoff").period).toMatchObject({ from: "2026-10-01", to: "2027-09-30" });
  const rule = {
    organisationId: organisationId(db, "Highline"),
    fromDate: "2026-01-01",
    cutoff: "08-31",
    criteria: ["a"],
  };
  done(addRule(staff(), newLocalRuleForm.parse(rule)));
  expect(read("period=cutoff").period).toMatchObject({ from: "2026-09-01", to: "2027-08-31" });
});

test("S1 people are those who were ticked, as far as they are the district's", () => {
  const ours = makePerson(db, { organisation: "Highline" });
  const theirs = makePerson(db, { organisation: "Kent" });
  expect(read(`person=${ours.personId}&person=${theirs.personId}`).personIds).toEqual([ours.personId]);
  expect(read("period=all").personIds).toBeNull();
});

test("where none is ticked, people are those whom the list's filter means", () => {
  const busy = makePerson(db, { first: "Busy", last: "Bee", organisation: "Highline", roleKind: "paraeducator" });
  makePerson(db, { first: "Idle", last: "Ant", organisation: "Highline" });
  postCreditFor(db, busy);
  for (const filter of ["q=bee", "role=paraeducator", "hours=with"])
    expect([filter, read(`period=all&${filter}`).personIds]).toEqual([filter, [busy.personId]]);
  expect(read("period=all&q=nobody").personIds).toEqual([]);
});

test("more people than one export takes are told, and nobody is left out in silence", () => {
  inTransaction(db, () => {
    for (let each = 0; each < 1_001; each++) makePerson(db, { last: `Bee ${each}`, organisation: "Highline" });
  });
  expect(read("period=all&q=bee")).toMatchObject({
    personIds: null,
    problem: "More than 1,000 people match. Choose fewer, or export everybody.",
  });
});
