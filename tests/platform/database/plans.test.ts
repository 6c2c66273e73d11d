import { beforeAll, expect, test } from "vitest";
import { webhookDeliveries, webhooks } from "#drizzle/schema/staff/hr-api";
import { readExports } from "~/hr/api/api-exports.server";
import { readPeople } from "~/hr/api/api-people.server";
import { readEvents } from "~/hr/api/credit-events.server";
import { readDeliveries } from "~/hr/webhooks/delivery-log.server";
import { queueMessages } from "~/hr/webhooks/queue-messages.server";
import { newId } from "~/platform/ids";
import { endpointFor } from "../../support/hr/payroll";
import { JOBS } from "~/desks/jobs/jobs.server";
import { orderExport } from "~/hr/exports/making/order-export.server";
import { newLocalRuleForm } from "~/hr/local-rules/local-rule-form";
import { addRule } from "~/hr/local-rules/local-rule.server";
import type { Database } from "~/platform/database/database.server";
import type { Job } from "~/platform/jobs/job-schedule.server";
import { generateState } from "../../bench/scale/generator/generate";
import { fillPaths, type PageKind } from "../../bench/scale/pages";
import { setClock, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { organisationId, type TestPerson } from "../../support/factories";
import { listScans, pretendLarger, StatementLog } from "../../support/state/plans";
import { get } from "../../support/request";
import { loadPage } from "../../support/state/routes";
import { insertStateBase } from "../../support/state/state-base";
import { MEANT, SHORT, type NamedScan } from "./named-scans";

// What pages and jobs ask is planned as a state's database plans it: no table that grows is read from end to end.

const FACTOR = 0.01;
const NAMED = [...MEANT, ...SHORT];

/** Tables of which there are more rows every year, or with more people. */
const GROWING = `account_sessions account_tokens accounts address_faults affiliations answered_forms approval_decisions
  attempts attendance_confirmations attendance_marks audit_entries audit_entry_persons awards badges claim_changes claims
  correction_requests course_audiences course_designations courses credits document_files documents earnings
  evaluation_responses export_files export_runs former_names grants hr_credit_events hr_export_lines
  hr_exports hr_note_versions hr_notes hr_webhook_deliveries inquiries inquiry_entries instructors invoice_lines invoice_payments invoices kiosks offering_designations offering_materials offering_messages offerings outbox_messages
  payment_reversals payments person_messages person_names person_notes persons portfolios registration_answers
  registration_changes registrations reminders session_pauses sessions salary_nudges salary_reviews submissions
  submitted_hours submitted_rows unsubscribe_keys walk_ins`.split(/\s+/);

/** Pages of HR beside those of the bench. */
const HR_PAGES = [
  "/hr?waits=any&cols=claim&cols=post&cols=mail",
  "/hr?mail=unreachable&period=all",
  "/hr?october=2026&id=1&building=-&period=2026",
  "/hr?below=1&cols=below&period=all",
  "/hr/salary",
  "/hr/salary/review?verdict=open",
  "/hr/salary/claims",
  "/hr/salary/people/{educator}",
  "/hr/submitted",
  "/hr/api",
  "/hr/overview",
  "/hr/renewals?hours=short",
  "/hr/renewals/schools",
  "/hr/paraeducators",
];

/** Pages of others that once read a table from end to end. */
const OTHER_PAGES: PageKind[] = [
  { who: "coordinator", path: "/coordinator/evaluation-form" },
  { who: "registrar", path: "/registrar?view=waiting" },
  { who: "registrar", path: "/registrar/documents" },
  { who: "registrar", path: "/registrar/awards" },
  { who: "admin", path: "/admin/affidavit" },
];

interface Found {
  by: string;
  scan: string;
  sql: string;
}

let asked = 0;
let found: Found[];

beforeAll(async () => {
  setClock(TEST_NOW);
  const db = useTestDatabase();
  const log = await logEverything(db);
  pretendLarger(db, 1 / FACTOR);
  asked = log.sent.size;
  found = [...log.sent.values()].flatMap(({ by, sql, values }) =>
    listScans(db, { sql, values })
      .filter(({ table }) => GROWING.includes(table))
      .map(({ scan }) => ({ by, scan, sql: sql.replaceAll(/\s+/g, " ").replaceAll('"', "") })),
  );
}, 120_000);

/** Every statement of 52 kinds of page, each as its readers see it, and of all jobs. */
async function logEverything(db: Database): Promise<StatementLog> {
  const staff = insertStateBase(db);
  generateState(db, { factor: FACTOR, now: TEST_NOW, origin: "http://hourbook.test" });
  const lookers = findLookers(db);
  const account = db.$client.prepare(
    "select person_id as personId, id as accountId, email as name, email from accounts where person_id = ?",
  );
  const readerOf = (who: PageKind["who"]): TestPerson | undefined => {
    if (who === "visitor") return undefined;
    return who === "educator" || who === "facilitator" ? (account.get(lookers[who]) as TestPerson) : staff(who);
  };
  const log = new StatementLog();
  const run = (job: Job) => log.during(`job ${job.name}`, () => job.run(systemContext(db)));
  orderExports(db, staff("hr"));
  askForMinimum(db, staff("hr"));
  await run(JOBS.find(({ name }) => name === "make-exports")!);
  const more = HR_PAGES.map((path) => ({ who: "hr" as const, path: path.replace("{educator}", lookers.educator) }));
  for (const { who, path } of [...fillPaths(db.$client, TEST_NOW, lookers), ...more, ...OTHER_PAGES]) {
    const request = await get(db, path, readerOf(who));
    await log.during(`${who} ${path}`, () => loadPage(request));
  }
  for (const job of JOBS) await run(job);
  await log.during("payroll", () => askAsPayroll(db, staff("hr")));
  return log;
}

/** What is new of the demo's district, and all of it, so that the job that makes exports has something to read. */
function orderExports(db: Database, hr: TestPerson): void {
  const id = organisationId(db, "Highline");
  for (const onlyNew of [true, false]) {
    const order = { organisationId: id, from: null, to: null, onlyNew, format: "xlsx" } as const;
    done(orderExport(actingAs(db, hr, { scopeIds: [id] }), order));
  }
}

/** What a payroll asks, and what it is told of by a webhook. */
function askAsPayroll(db: Database, hr: TestPerson): void {
  const organisation = { id: organisationId(db, "Highline"), code: "17401", name: "Highline" };
  const ctx = actingAs(db, hr, { scopeIds: [organisation.id] });
  const { data, next } = readEvents(db, organisation, { since: 0, limit: 50 });
  readEvents(db, organisation, { since: next, limit: 50 });
  readPeople(db, organisation, { after: data[0]!.record!.person, limit: 50 });
  readExports(db, organisation.id, { before: newId(), limit: 50 });
  const { id } = endpointFor(ctx, "https://payroll.highline.example/");
  db.update(webhooks).set({ told: 0 }).run();
  queueMessages(ctx);
  for (const search of ["", "?state=failed"]) readDeliveries(db, id, new URL(`https://x.example/${search}`));
  const old = { webhookId: id, type: "ping", body: "{}", state: "delivered" as const, createdAt: TEST_NOW };
  db.insert(webhookDeliveries)
    .values(Array.from({ length: 100 }, () => ({ ...old, id: newId() })))
    .run();
}

/** A rule of the demo's district, so that its people are judged by it. */
function askForMinimum(db: Database, hr: TestPerson): void {
  const id = organisationId(db, "Highline");
  const rule = { organisationId: id, fromDate: "2020-01-01", cutoff: "09-30", leastPerYear: "10", criteria: ["a"] };
  done(addRule(actingAs(db, hr, { scopeIds: [id] }), newLocalRuleForm.parse(rule)));
}

/** An educator whom HR of the demo's district sees, and whoever facilitates most. */
function findLookers({ $client }: Database) {
  const one = (sql: string) => $client.prepare(sql).pluck().get() as string;
  return {
    educator: one(`select c.person_id from credits c join affiliations a on a.person_id = c.person_id
      join organisations o on o.id = a.organisation_id where o.name = 'Highline' and a.to_date is null
      and a.confirmed_at is not null group by 1 order by count(*) desc`),
    facilitator: one(`select person_id from grants where role = 'facilitator' group by 1 order by count(*) desc`),
  };
}

const isNamed = (found: Found, { by, scan }: NamedScan): boolean =>
  (found.by === by || found.by.startsWith(`${by}/`)) && found.scan === scan;

test("no statement reads a table that grows from end to end, except those that are named", () => {
  expect(asked).toBeGreaterThan(200);
  const unnamed = found.filter((scan) => !NAMED.some((name) => isNamed(scan, name)));
  expect(unnamed.map(({ by, scan, sql }) => `${by}: SCAN ${scan}: ${sql}`)).toEqual([]);
});

test("what is meant stops early, or reads an index that is always short", () => {
  const meant = found.filter((scan) => MEANT.some((name) => isNamed(scan, name)));
  expect(meant.filter(({ scan, sql }) => !/ USING /.test(scan) || !/\blimit \?/.test(sql))).toEqual([]);
});

test("what is named is asked for still", () => {
  expect(NAMED.filter((name) => !found.some((scan) => isNamed(scan, name)))).toEqual([]);
});
