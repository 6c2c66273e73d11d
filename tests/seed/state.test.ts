import { beforeAll, expect, test } from "vitest";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { chainHash } from "~/credits/ledger/credit-row.server";
import type { Database } from "~/platform/database/database.server";
import { loader as audit } from "~/routes/admin/audit";
import { loader as mails } from "~/routes/admin/mail._index";
import { loader as offeringPeople } from "~/routes/coordinator/offerings.$id_.people";
import { loader as export_ } from "~/routes/hr/export";
import { loader as catalog } from "~/routes/public/catalog";
import { loader as offering } from "~/routes/public/offerings.$id._index";
import { loader as verify } from "~/routes/public/verify.$code";
import { loader as claim } from "~/routes/registrar/claims.$id";
import { loader as posted } from "~/routes/registrar/posted";
import { loader as transcript } from "~/routes/educator/transcript";
import { schemaOf } from "../bench/scale/generator/bare-tables";
import { generateState } from "../bench/scale/generator/generate";
import { TEST_NOW } from "../support/clock";
import { useTestDatabase } from "../support/database";
import type { TestPerson } from "../support/factories";
import { get } from "../support/request";
import { insertStateBase } from "../support/state/state-base";

// The state that speed is measured with must be one that the product could have made itself.

let db: Database;
let before: string;
let staff: ReturnType<typeof insertStateBase>;

const value = <Value>(sql: string) => db.$client.prepare(sql).pluck().get() as Value;

beforeAll(() => {
  db = useTestDatabase();
  staff = insertStateBase(db);
  before = schemaOf(db.$client);
  generateState(db, { factor: 0.001, now: TEST_NOW, origin: "http://hourbook.test" });
});

test("the schema, its triggers and its indexes are what they were, and every row keeps to them", () => {
  expect(schemaOf(db.$client)).toBe(before);
  expect(db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.$client.pragma("foreign_key_check")).toEqual([]);
  expect(db.$client.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("nobody has a seat too many, and every name is folded", () => {
  const over = `select count(*) from offerings o where capacity < (select count(*) from registrations r
    where r.offering_id = o.id and r.status in ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show'))`;
  expect(value(over)).toBe(0);
  expect(value("select count(*) from persons where sort_name = ''")).toBe(0);
  expect(
    value("select count(*) from persons p where not exists (select 1 from person_names where person_id = p.id)"),
  ).toBe(0);
  expect(value("select count(*) from names_to_fold")).toBe(0);
});

test("credits are chained by the hashes of what they say", () => {
  const rows = db.$client.prepare("select snapshot, hash, previous_hash as previous from credits").all() as {
    snapshot: string;
    hash: string;
    previous: string | null;
  }[];
  expect(rows.length).toBeGreaterThan(500);
  expect(rows.filter(({ snapshot, hash, previous }) => chainHash(previous, snapshot) !== hash)).toEqual([]);
});

test("there is some of everything that a state has", () => {
  const tables = `accounts affiliations courses offerings sessions registrations registration_changes attendance_marks
    earnings claims claim_changes credits evaluation_responses payments invoices documents outbox_messages reminders
    audit_entries audit_entry_persons inquiries correction_requests account_tokens address_faults unplaced_credits hr_exports hr_export_lines`;
  const empty = tables.split(/\s+/).filter((table) => value<number>(`select count(*) from ${table}`) === 0);
  expect(empty).toEqual([]);
});

test("pages of every desk show it", async () => {
  const one = <Row>(sql: string) => db.$client.prepare(sql).get() as Row;
  const coming = one<{ id: string }>(`select id from offerings where state = 'published' and starts_at > ${TEST_NOW}`);
  const paper = one<{ code: string }>("select code from documents");
  const credit = one<{ claim_id: string; person_id: string }>("select * from credits");
  const educator = one<TestPerson>(
    `select person_id as personId, id as accountId, email, email as name from accounts where person_id = '${credit.person_id}'`,
  );
  type Load = (args: LoaderFunctionArgs) => unknown;
  const pages: [Load, string, Record<string, string>, TestPerson | undefined][] = [
    [catalog, "/catalog", {}, undefined],
    [offering, `/offerings/${coming.id}`, { id: coming.id }, undefined],
    [verify, `/verify/${paper.code}`, { code: paper.code }, undefined],
    [transcript, "/transcript", {}, educator],
    [offeringPeople, `/coordinator/offerings/${coming.id}/people`, { id: coming.id }, staff("coordinator")],
    [posted, "/registrar/posted", {}, staff("registrar")],
    [claim, `/registrar/claims/${credit.claim_id}`, { id: credit.claim_id }, staff("registrar")],
    [export_, "/hr/export", {}, staff("hr")],
    [mails, "/admin/mail", {}, staff("admin")],
    [audit, "/admin/audit", {}, staff("admin")],
  ];
  for (const [load, path, params, person] of pages) {
    const shown = await load({ request: await get(db, path, person), params, context: {} });
    expect(shown, path).toBeTruthy();
  }
});
