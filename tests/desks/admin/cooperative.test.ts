import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { payments } from "#drizzle/schema/billing";
import { auditEntries } from "#drizzle/schema/platform";
import { changeMemberships, getCooperativePage } from "~/desks/admin/cooperative.server";
import { listMembershipsOf } from "~/people/organisations/cooperative.server";
import { organisationSource } from "~/people/organisations/organisation-list.server";
import type { Database } from "~/platform/database/database.server";
import { action, loader } from "~/routes/admin/cooperative";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, pageOfList, post, thrownBy } from "../../support/request";

const NOW = at("2027-03-20T10:00");

let db: Database;
let admin: TestPerson;
let kent: string;
let renton: string;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
  [kent, renton] = [organisationId(db, "Kent"), organisationId(db, "Renton")];
});

const ctx = () => actingAs(db, admin, { now: NOW });
const preview = (change: string, date: string, ...organisation: string[]) => {
  const search = new URLSearchParams({ change, date });
  for (const id of organisation) search.append("organisation", id);
  return getCooperativePage(ctx(), search).preview!;
};
const run = (change: "join" | "end", date: string, ...organisation: string[]) =>
  changeMemberships(ctx(), { change, date, organisation });

/** Whom the list of organizations says to be in it on a day, and by its filter. */
function membersOn(day: string): Set<string> {
  const on = actingAs(db, admin, { now: at(`${day}T12:00`) });
  const { rows } = pageOfList(() => organisationSource(on));
  const members = new Set(rows.filter(({ isMember }) => isMember === 1).map(({ id }) => id));
  expect(pageOfList(() => organisationSource(on), "member=yes").total).toBe(members.size);
  return members;
}

/** Hours of 9 March 2027 that cost $21.00 and nobody has paid, by somebody of a district. */
const claimOf = (organisation: string, confirmed = true) =>
  makeClaim(db, { person: makePerson(db, { organisation, confirmed }) });

test("T8 a membership from a day on waives what was completed since and nobody has paid, as the preview said", () => {
  const [claim, foreign, unconfirmed] = [claimOf("Kent"), claimOf("Highline"), claimOf("Kent", false)];
  expect(preview("join", "2027-03-10", kent)).toMatchObject({ effect: { claims: 0, cents: 0 } });
  const shown = preview("join", "2027-03-09", kent, renton);
  expect(shown).toMatchObject({ effect: { claims: 1, cents: 2100 }, unchanged: [] });
  expect(shown.changing.map(({ name, fate }) => `${name} ${fate}`)).toEqual(["Kent joins", "Renton joins"]);
  expect(claim.read().settled).toBe(false);
  expect(run("join", "2027-03-09", kent, renton)).toBe(2);
  expect(claim.read().settled).toBe(true);
  const [waiver] = db.select().from(payments).where(eq(payments.claimId, claim.id)).all();
  expect(waiver).toMatchObject({ kind: "waiver", amountCents: 0, reference: "Kent" });
  expect([foreign.read().settled, unconfirmed.read().settled]).toEqual([false, false]);
});

test("T8 what was completed before the membership, or after its last day, owes its fee", () => {
  const before = claimOf("Kent");
  run("join", "2027-03-10", kent);
  expect(before.read().settled).toBe(false);
  const other = claimOf("Renton");
  run("join", "2027-01-01", renton);
  expect(other.read().settled).toBe(true);
  expect(preview("end", "2027-03-09", renton).effect).toEqual({ claims: 0, cents: 0 });
  expect(preview("end", "2027-03-08", renton).effect).toEqual({ claims: 1, cents: 2100 });
  expect(run("end", "2027-03-08", renton)).toBe(1);
  expect(other.read()).toMatchObject({ settled: false, status: "evaluated" });
});

test("T8 who is a member already is left alone; each change is on record with its day before", () => {
  run("join", "2026-10-01", kent);
  const again = preview("join", "2027-01-01", kent, renton);
  expect([again.changing.map(({ name }) => name), again.unchanged]).toEqual([["Renton"], ["Kent"]]);
  expect(run("join", "2027-01-01", kent)).toBe(0);
  expect(run("end", "2027-06-30", kent)).toBe(1);
  expect(run("end", "2027-03-31", kent)).toBe(1);
  expect(listMembershipsOf(db, kent)).toMatchObject([{ fromDate: "2026-10-01", toDate: "2027-03-31" }]);
  expect([membersOn("2027-03-31").has(kent), membersOn("2027-04-01").has(kent)]).toEqual([true, false]);
  const told = db.select().from(auditEntries).where(eq(auditEntries.subjectId, kent)).all();
  expect(told.map(({ action: what, detail }) => [what, detail.changes])).toEqual([
    ["organisation.cooperative-joined", { memberFrom: [null, "2026-10-01"] }],
    ["organisation.cooperative-ended", { memberUntil: [null, "2027-06-30"] }],
    ["organisation.cooperative-ended", { memberUntil: ["2027-06-30", "2027-03-31"] }],
  ]);
});

test("the page shows no preview before something is chosen, and posts what it showed", async () => {
  const args = (request: Request) => ({ request, params: {}, context: {} });
  const plain = await loader(args(await get(db, "/admin/cooperative?change=join&date=2026-10-01", admin)));
  expect(plain.data.preview).toBeNull();
  const form = { change: "join", date: "2026-10-01", organisation: [kent, renton] };
  const sent = await post(db, "/admin/cooperative", form, admin);
  expect((await thrownBy(() => action(args(sent)))).status).toBe(302);
  expect(membersOn("2026-10-01")).toEqual(new Set([kent, renton]));
  const nothing = await action(args(await post(db, "/admin/cooperative", { ...form, organisation: [] }, admin)));
  expect(nothing.data.result.error?.organisation).toEqual(["Choose at least one organization."]);
});
