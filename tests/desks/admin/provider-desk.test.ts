import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { courses } from "#drizzle/schema/catalog";
import { evaluationForms } from "#drizzle/schema/credits";
import { auditEntries } from "#drizzle/schema/platform";
import { providerPolicies, providers } from "#drizzle/schema/providers";
import { updateProvider } from "~/catalog/providers/provider-edit.server";
import { newProviderForm, providerForm } from "~/catalog/providers/provider-form";
import { providerSource } from "~/catalog/providers/provider-list.server";
import { changeProvider, getProviderPage, listUnprovided } from "~/catalog/providers/provider.server";
import { addProvider, deleteProvider, listProviderUses } from "~/desks/admin/provider-desk.server";
import { ensureProviderKeys } from "~/documents/signing/provider-keys.server";
import type { Database } from "~/platform/database/database.server";
import { readList } from "~/platform/lists/list-page.server";
import { action, loader } from "~/routes/admin/providers.$id";
import { actingAs, countStatements, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import {
  give,
  makeCourse,
  makeOffering,
  makePerson,
  organisationId,
  psesd,
  type TestPerson,
} from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db, { first: "Ada", last: "Min" });
  give(db, admin, "admin");
});

const VALUES = {
  organisationId: "",
  name: "Kent Learning",
  shortName: "KENT",
  timeZone: "America/Los_Angeles",
  modelId: "",
};
const form = (changes: Partial<typeof VALUES> & Record<string, string> = {}) =>
  newProviderForm.parse({
    ...VALUES,
    organisationId: organisationId(db, "Kent"),
    modelId: psesd(db).id,
    ...changes,
  });
const ctx = () => actingAs(db, admin);
const add = (changes?: Parameters<typeof form>[0]) => done(addProvider(ctx(), form(changes)));
const historyOf = (providerId: string) => getProviderPage(ctx(), providerId).history.map(({ what }) => what);

test("a new provider begins with the rules and the evaluation form of another, from today on, and without any year", () => {
  const id = add({ designeeName: "Priya Sample", contactEmail: "hours@kent.example" });
  const page = getProviderPage(ctx(), id);
  expect(page).toMatchObject({
    provider: { shortName: "KENT", designeeName: "Priya Sample", contactEmail: "hours@kent.example" },
    organisation: { name: "Kent", kind: "district" },
    years: [],
    policyFrom: page.today,
  });
  const [policy] = db.select().from(providerPolicies).where(eq(providerPolicies.providerId, id)).all();
  expect(policy).toMatchObject({ fromDate: page.today, policy: { name: "KENT", feePerHourCents: 300 } });
  const [questions] = db.select().from(evaluationForms).where(eq(evaluationForms.providerId, id)).all();
  expect(questions).toMatchObject({ fromDate: page.today });
  expect(page.history[0]).toMatchObject({ who: "Ada Min", at: ctx().now });
  expect(page.history[0]!.what).toMatch(/^Added: name “Kent Learning”; short name “KENT”; time zone Pacific Time/);
  expect(listUnprovided(db).map(({ label }) => label)).not.toContain("Kent");
});

test("names and organizations are taken once", () => {
  const id = add();
  const tried = (changes: Record<string, string>) =>
    addProvider(ctx(), form({ organisationId: organisationId(db, "Renton"), ...changes }));
  expect(addProvider(ctx(), form({ name: "Other", shortName: "OTHER" }))).toMatchObject({
    reason: "organisation-taken",
  });
  expect(tried({ shortName: "OTHER" })).toMatchObject({ reason: "name-taken" });
  expect(tried({ name: "Other" })).toMatchObject({ reason: "short-name-taken" });
  expect(tried({ organisationId: "none" })).toMatchObject({ reason: "unknown-organisation" });
  expect(tried({ modelId: "none" })).toMatchObject({ reason: "unknown-provider" });
  const changed = (values: Record<string, string>) =>
    updateProvider(ctx(), id, providerForm.parse({ ...VALUES, ...values }));
  expect(changed({ shortName: "PSESD" })).toMatchObject({ reason: "short-name-taken" });
  expect(changed({ shortName: "KSD" }).ok).toBe(true);
});

test("a change keeps who, when, and the old and the new value; a short name with numbers stays", () => {
  const before = psesd(db);
  const values = { name: before.name, shortName: before.shortName, timeZone: before.timeZone };
  const change = (changes: Record<string, string>) =>
    updateProvider(ctx(), before.id, providerForm.parse({ ...values, ...changes }));
  expect(change({ contactName: "Clock hours office", contactPhone: "425 555 0100" }).ok).toBe(true);
  expect(change({ contactName: "Registrar", contactPhone: "425 555 0100" }).ok).toBe(true);
  expect(historyOf(before.id).slice(0, 2)).toEqual([
    "Changed: contact from “Clock hours office” to “Registrar”",
    "Changed: contact “Clock hours office”; contact’s telephone “425 555 0100”",
  ]);
  makeOffering(db);
  expect(change({ shortName: "PS" })).toMatchObject({ reason: "short-name-used" });
  expect(updateProvider(ctx(), "none", providerForm.parse(values))).toMatchObject({ reason: "unknown-provider" });
});

