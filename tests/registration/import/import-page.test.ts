import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { registrations } from "#drizzle/schema/registration";
import { fateInWords } from "~/registration/import/import-fate";
import { readList } from "~/registration/import/import-rows.server";
import { importPeople } from "~/registration/import/import.server";
import { action } from "~/routes/coordinator/offerings.$id_.register";
import { makePerson } from "../../support/factories";
import { post } from "../../support/request";
import { REASON, setUp } from "./set-up";

test("the page checks a list first, then carries out what it showed", async () => {
  const { db, staff, offering } = setUp();
  const person = makePerson(db);
  const path = `/coordinator/offerings/${offering.id}/register`;
  const send = async (values: Record<string, string>) =>
    action({ request: await post(db, path, values, staff), params: { id: offering.id }, context: {} });
  const looked = await send({ intent: "check", list: person.email, reason: REASON });
  if (!("checked" in looked)) throw new Error("nothing was checked");
  expect(looked.checked.plan.counts.register).toBe(1);
  expect(db.select().from(registrations).all()).toEqual([]);
  const { digest } = looked.checked.plan;
  await expect(send({ intent: "register", list: person.email, digest, reason: REASON })).rejects.toMatchObject({
    status: 302,
  });
  expect(db.select().from(registrations).all()).toMatchObject([{ personId: person.personId, status: "registered" }]);
});

test("a file is read by its bytes, what was typed stays, and what is no list is refused with its text in sight", async () => {
  const { db, staff, offering } = setUp(5);
  const path = `/coordinator/offerings/${offering.id}/register`;
  const send = async (list: string, bytes: Uint8Array<ArrayBuffer>, columns: string[] = []) => {
    const values = new FormData();
    values.set("intent", "check");
    values.set("list", list);
    values.set("file", new File([bytes], "people.csv"));
    values.set("reason", REASON);
    for (const column of columns) values.append("columns", column);
    return action({ request: await post(db, path, values, staff), params: { id: offering.id }, context: {} });
  };
  const wide = new Uint8Array(readFileSync("tests/fixtures/people-lists/utf16-tabs.csv"));
  const both = await send("old@x.example, Una, Old", wide);
  if (!("checked" in both)) throw new Error("nothing was checked");
  expect(both.checked.plan.rows.map(({ shown }) => shown)).toEqual(["Una Old", "Ana Sample"]);
  expect(both.checked.list).toContain("new.six@district.example");
  const foreign = new TextEncoder().encode("Nombre;Apellido;Correo\nAna;Sample;ana@x.example\n");
  const chosen = await send("", foreign, ["first", "last", "email"]);
  expect(chosen).toMatchObject({
    checked: { unread: [], plan: { rows: [{ shown: "Ana Sample", fate: "register" }] } },
  });
  const workbook = await send("kept@x.example", new TextEncoder().encode("PK\u0003\u0004"));
  expect(workbook).toMatchObject({
    data: {
      result: {
        initialValue: { list: "kept@x.example" },
        error: { file: [expect.stringMatching(/Excel workbook/) as string] },
      },
    },
  });
});

test("bad lines are left out by choice: the others are registered, and the record says which lines were not", () => {
  const { db, ctx, offering, planned } = setUp(5);
  const text = "Ana Sample <a@x.example>; Ben Test <b@x.example>\nnonsense\nCher <c@x.example>; nobody";
  const plan = planned(text);
  expect(plan.rows.map((row) => [row.line, fateInWords(row)])).toEqual([
    [1, "Will register; unknown, will be invited"],
    [1, "Will register; unknown, will be invited"],
    [2, "This line has no email address."],
    [3, "Will register; unknown, will be invited; has one name only"],
    [3, "This part of the line has no email address."],
  ]);
  const input = { offeringId: offering.id, list: readList(text), digest: plan.digest, reason: REASON };
  expect(importPeople(ctx, input)).toMatchObject({ reason: "bad-rows" });
  expect(importPeople(ctx, { ...input, leaveOut: true }).ok).toBe(true);
  expect(db.select().from(registrations).all()).toHaveLength(3);
  expect(db.select().from(persons).where(eq(persons.email, "c@x.example")).get()).toMatchObject({
    legalFirst: "",
    legalLast: "Cher",
  });
  const [entry] = db.select().from(auditEntries).where(eq(auditEntries.action, "registrations.imported")).all();
  expect(entry?.detail).toMatchObject({ bad: 2, leftOut: [2, 3] });
  const nothing = { ...input, list: readList("nonsense"), digest: planned("nonsense").digest };
  expect(importPeople(ctx, { ...nothing, leaveOut: true })).toMatchObject({ reason: "nobody-left" });
});
