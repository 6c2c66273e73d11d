import { expect, test } from "vitest";
import { changeMaterials, listMaterials } from "~/catalog/materials/material.server";
import { addAsHr } from "~/hr/confirming/affiliation-correction.server";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import { once } from "~/platform/http/once.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, organisationId } from "../../support/factories";
import { pdfOf } from "../../support/sample-files";

const POST = { nonce: "0123456789abcdef", text: "the same" };

test("a file that is sent twice, even at the same moment, becomes one material", async () => {
  const db = useTestDatabase();
  const instructor = makePerson(db);
  const { id } = makeOffering(db, { instructor });
  const form = { intent: "add-file" as const, title: "Agenda", audience: "seat" as const, file: pdfOf("agenda") };
  const add = () => changeMaterials(actingAs(db, instructor), id, form, POST);
  expect(await Promise.all([add(), add()])).toEqual([
    { ok: true, value: "Agenda is added." },
    { ok: true, value: "Agenda is added." },
  ]);
  await add();
  expect(listMaterials(db, id)).toHaveLength(1);
});

test("a workplace that HR enters twice stands once, and is no collision with itself", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const kent = organisationId(db, "Kent");
  const hr = actingAs(db, makePerson(db), { scopeIds: [kent] });
  const nothing = { title: null, employeeId: null, building: null, toDate: null };
  const input = {
    ...nothing,
    who: person.email,
    organisationId: kent,
    roleKind: "other" as const,
    fromDate: "2020-09-01",
  };
  const enter = () => once(hr, "workplace", POST, () => addAsHr(hr, input));
  expect(enter()).toEqual({ ok: true, value: { personId: person.personId } });
  expect(enter()).toEqual({ ok: true, value: { personId: person.personId } });
  expect(listAffiliations(db, person.personId)).toHaveLength(1);
});