test("A3 a year is added on a stated basis; one in which something was approved stays, another one goes", () => {
  const { id } = psesd(db);
  makeOffering(db);
  const other = add();
  const basis = "OSPI’s letter of May 3";
  const run = (intent: "add-year" | "remove-year", year: number, providerId = id) =>
    changeProvider(ctx(), providerId, intent === "add-year" ? { intent, year, basis } : { intent, year });
  expect(run("add-year", 2028).ok).toBe(true);
  expect(run("add-year", 2028)).toMatchObject({ reason: "year-known" });
  expect(run("add-year", 2028, other).ok).toBe(true);
  expect(run("remove-year", 2026)).toMatchObject({ reason: "year-used", detail: { count: 1 } });
  expect(run("remove-year", 2028).ok).toBe(true);
  expect(run("remove-year", 2028).ok).toBe(true);
  expect(getProviderPage(ctx(), id).years).toMatchObject([
    { year: 2027, offerings: 0 },
    { year: 2026, offerings: 1 },
    { year: 2025, offerings: 0 },
  ]);
  expect(getProviderPage(ctx(), other).years).toEqual([{ year: 2028, basis, offerings: 0 }]);
  expect(historyOf(id).slice(0, 2)).toEqual([
    `Removed a provider year: year 2028–29; basis “${basis}”`,
    `Added a provider year: year 2028–29; basis “${basis}”`,
  ]);
});

test("a holiday is added once and removed, with its name on record", () => {
  const { id } = psesd(db);
  const day = { date: "2026-12-24", name: "Closed" };
  expect(changeProvider(ctx(), id, { intent: "add-holiday", ...day }).ok).toBe(true);
  expect(changeProvider(ctx(), id, { intent: "add-holiday", ...day })).toMatchObject({ reason: "holiday-known" });
  expect(changeProvider(ctx(), id, { intent: "remove-holiday", date: day.date }).ok).toBe(true);
  expect(historyOf(id)[0]).toBe("Removed a holiday: day Thu, Dec 24, 2026; name “Closed”");
  expect(changeProvider(ctx(), "none", { intent: "remove-holiday", date: day.date })).toMatchObject({
    reason: "unknown-provider",
  });
});

test("a provider under which nothing stands is deleted, its unused key with it; any other stays", async () => {
  const id = add();
  await ensureProviderKeys(systemContext(db));
  const coordinated = add({ organisationId: organisationId(db, "Renton"), name: "Renton Learning", shortName: "RSD" });
  give(db, makePerson(db), "coordinator", coordinated);
  expect(listProviderUses(db, coordinated)).toEqual(["1 role given for it"]);
  expect(deleteProvider(ctx(), coordinated)).toMatchObject({ reason: "provider-used" });
  expect(deleteProvider(ctx(), psesd(db).id)).toMatchObject({ reason: "home-provider" });
  const courseId = makeCourse(db, { providerId: id });
  expect(deleteProvider(ctx(), id)).toMatchObject({ reason: "provider-used", detail: { uses: "1 course" } });
  db.delete(courses).where(eq(courses.id, courseId)).run();
  expect(done(deleteProvider(ctx(), id))).toBe("Kent Learning");
  expect(db.select().from(providers).where(eq(providers.id, id)).all()).toEqual([]);
  const kept = db.select().from(auditEntries).where(eq(auditEntries.action, "provider.deleted")).get()!;
  expect(kept.detail).toMatchObject({ changes: { name: ["Kent Learning", ""], shortName: ["KENT", ""] } });
  expect(deleteProvider(ctx(), id)).toMatchObject({ reason: "unknown-provider" });
});

test("the page answers in words, and its list takes the same statements for one provider and for many", async () => {
  const { id } = psesd(db);
  const args = (request: Request) => ({ request, params: { id }, context: {} });
  const send = async (values: Record<string, string>) =>
    action(args(await post(db, `/admin/providers/${id}`, values, admin)));
  const refused = await send({ intent: "add-year", year: "2026", basis: "Approved automatically" });
  expect(refused.data.result.error?.year).toEqual(["This year is in the list already."]);
  const stays = await send({ intent: "delete" });
  expect(stays.data.result.error?.[""]).toEqual(["This provider runs Hourbook for all, so it stays."]);
  expect((await thrownBy(() => send({ intent: "add-year", year: "2028", basis: "By OSPI" }))).status).toBe(302);
  const page = await loader(args(await get(db, `/admin/providers/${id}`, admin)));
  expect(page.data).toMatchObject({ uses: ["all of Hourbook to run"], currentYear: 2026 });
  const list = () => readList(providerSource(ctx()), new URLSearchParams());
  const few = countStatements(db, list);
  add();
  expect(countStatements(db, list)).toBe(few);
  expect(list().rows.map(({ shortName, approvedUntil }) => [shortName, approvedUntil])).toEqual([
    ["KENT", null],
    ["PSESD", "2029-09-30"],
  ]);
});

test("providers are found by their names, kinds, and whether they are approved today", () => {
  add();
  const found = (query: string) =>
    readList(providerSource(ctx()), new URLSearchParams(query)).rows.map(({ shortName }) => shortName);
  expect(found("q=kent")).toEqual(["KENT"]);
  expect(found("kind=district")).toEqual(["KENT"]);
  expect(found("approved=now")).toEqual(["PSESD"]);
  expect(found("approved=not-now")).toEqual(["KENT"]);
  expect(found("sort=-name")).toEqual(["PSESD", "KENT"]);
});
