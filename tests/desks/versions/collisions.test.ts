import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeEach, expect, test } from "vitest";
import { places } from "#drizzle/schema/proposals";
import { programAreas } from "#drizzle/schema/catalog";
import { providerPolicies } from "#drizzle/schema/providers";
import { findArea } from "~/catalog/areas/program-area.server";
import { formOfPolicy } from "~/catalog/policies/policy-form";
import { findPlace, toPlaceDraft } from "~/catalog/places/place.server";
import { toProviderDraft } from "~/catalog/providers/provider-edit.server";
import { toLetterheadDraft } from "~/documents/letterhead/provider-documents.server";
import { findCutoff } from "~/hr/cutoff/salary-cutoff.server";
import { listChoices } from "~/messages/preferences/mail-preference.server";
import { getOrganisation, toOrganisationDraft } from "~/people/organisations/organisation.server";
import { getPerson } from "~/people/persons/person.server";
import { toProfileDraft } from "~/people/persons/profile.server";
import type { Database } from "~/platform/database/database.server";
import { type Draft, staleIn, writeBase } from "~/platform/http/stale-form";
import { action as mailPreferences } from "~/routes/account/mail-preferences";
import { action as profile } from "~/routes/account/profile";
import { action as organization } from "~/routes/admin/organizations.$id";
import { action as place } from "~/routes/reference/places.$id";
import { action as programArea } from "~/routes/reference/program-areas.$code";
import { action as letterhead } from "~/routes/admin/providers.$id_.documents";
import { action as provider } from "~/routes/admin/providers.$id_.edit";
import { action as policy } from "~/routes/admin/providers.$id_.policies_.$policyId";
import { action as cutoff } from "~/routes/hr/cut-off";
import { PSESD_POLICY } from "#seed/reference";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { post, thrownBy } from "../../support/request";

let db: Database;
let ada: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  ada = makePerson(db, { first: "Ada", last: "Ministrator" });
  give(db, ada, "admin");
  give(db, ada, "hr", organisationId(db, "Kent"));
  db.insert(places).values({ id: "hall", name: "Hall" }).run();
  db.insert(programAreas).values({ code: "crafts", name: "Crafts", position: 99 }).run();
  db.insert(providerPolicies)
    .values({ id: "coming", providerId: psesd(db).id, fromDate: "2030-01-01", policy: PSESD_POLICY })
    .run();
});

interface Form {
  action: (args: ActionFunctionArgs) => Promise<unknown>;
  params?: () => Record<string, string>;
  intent?: string;
  also?: () => Record<string, string>;
  draft: () => Draft;
  /** What one tab changes, and what the other does; the same field where a form has one only. */
  first: Record<string, string>;
  second: Record<string, string>;
}

const kent = () => organisationId(db, "Kent");
const hr = () => actingAs(db, ada, { scopeIds: [kent()] });

const FORMS: Record<string, Form> = {
  profile: {
    action: profile,
    intent: "profile",
    draft: () => toProfileDraft(getPerson(db, ada.personId)),
    first: { phone: "206 555 0100" },
    second: { accessNeeds: "A seat in front" },
  },
  organization: {
    action: organization,
    params: () => ({ id: kent() }),
    intent: "save",
    draft: () => toOrganisationDraft(getOrganisation(db, kent())),
    first: { county: "Queen" },
    second: { billingName: "Accounts" },
  },
  provider: {
    action: provider,
    params: () => ({ id: psesd(db).id }),
    draft: () => toProviderDraft(psesd(db)),
    first: { contactPhone: "206 555 0100" },
    second: { contactName: "The office" },
  },
  letterhead: {
    action: letterhead,
    params: () => ({ id: psesd(db).id }),
    intent: "designee",
    also: () => ({ designeeTitle: "Director", designeeName: "Dana" }),
    draft: () => toLetterheadDraft(psesd(db)),
    first: { address: "1 First Street", designeeName: "Dana", designeeTitle: "Director" },
    second: { designeeTitle: "Chief" },
  },
  "policy to come": {
    action: policy,
    params: () => ({ id: psesd(db).id, policyId: "coming" }),
    intent: "save-policy",
    draft: () => {
      const row = db
        .select()
        .from(providerPolicies)
        .all()
        .find(({ id }) => id === "coming")!;
      return { fromDate: row.fromDate, ...formOfPolicy(row.policy) };
    },
    first: { cancelDays: "9" },
    second: { offerHours: "13" },
  },
  "program area": {
    action: programArea,
    params: () => ({ code: "crafts" }),
    intent: "rename",
    draft: () => ({ name: findArea(db, "crafts")!.name }),
    first: { name: "Handicrafts" },
    second: { name: "Arts and crafts" },
  },
  place: {
    action: place,
    params: () => ({ id: "hall" }),
    intent: "save-place",
    draft: () => toPlaceDraft(findPlace(db, "hall")!),
    first: { address: "1 First Street" },
    second: { capacity: "40" },
  },
  "salary cut-off": {
    action: cutoff,
    also: () => ({ organisationId: kent() }),
    draft: () => findCutoff(db, hr(), kent())!,
    first: { monthDay: "10-01" },
    // There is one field: the other tab has not touched it, and posts what it was.
    second: {},
  },
  "mail preferences": {
    action: mailPreferences,
    draft: () => listChoices(db, ada.personId),
    first: { hours: "daily" },
    second: { reminders: "off" },
  },
};

/** What a browser posts of a draft: text, and nothing for what is empty or not ticked. */
const postedOf = (draft: Draft) =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]) =>
      value === null || value === undefined || value === "" ? [] : [[name, String(value as string | number)]],
    ),
  );

test.each(Object.entries(FORMS))("two tabs of the form of a %s collide, and nothing is lost", async (_name, form) => {
  const send = async (values: Record<string, string>) =>
    form.action({
      request: await post(db, "/", { ...(form.intent && { intent: form.intent }), ...form.also?.(), ...values }, ada),
      params: form.params?.() ?? {},
      context: {},
    });
  const opened = form.draft();
  const [base, shown] = [writeBase(opened), postedOf(opened)];
  expect((await thrownBy(() => send({ ...shown, ...form.first, base }))).status).toBe(302);
  const afterFirst = form.draft();
  expect(afterFirst).not.toEqual(opened);
  // The same post once more collides with nothing.
  expect((await thrownBy(() => send({ ...shown, ...form.first, base }))).status).toBe(302);
  const answer = (await send({ ...shown, ...form.second, base })) as { data: object; init: { status: number } };
  expect(answer.init.status).toBe(409);
  const stale = staleIn(answer.data)!;
  const changed = Object.keys(form.first).filter((field) => opened[field] !== afterFirst[field]);
  expect(stale.change?.by).toBe("Ada Ministrator");
  expect(stale.fields.map(({ field }) => field).sort()).toEqual(
    changed
      .filter((field) => String(afterFirst[field]) !== (form.second[field] ?? shown[field] ?? form.also?.()[field]))
      .sort(),
  );
  expect(form.draft(), "nothing is saved until it is answered").toEqual(afterFirst);
  const kept = stale.fields.map(({ field, touched }) => [`keep.${field}`, touched ? "mine" : "theirs"] as const);
  const next = { ...shown, ...form.second, base: stale.base, ...Object.fromEntries(kept) };
  expect((await thrownBy(() => send(next))).status).toBe(302);
  const wanted = { ...postedOf(afterFirst), ...form.second };
  expect(postedOf(form.draft())).toEqual(wanted);
});
